package io.heliograph.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What relative references are resolved against: the URL of a document at the origin, or what its {@code base} element
 * says.
 *
 * @param url absolute; empty where relative references have no meaning that could be known, as in most JSON
 * @param scheme of the URL
 * @param mount of its origin; null if that is not mapped
 * @param depth how many segments its path has before the last
 */
record BaseUrl(String url, String scheme, @Nullable Mount mount, int depth) {

    /** For text whose relative references cannot be told from other text. */
    static BaseUrl unknown(OriginMap origins) {
        return new BaseUrl("", origins.origin().scheme(), null, 0);
    }

    static BaseUrl of(OriginMap origins, String url) {
        Mount mount = origins.mount(url);
        String scheme = url.toLowerCase(Locale.ROOT).startsWith("http:") ? "http" : "https";
        String path = path(url);
        int depth = 0;
        for (int i = 1; i < path.length(); i++) {
            depth += path.charAt(i) == '/' ? 1 : 0;
        }
        return new BaseUrl(url, scheme, mount, depth);
    }

    /** The part of the URL that a reference without a path keeps; without a query. */
    private static String path(String url) {
        int from = afterAuthority(url);
        return url.substring(from, end(url, from, "?#"));
    }

    /** An absolute URL for a reference; empty if there is none of http(s). */
    String resolve(String reference) {
        String ref = clean(reference);
        int scheme = schemeEnd(ref);
        if (scheme > 0) {
            String name = ref.substring(0, scheme).toLowerCase(Locale.ROOT);
            if (!name.equals("http") && !name.equals("https")) {
                return "";
            }
            String rest = ref.substring(scheme + 1);
            int slashes = slashes(rest);
            if (slashes < 2 && name.equals(this.scheme)) {
                return resolve(rest);
            }
            return normal(name + "://" + rest.substring(slashes));
        }
        if (url.isEmpty()) {
            return "";
        }
        int slashes = slashes(ref);
        if (slashes >= 2) {
            return normal(this.scheme + "://" + ref.substring(slashes));
        }
        int authority = afterAuthority(url);
        if (slashes == 1) {
            return normal(url.substring(0, authority) + ref);
        }
        String bare = url.substring(0, end(url, authority, "#"));
        if (ref.isEmpty() || ref.startsWith("#")) {
            return bare + ref;
        }
        bare = bare.substring(0, end(bare, authority, "?"));
        return ref.startsWith("?") ? bare + ref : normal(bare.substring(0, bare.lastIndexOf('/') + 1) + ref);
    }

    /** The URL without query and last segment: what stands before a reference that begins with a segment. */
    String directory() {
        int authority = afterAuthority(url);
        String path = path(url);
        return url.substring(0, authority) + (path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** What a request for an absolute URL has as its target: path and query. */
    static String target(String url) {
        int authority = afterAuthority(url);
        String target = url.substring(authority, end(url, authority, "#"));
        return target.startsWith("/") ? target : "/" + target;
    }

    /** Without the white space around it, and tabs and line breaks within (URL Standard, basic URL parser). */
    private static String clean(String reference) {
        StringBuilder out = new StringBuilder(reference.length());
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static int schemeEnd(String ref) {
        int i = 0;
        while (i < ref.length() && (Character.isLetterOrDigit(ref.charAt(i)) || "+-.".indexOf(ref.charAt(i)) >= 0)) {
            i++;
        }
        return i > 0 && i < ref.length() && ref.charAt(i) == ':' && Character.isLetter(ref.charAt(0)) ? i : 0;
    }

    private static int slashes(String text) {
        int n = 0;
        while (n < text.length() && (text.charAt(n) == '/' || text.charAt(n) == '\\')) {
            n++;
        }
        return n;
    }

    private static int afterAuthority(String url) {
        int colon = url.indexOf("://");
        return colon < 0 ? url.length() : end(url, colon + 3, "/\\?#");
    }

    private static int end(String text, int from, String marks) {
        int i = from;
        while (i < text.length() && marks.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** A URL with the dot segments of its path resolved, and slashes for backslashes. */
    private static String normal(String url) {
        int from = afterAuthority(url);
        int to = end(url, from, "?#");
        Deque<String> segments = new ArrayDeque<>();
        String path = url.substring(from, to).replace('\\', '/');
        boolean open = true;
        for (String segment : path.isEmpty() ? new String[0] : path.substring(1).split("/", -1)) {
            String plain = segment.replace("%2e", ".").replace("%2E", ".");
            open = plain.equals("..") || plain.equals(".");
            if (plain.equals("..")) {
                segments.pollLast();
            } else if (!plain.equals(".")) {
                segments.addLast(segment);
            }
        }
        return url.substring(0, from)
                + "/"
                + String.join("/", segments)
                + (open && !segments.isEmpty() ? "/" : "")
                + url.substring(to);
    }
}
