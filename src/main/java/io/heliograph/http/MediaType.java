package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Media types by file name: those that articles, players and pages use. */
public final class MediaType {

    /** For a name that tells nothing (RFC 9110, section 8.3). */
    public static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/x-m4v"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("mpd", "application/dash+xml"),
            Map.entry("ts", "video/mp2t"),
            Map.entry("m4s", "video/iso.segment"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("srt", "application/x-subrip"),
            Map.entry("ttml", "application/ttml+xml"),
            Map.entry("json", "application/json"),
            Map.entry("pdf", "application/pdf"));

    /** Type and subtype (RFC 6838, section 4.2): no wildcard, and nothing after them. */
    private static final Pattern NAMES =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private MediaType() {}

    /** The type of a file by the extension of its name or path; {@link #UNKNOWN} if it tells nothing. */
    public static String byName(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 || dot < path.lastIndexOf('/')
                ? UNKNOWN
                : BY_EXTENSION.getOrDefault(path.substring(dot + 1).toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /**
     * The type of what a URL or reference leads to, by the last segment of its path (RFC 3986, section 3.3): neither a
     * host's name nor what stands after the path says anything; {@link #UNKNOWN} if the segment does not either.
     */
    public static String byUrl(String url) {
        String bare = url.substring(0, end(url, "?#"));
        int scheme = bare.indexOf("://");
        int authority = bare.startsWith("//") ? 2 : scheme < 0 ? 0 : scheme + 3;
        String path = authority == 0 ? bare : bare.substring(Math.max(authority, bare.indexOf('/', authority)));
        if (authority > 0 && !path.startsWith("/")) {
            return UNKNOWN;
        }
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return byName(segment.substring(0, end(segment, ";")));
    }

    private static int end(String text, String marks) {
        int end = 0;
        while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Whether it is a type and a subtype in lower case, and no more than that. */
    public static boolean isValid(String type) {
        return NAMES.matcher(type).matches();
    }

    /** The type alone, in lower case, of a {@code Content-Type} that may have parameters. */
    public static String bare(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The members of a field whose lines, or whose sender, name several types; a comma in quotes parts none. */
    public static List<String> list(String contentType) {
        List<String> types = new ArrayList<>(1);
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= contentType.length(); i++) {
            char c = i < contentType.length() ? contentType.charAt(i) : ',';
            if (i == contentType.length() || c == ',' && !quoted) {
                types.add(contentType.substring(from, i).strip());
                from = i + 1;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return types;
    }

    public static boolean isImage(String type) {
        return type.startsWith("image/");
    }

    /** Sound that plays as it is. */
    public static boolean isAudio(String type) {
        return type.startsWith("audio/");
    }

    /** Video, or a playlist of it. */
    public static boolean isVideo(String type) {
        return type.startsWith("video/")
                || type.equals("application/vnd.apple.mpegurl")
                || type.equals("application/x-mpegurl")
                || type.equals("application/dash+xml");
    }

    /** Whether bytes of a type get fewer by a content coding. */
    public static boolean isCompressible(String field) {
        String type = bare(field);
        return type.startsWith("text/")
                || type.endsWith("+xml")
                || type.endsWith("+json")
                || type.endsWith("/xml")
                || type.endsWith("/json")
                || type.endsWith("javascript")
                || type.equals("application/wasm")
                || type.equals("font/ttf")
                || type.equals("image/x-icon");
    }
}
