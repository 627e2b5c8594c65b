#!/bin/sh
# Draws the sample site's pictures, films and sounds again, into config/sample.
# Needs a JDK (17 or later) and ffmpeg. Usage: src/sample/draw.sh [pictures|cover|films|sound|live]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
site=$(cd "$here/../.." && pwd)/config/sample
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -d "$work/classes" "$here"/*.java
draw() { tool=$1; shift; java -Djava.awt.headless=true -cp "$work/classes" "sample.$tool" "$@"; }
wanted() { [ "$part" = all ] || [ "$part" = "$1" ]; }
part=${1:-all}
quiet="-hide_banner -loglevel error -nostdin -y"
# Keyframes exactly every four seconds; high profile; nothing in the files that differs from run to run.
video="-c:v libx264 -preset veryslow -tune animation -profile:v high -pix_fmt yuv420p -r 25 -g 100 -keyint_min 100
  -sc_threshold 0 -colorspace bt709 -color_primaries bt709 -color_trc bt709 -threads 2"
colour="scale=out_color_matrix=bt709:out_range=tv"
plain="-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1"
mkdir -p "$site/pictures" "$site/media"

# film SCENE SECONDS NAME SEGMENTS(mpegts|fmp4) CRF TITLE [language=Name ...]
film() {
  scene=$1; seconds=$2; name=$3; kind=$4; crf=$5; title=$6; shift 6
  out=$site/media/$name
  rm -rf "$out"; mkdir -p "$out"
  draw Sound "$scene" "$seconds" "$work/$name.wav"
  draw Film "$scene" 1280 "$seconds" | ffmpeg $quiet \
    -f rawvideo -pix_fmt rgb24 -s 1280x720 -r 25 -i pipe:0 -i "$work/$name.wav" \
    -map 0:v -map 1:a -vf "$colour" $video -level 3.1 -crf "$crf" -c:a aac -b:a 64k $plain \
    -metadata title="$title" -movflags +faststart "$site/media/$name.mp4" \
    -map 0:v -map 1:a -vf "scale=640:360:flags=lanczos:out_color_matrix=bt709:out_range=tv" $video -level 3.0 \
    -crf $((crf - 1)) -c:a aac -b:a 48k $plain -movflags +faststart "$work/$name-360.mp4"
  segment "$site/media/$name.mp4" "$out" 720p "$kind"
  segment "$work/$name-360.mp4" "$out" 360p "$kind"
  # Captions count from the first picture, whose time stamp (90000 a second) is not 0.
  begin=$(ffprobe -v error -select_streams v -show_entries packet=pts_time -of csv=p=0 "$out/720p.m3u8" |
    awk -F, '$1 != "" && (n == "" || $1 < n) { n = $1 } END { printf "%d", n * 90000 + 0.5 }')
  for language in "$@"; do
    code=${language%%=*}
    sed "1s/.*/WEBVTT\\nX-TIMESTAMP-MAP=MPEGTS:$begin,LOCAL:00:00:00.000/" "$site/media/$name.$code.vtt" > "$out/$code.vtt"
  done
  draw Playlist "$out" "$@"
}

# segment FILE FOLDER NAME KIND: cuts without encoding again.
segment() {
  if [ "$4" = fmp4 ]; then end=m4s; else end=ts; fi
  (cd "$2" && ffmpeg $quiet -i "$1" -map 0:v -map 0:a -c copy $plain -f hls -hls_time 4 -hls_playlist_type vod \
    -hls_flags independent_segments -hls_segment_type "$4" -hls_fmp4_init_filename "$3-init.mp4" \
    -hls_segment_filename "$3-%02d.$end" "$3.m3u8")
}

if wanted pictures; then
  draw Draw "$site/pictures"
fi
if wanted cover; then
  draw Cover "$site/../brand"
fi
if wanted films; then
  film ferry 16 ferry-crossing mpegts 31 "The Kittiwake on the Fanaux crossing" en=English
  film square 16 lamp-lighting fmp4 32 "Lighting the lamps of Capstan Square" en=English
  film tide 18 great-tide mpegts 30 "La grande marée du 28 septembre" fr=Français en=English
fi
if wanted sound; then
  draw Sound carillon 34 "$work/carillon.wav"
  ffmpeg $quiet -i "$work/carillon.wav" $plain -c:a libmp3lame -b:a 96k -id3v2_version 3 \
    -metadata title="The Lamplighters' Round" -metadata artist="The bells of the Salt Tower" \
    -metadata album="The Lamplighter" -metadata date=2026 "$site/media/salt-tower-carillon.mp3"
fi
if wanted live; then
  # A live playlist never ends, and its numbering has begun long ago.
  out=$site/media/live
  rm -rf "$out"; mkdir -p "$out"
  draw Sound harbour 20 "$work/live.wav"
  draw Film harbour 640 20 | ffmpeg $quiet -f rawvideo -pix_fmt rgb24 -s 640x360 -r 25 -i pipe:0 -i "$work/live.wav" \
    -map 0:v -map 1:a -vf "$colour" $video -level 3.0 -crf 27 -c:a aac -b:a 48k $plain "$work/live.mp4"
  (cd "$out" && ffmpeg $quiet -i "$work/live.mp4" -map 0:v -map 0:a -c copy $plain -f hls -hls_time 4 -hls_list_size 0 \
    -start_number 20880 -hls_flags omit_endlist+independent_segments -hls_segment_filename "harbour-%05d.ts" live.m3u8)
  cp "$out/live.m3u8" "$out/360p.m3u8"
  draw Playlist "$out"
  rm "$out/360p.m3u8"
  sed -i 's/^360p\.m3u8$/live.m3u8/' "$out/master.m3u8"
fi
