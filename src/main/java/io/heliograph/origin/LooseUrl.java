package io.heliograph.origin;

import io.heliograph.article.DomainName;
import io.heliograph.article.Href;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the URLs that documents really have, the way browsers do: characters that no URL may have are percent-encoded,
 * names in other scripts become ASCII, relative references are resolved.
 */
final class LooseUrl {

    /** A longer reference, or one that leads to a longer URL, is none. */
    private static final int LONGEST = 4096;

    /** Names that java.net.URI does not take for hosts, although name servers and browsers do: with underscores, mostly. */
    private static final Pattern LOOSE_HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?(:\\d{1,5})?");

    /** Hosts that end in a number: addresses, or no hosts (URL Standard, section 3.5). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    /** The one way to write an address that all programs read alike. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private LooseUrl() {}

    /** An absolute http or https URL; empty if the reference leads to none. */
    static Optional<URI> resolve(URI base, String reference) {
        String text = withoutControls(reference);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(encode(asciiHost(text.startsWith("//") ? base.getScheme() + ":" + text : text)));
            if (!uri.isAbsolute()) {
                // A query alone is relative to the whole path, which java.net.URI gets wrong (RFC 3986, section 5.2.2).
                uri = uri.toString().startsWith("?")
                        ? new URI(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + uri)
                        : base.resolve(uri);
            }
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") || !namesHost(uri)) {
                return Optional.empty();
            }
            // The JDK takes more than an article can carry, such as an address with a zone.
            return Optional.of(normal(uri, scheme))
                    .filter(url -> url.toString().length() <= LONGEST && Href.absolute(url.toString()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean namesHost(URI uri) {
        String authority = uri.getRawAuthority();
        if (uri.getHost() == null
                && (authority == null || !LOOSE_HOST.matcher(authority).matches())) {
            return false;
        }
        String host = uri.getHost() == null ? authority.replaceFirst(":[0-9]*$", "") : uri.getHost();
        return !ENDS_IN_NUMBER.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    /** Scheme and host in lower case; a path, if only a slash. */
    private static URI normal(URI uri, String scheme) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        String host = uri.getHost() == null ? authority : uri.getHost();
        String text = scheme + "://" + authority.replace(host, host.toLowerCase(Locale.ROOT))
                + withoutDots(uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        return new URI(text);
    }

    /** A path whose dot segments are resolved, those above the root as well (RFC 3986, section 5.2.4). */
    private static String withoutDots(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            }
            if (!up && !segments[i].equals(".")) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String withoutControls(String reference) {
        StringBuilder out = new StringBuilder(reference.length());
        String stripped = reference.strip();
        boolean inPath = true;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            inPath &= c != '?' && c != '#';
            if (c > 0x1f && c != 0x7f) {
                out.append(c == '\\' && inPath ? '/' : c);
            }
        }
        return out.toString();
    }

    private static String asciiHost(String text) {
        int from = text.indexOf("://");
        if (from < 0) {
            return text;
        }
        int to = from + 3;
        while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(0, from + 3) + DomainName.ascii(text.substring(from + 3, to)) + text.substring(to);
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int brackets = text.indexOf("://[") >= 0 ? text.indexOf(']') : -1;
        boolean fragment = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '%' && !isEscape(text, i)
                    || c == ' '
                    || c > 0x7e
                    || "\"<>\\^`{|}".indexOf(c) >= 0
                    || (c == '[' || c == ']') && i > brackets
                    || c == '#' && fragment) {
                for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
            } else {
                out.append((char) c);
            }
            fragment |= c == '#';
            i = next;
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length()
                && Character.digit(text.charAt(percent + 1), 16) >= 0
                && Character.digit(text.charAt(percent + 2), 16) >= 0;
    }
}
