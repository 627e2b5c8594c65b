package io.heliograph.rewrite;

import io.heliograph.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** How the body of a response is read to find the URLs in it, by its media type and, where that says little, by itself. */
public enum Syntax {
    HTML,
    /** XML of any kind: XHTML, SVG, feeds, sitemaps, outlines, DASH. */
    XML,
    CSS,
    SCRIPT,
    JSON,
    /** A web app manifest, whose relative references are known. */
    MANIFEST,
    /** HLS, and the playlists that came before it. */
    PLAYLIST,
    /** WebVTT. */
    CUES,
    /** What crawlers read as plain text: robots.txt, and sitemaps that are a list of URLs. */
    ROBOTS,
    /** Nothing is looked for: pictures, sound, plain text. */
    OPAQUE;

    private static final int LOOK = 1024;

    private static final Map<String, Syntax> BY_TYPE = Map.ofEntries(
            Map.entry("text/html", HTML),
            Map.entry("text/css", CSS),
            Map.entry("text/javascript", SCRIPT),
            Map.entry("application/javascript", SCRIPT),
            Map.entry("application/x-javascript", SCRIPT),
            Map.entry("text/x-javascript", SCRIPT),
            Map.entry("application/ecmascript", SCRIPT),
            Map.entry("application/x-ecmascript", SCRIPT),
            Map.entry("text/ecmascript", SCRIPT),
            Map.entry("text/jscript", SCRIPT),
            Map.entry("text/livescript", SCRIPT),
            Map.entry("application/json", JSON),
            Map.entry("text/json", JSON),
            Map.entry("text/x-json", JSON),
            Map.entry("application/x-json", JSON),
            // Where players of HLS are told which servers to ask.
            Map.entry("application/vnd.apple.steering-list", JSON),
            Map.entry("application/x-ndjson", JSON),
            Map.entry("application/ndjson", JSON),
            Map.entry("application/jsonl", JSON),
            Map.entry("application/x-jsonlines", JSON),
            Map.entry("application/json-seq", JSON),
            Map.entry("application/manifest+json", MANIFEST),
            Map.entry("text/xml", XML),
            Map.entry("application/xml", XML),
            Map.entry("text/x-opml", XML),
            // What style sheets are served as that browsers transform XML by.
            Map.entry("text/xsl", XML),
            Map.entry("application/vnd.apple.mpegurl", PLAYLIST),
            Map.entry("application/x-mpegurl", PLAYLIST),
            Map.entry("application/mpegurl", PLAYLIST),
            Map.entry("audio/mpegurl", PLAYLIST),
            Map.entry("audio/x-mpegurl", PLAYLIST),
            Map.entry("video/x-mpegurl", PLAYLIST),
            Map.entry("text/vtt", CUES));

    /** Of a media type alone, with or without parameters; empty for none. */
    public static Syntax ofType(String contentType) {
        String type = MediaType.bare(contentType);
        Syntax known = BY_TYPE.get(type);
        if (known != null) {
            return known;
        }
        return type.endsWith("+xml") ? XML : type.endsWith("+json") ? JSON : OPAQUE;
    }

    /** Whether {@link #of} might say something else than {@link #OPAQUE}, so that the body has to be seen first. */
    public static boolean mayBeRewritable(String contentType) {
        return ofType(contentType) != OPAQUE || saysLittle(MediaType.bare(contentType));
    }

    /** Types that servers give to what they do not know. */
    private static boolean saysLittle(String type) {
        return type.isEmpty()
                || type.indexOf('/') < 0
                || type.equals("text/plain")
                || type.equals(MediaType.UNKNOWN)
                || type.equals("binary/octet-stream")
                || type.equals("unknown/unknown")
                || type.equals("application/unknown")
                || type.equals("*/*");
    }

    /**
     * Of a whole response.
     *
     * @param contentType empty for none
     * @param body the whole of it, or its beginning
     */
    public static Syntax of(String contentType, byte[] body) {
        Syntax declared = ofType(contentType);
        String type = MediaType.bare(contentType);
        if (declared == HTML) {
            // Scripts ask for data under this type, because servers that know no other send it for everything.
            return isJson(body) ? JSON : HTML;
        }
        if (declared == JSON || declared == XML) {
            return declared;
        }
        String start = start(body);
        if (start.startsWith("#EXTM3U") && declared == OPAQUE) {
            return PLAYLIST;
        }
        if (declared != OPAQUE || !saysLittle(type)) {
            return declared;
        }
        if (start.startsWith("WEBVTT")) {
            return CUES;
        }
        if (isJson(body)) {
            return JSON;
        }
        if (type.equals("text/plain")) {
            if (RobotsRewriter.isRobots(start) || RobotsRewriter.isList(start)) {
                return ROBOTS;
            }
            // Browsers show it as it is, and so does the mirror; but players ask no type for a manifest.
            return start.contains("<MPD") && start.startsWith("<") ? XML : OPAQUE;
        }
        return sniffed(start.toLowerCase(Locale.ROOT), type.isEmpty());
    }

    /**
     * Of a whole response, by the name that its URL ends with where nothing else tells: browsers run a script whatever type it
     * has, but for those of pictures, sound and films (Fetch, section 2.9).
     */
    public static Syntax of(String contentType, String url, byte[] body) {
        Syntax known = of(contentType, body);
        boolean script = known == HTML && !start(body).startsWith("<");
        return known == OPAQUE || script && named(url) == SCRIPT ? ofName(contentType, url, known) : known;
    }

    /** The same of its name alone; opaque where its type counts. */
    public static Syntax ofName(String contentType, String url) {
        return ofName(contentType, url, OPAQUE);
    }

    private static Syntax ofName(String contentType, String url, Syntax known) {
        return known == HTML || saysLittle(MediaType.bare(contentType)) ? named(url) : known;
    }

    private static Syntax named(String url) {
        int query = url.indexOf('?');
        String path = (query < 0 ? url : url.substring(0, query)).toLowerCase(Locale.ROOT);
        return path.endsWith(".js") || path.endsWith(".mjs") ? SCRIPT : path.endsWith(".css") ? CSS : OPAQUE;
    }

    /** By the MIME Sniffing Standard, section 7.1, as far as it leads to a syntax. */
    private static Syntax sniffed(String start, boolean undeclared) {
        if (start.startsWith("<?xml")
                || start.startsWith("<mpd")
                || start.startsWith("<rss")
                || start.startsWith("<feed")) {
            return XML;
        }
        if (undeclared) {
            for (String tag : new String[] {
                "<!doctype html",
                "<html",
                "<head",
                "<script",
                "<iframe",
                "<h1",
                "<div",
                "<font",
                "<table",
                "<a",
                "<style",
                "<title",
                "<b",
                "<body",
                "<br",
                "<p",
                "<!--"
            }) {
                if (start.startsWith(tag)
                                && start.length() > tag.length()
                                && " >\t\n\r\f".indexOf(start.charAt(tag.length())) >= 0
                        || tag.equals("<!--") && start.startsWith(tag)) {
                    return HTML;
                }
            }
        }
        return OPAQUE;
    }

    private static String start(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, LOOK), StandardCharsets.ISO_8859_1);
        return (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).stripLeading();
    }

    private static boolean isJson(byte[] body) {
        String start = start(body);
        int end = body.length;
        while (end > 0 && body[end - 1] >= 0 && body[end - 1] <= ' ') {
            end--;
        }
        if (start.length() < 2 || end == 0) {
            return false;
        }
        int second = 1;
        while (second < start.length() && start.charAt(second) <= ' ') {
            second++;
        }
        char c = second < start.length() ? start.charAt(second) : ' ';
        return start.charAt(0) == '{' && (c == '"' || c == '}') && body[end - 1] == '}'
                || start.charAt(0) == '[' && "\"{[]-0123456789".indexOf(c) >= 0 && body[end - 1] == ']';
    }
}
