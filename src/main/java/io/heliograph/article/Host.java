package io.heliograph.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * One public base URL of a site: a scheme and an authority, such as {@code https://news.example} or
 * {@code http://localhost:8080}.
 *
 * <p>The authority is in lower case, in ASCII, and has a port only where it is not the scheme's own, so equal hosts
 * are equal records, however an IPv6 address in them is written. Every character of {@link #base()} may stand unescaped in HTML, XML and JSON.
 */
public record Host(String scheme, String authority) {

    public Host {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("not http or https: " + scheme);
        }
    }

    /**
     * Reads a host as a publisher writes it. A name in another script is put into ASCII as {@link DomainName} can.
     *
     * @throws IllegalArgumentException if it is not an http(s) URL of a host alone; the message says what is wrong
     */
    public static Host parse(String url) {
        String ascii = ascii(url.strip());
        URI uri;
        try {
            uri = new URI(ascii);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("does not begin with http:// or https://");
        }
        if (uri.getHost() == null || uri.getHost().indexOf('%') >= 0) {
            throw new IllegalArgumentException("names no valid host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("has a user name in it");
        }
        String path = uri.getRawPath();
        if (!path.isEmpty() && !path.equals("/") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("has something after the host name");
        }
        int port = uri.getPort();
        if (port == 0 || port > 65_535) {
            throw new IllegalArgumentException("has an impossible port");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return new Host(scheme, canonical(port == -1 || port == defaultPort(scheme) ? host : host + ":" + port));
    }

    /** An authority in lower case, with an IPv6 address in it in the one form that equal addresses share (RFC 5952). */
    public static String canonical(String authority) {
        int bracket = authority.indexOf(']') + 1;
        return authority.startsWith("[") && bracket > 0
                ? Ipv6Literal.canonical(authority.substring(0, bracket)) + authority.substring(bracket)
                : authority;
    }

    /** Scheme and authority, without a slash at the end: what fills the open host of an {@link Href}. */
    public String base() {
        return scheme + "://" + authority;
    }

    /** The host name alone: no port; an IPv6 address in brackets. */
    public String name() {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /** The port: the one in the authority, else the scheme's own. */
    public int port() {
        String name = name();
        return name.length() == authority.length()
                ? defaultPort(scheme)
                : Integer.parseInt(authority.substring(name.length() + 1));
    }

    /** Whether the name means this machine wherever it is used: {@code localhost}, names under it, loopback literals. */
    public boolean isLoopback() {
        String name = name();
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("[::1]");
    }

    /** The same host name at another port. */
    public Host atPort(int port) {
        return new Host(scheme, port == defaultPort(scheme) ? name() : name() + ":" + port);
    }

    @Override
    public String toString() {
        return base();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String ascii(String url) {
        int from = url.indexOf("://");
        if (from < 0) {
            return url;
        }
        int to = from + 3;
        while (to < url.length() && "/?#:".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        return url.substring(0, from + 3) + DomainName.ascii(url.substring(from + 3, to)) + url.substring(to);
    }
}
