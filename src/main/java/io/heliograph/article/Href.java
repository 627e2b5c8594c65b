package io.heliograph.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A URL as an article carries it: an absolute {@code http(s)} URL of somebody else's, or a path of our own with the
 * host left open.
 *
 * <p>The open host is the one character {@link #OPEN_HOST} in front of a path that begins with a slash. Article HTML
 * uses the same mark in its attributes. U+0001 can occur in no cleaned text, so a mark is never something an origin
 * wrote.
 */
public record Href(String value) {

    /** An authority that names a host, between a user's name and a port (RFC 3986, section 3.2). */
    private static final Pattern AUTHORITY = Pattern.compile("(.*@)?([^@:\\[\\]]+|\\[[0-9A-Fa-f:.]+])(:\\d*)?");

    /** Stands for scheme and authority of the host that is asked: {@code \u0001/media/…}. */
    public static final char OPEN_HOST = '\u0001';

    /** Stands, after an open host, for the path below which a subscriber has feeds: {@code \u0001\u0005/feed.rss}. */
    public static final char OPEN_ROOT = '\u0005';

    public Href {
        if (value.isEmpty() || (value.charAt(0) == OPEN_HOST ? !isPath(value) : !absolute(value))) {
            throw new IllegalArgumentException("neither an absolute http(s) URL nor an own path: " + value);
        }
    }

    /** An own URL. {@code path} begins with a slash and is percent-encoded. */
    public static Href own(String path) {
        return new Href(OPEN_HOST + path);
    }

    /** The URL of a feed of ours, which a subscriber has below a path of his own. */
    public static Href ownFeed(String path) {
        return new Href(String.valueOf(OPEN_HOST) + OPEN_ROOT + path);
    }

    private static boolean isPath(String value) {
        return value.startsWith("/", value.length() > 1 && value.charAt(1) == OPEN_ROOT ? 2 : 1);
    }

    /** Whether this is a path of ours, to be completed by the host that is asked. */
    public boolean isOwn() {
        return value.charAt(0) == OPEN_HOST;
    }

    /** The URL on a host. */
    public String on(Host host) {
        return isOwn() ? host.base() + value.substring(value.indexOf('/')) : value;
    }

    /** Whether {@code url} is an absolute http or https URL with a host, in the characters of RFC 3986. */
    public static boolean absolute(String url) {
        int colon = url.indexOf("://");
        if (colon < 0) {
            return false;
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return false;
        }
        try {
            URI uri = new URI(url);
            String authority = uri.getRawAuthority();
            // java.net.URI takes every letter of Unicode for one of a URL's.
            return authority != null
                    && AUTHORITY.matcher(authority).matches()
                    && uri.toASCIIString().equals(url);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
