package io.heliograph.origin;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the URLs that documents really have, the way browsers do: characters that no URL may have are percent-encoded,
 * names in other scripts become ASCII, relative references are resolved.
 */
final class LooseUrl {

    private static final int LONGEST = 4096;

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
            if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(normal(uri, scheme));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme and host in lower case; a path, if only a slash. */
    private static URI normal(URI uri, String scheme) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        String host = uri.getHost();
        String text = scheme + "://" + authority.replace(host, host.toLowerCase(Locale.ROOT))
                + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        return new URI(text);
    }

    private static String withoutControls(String reference) {
        StringBuilder out = new StringBuilder(reference.length());
        String stripped = reference.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c > 0x1f && c != 0x7f) {
                out.append(c == '\\' ? '/' : c);
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
        String authority = text.substring(from + 3, to);
        return authority.chars().allMatch(c -> c < 0x80)
                ? text
                : text.substring(0, from + 3) + IDN.toASCII(authority) + text.substring(to);
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
                    || "\"<>^`{|}".indexOf(c) >= 0
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
