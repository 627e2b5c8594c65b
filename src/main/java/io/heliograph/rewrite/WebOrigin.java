package io.heliograph.rewrite;

import java.net.IDN;
import java.util.Locale;

/**
 * Scheme, host and port of a URL: an origin in the sense of RFC 6454.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case and ASCII, without a dot at the end; an IPv6 address in brackets
 * @param port the one that is meant, said or not
 */
public record WebOrigin(String scheme, String host, int port) {

    public WebOrigin {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("not http or https: " + scheme);
        }
    }

    /**
     * Reads scheme and authority, or a whole URL's.
     *
     * @throws IllegalArgumentException if it is no http(s) URL, names no host, or has a user name in it
     */
    public static WebOrigin parse(String url) {
        int colon = url.indexOf("://");
        if (colon < 0) {
            throw new IllegalArgumentException("no URL: " + url);
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        int end = colon + 3;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(colon + 3, end);
        int port = port(authority);
        String host = port == NO_PORT ? authority : authority.substring(0, authority.lastIndexOf(':'));
        String name = name(host);
        if (name.isEmpty() || port == BAD_PORT) {
            throw new IllegalArgumentException("names no host: " + url);
        }
        return new WebOrigin(scheme, name, port == NO_PORT || port == 0 ? defaultPort(scheme) : port);
    }

    /** Said by {@link #port(String)} where an authority has none. */
    static final int NO_PORT = -1;

    /** Said by {@link #port(String)} where an authority has none that can be. */
    static final int BAD_PORT = -2;

    /** The port of an authority; 0 where there is a colon and no digit, which means the scheme's own. */
    static int port(CharSequence authority) {
        int i = authority.length() - 1;
        int value = 0;
        int scale = 1;
        while (i >= 0 && authority.charAt(i) >= '0' && authority.charAt(i) <= '9') {
            value = scale > 100_000 ? 100_000 : value + (authority.charAt(i) - '0') * scale;
            scale = Math.min(scale * 10, 1_000_000);
            i--;
        }
        if (i < 0 || authority.charAt(i) != ':') {
            return NO_PORT;
        }
        return value > 65_535 ? BAD_PORT : value;
    }

    /**
     * A host as it is compared: percent-decoded, in ASCII (UTS #46 as far as the JDK's IDNA goes), in lower case, without
     * the root's dot; empty if it cannot be one.
     */
    static String name(String host) {
        String name = host.indexOf('%') < 0 ? host : PercentCode.decode(host);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == 0x7f || "#/<>?@\\^|%".indexOf(c) >= 0 || c == ':' && name.charAt(0) != '[') {
                return "";
            }
            if (c >= 0x80) {
                return ascii(name);
            }
        }
        name = name.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String ascii(String name) {
        try {
            String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Host, and port where it is not the scheme's own. */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
