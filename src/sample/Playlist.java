package sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the master playlist of a film: java sample.Playlist folder [language=name ...]. The folder holds 720p.m3u8,
 * 360p.m3u8 (either may be missing) and their segments; a language such as en=English adds the captions en.vtt and
 * their own playlist.
 */
public final class Playlist {

    private Playlist() {}

    /** A rendition, with the bits a second of its whole and of its busiest segment. */
    private record Rendition(String file, String size, String codecs, long average, long peak, double seconds) {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Rendition> all = new ArrayList<>();
        measure(folder, "720p.m3u8", "1280x720", "avc1.64001f,mp4a.40.2", all);
        measure(folder, "360p.m3u8", "640x360", "avc1.64001e,mp4a.40.2", all);
        StringBuilder out = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (int i = 1; i < args.length; i++) {
            String[] language = args[i].split("=");
            captions(folder, language[0], all.get(0).seconds());
            out.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"")
                    .append(language[1])
                    .append("\",LANGUAGE=\"")
                    .append(language[0])
                    .append("\",DEFAULT=")
                    .append(i == 1 ? "YES" : "NO")
                    .append(",AUTOSELECT=YES,FORCED=NO,URI=\"")
                    .append(language[0])
                    .append(".m3u8\"\n");
        }
        for (Rendition r : all) {
            out.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                    .append(r.peak())
                    .append(",AVERAGE-BANDWIDTH=")
                    .append(r.average())
                    .append(",CODECS=\"")
                    .append(r.codecs())
                    .append("\",RESOLUTION=")
                    .append(r.size())
                    .append(",FRAME-RATE=25.000")
                    .append(args.length > 1 ? ",SUBTITLES=\"captions\"" : "")
                    .append('\n')
                    .append(r.file())
                    .append('\n');
        }
        Files.writeString(folder.resolve("master.m3u8"), out);
    }

    private static void measure(Path folder, String file, String size, String codecs, List<Rendition> all)
            throws IOException {
        if (!Files.exists(folder.resolve(file))) {
            return;
        }
        double seconds = 0;
        double bits = 0;
        double peak = 0;
        double length = 0;
        for (String line : Files.readAllLines(folder.resolve(file))) {
            if (line.startsWith("#EXTINF:")) {
                length = Double.parseDouble(line.substring(8, line.indexOf(',')));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                double own = Files.size(folder.resolve(line)) * 8.0;
                peak = Math.max(peak, own / length);
                bits += own;
                seconds += length;
            }
        }
        all.add(new Rendition(file, size, codecs, (long) Math.ceil(bits / seconds), (long) Math.ceil(peak), seconds));
    }

    private static void captions(Path folder, String language, double seconds) throws IOException {
        String text = String.format(Locale.ROOT, """
            #EXTM3U
            #EXT-X-VERSION:6
            #EXT-X-TARGETDURATION:%d
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXTINF:%.3f,
            %s.vtt
            #EXT-X-ENDLIST
            """, (long) Math.ceil(seconds), seconds, language);
        Files.writeString(folder.resolve(language + ".m3u8"), text);
    }
}
