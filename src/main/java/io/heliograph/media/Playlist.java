package io.heliograph.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HLS playlist (RFC 8216): what it names, and what it says of itself.
 *
 * @param uris of segments, variants, renditions, keys and maps, as they are written
 * @param width of the best variant, pixels; 0 if it names none
 * @param height likewise
 * @param duration sum of the segments; zero in a list of variants
 */
record Playlist(List<String> uris, int width, int height, Duration duration) {

    static final String TYPE = "application/vnd.apple.mpegurl";

    private static final long LARGEST_BYTES = 1 << 20;
    private static final Pattern URI_ATTRIBUTE = Pattern.compile("[:,]URI=\"([^\"]*)\"");
    private static final Pattern RESOLUTION = Pattern.compile("[:,]RESOLUTION=(\\d{1,5})x(\\d{1,5})");
    private static final Pattern SEGMENT = Pattern.compile("#EXTINF:(\\d{1,6}(?:\\.\\d{1,9})?)");

    static Playlist read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("the playlist is larger than " + LARGEST_BYTES + " bytes");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.startsWith("#EXTM3U")) {
            throw new IOException("no playlist: it does not begin with #EXTM3U (RFC 8216, section 4.3.1.1)");
        }
        List<String> uris = new ArrayList<>();
        int width = 0;
        int height = 0;
        double seconds = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String bare = line.strip();
            if (bare.isEmpty()) {
                continue;
            }
            if (!bare.startsWith("#")) {
                uris.add(bare);
                continue;
            }
            Matcher uri = URI_ATTRIBUTE.matcher(bare);
            if (uri.find()) {
                uris.add(uri.group(1));
            }
            Matcher resolution = RESOLUTION.matcher(bare);
            if (resolution.find() && Integer.parseInt(resolution.group(2)) > height) {
                width = Integer.parseInt(resolution.group(1));
                height = Integer.parseInt(resolution.group(2));
            }
            Matcher segment = SEGMENT.matcher(bare);
            if (segment.find()) {
                seconds += Double.parseDouble(segment.group(1));
            }
        }
        return new Playlist(List.copyOf(uris), width, height, Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
