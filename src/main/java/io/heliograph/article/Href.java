package io.heliograph.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A URL as an article carries it: an absolute {@code http(s)} URL of somebody else's, or a path of our own with the
 * host left open.
 *
 * <p>The open host is the one character {@link #OPEN_HOST} in front of a path that begins with a slash. Article HTML
 * uses the same mark in its attributes. U+0001 can occur in no cleaned text, so a mark is never something an origin
 * wrote.
 */
public record Href(String value) {

    /** Stands for scheme and authority of the host that is asked: {@code \u0001/media/…}. */
    public static final char OPEN_HOST = '\u0001';

    public Href {
        if (value.isEmpty() || (value.charAt(0) == OPEN_HOST ? !value.startsWith("/", 1) : !absolute(value))) {
            throw new IllegalArgumentException("neither an absolute http(s) URL nor an own path: " + value);
        }
    }

    /** An own URL. {@code path} begins with a slash and is percent-encoded. */
    public static Href own(String path) {
        return new Href(OPEN_HOST + path);
    }

    /** Whether this is a path of ours, to be completed by the host that is asked. */
    public boolean isOwn() {
        return value.charAt(0) == OPEN_HOST;
    }

    /** The URL on a host. */
    public String on(Host host) {
        return isOwn() ? host.base() + value.substring(1) : value;
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
            String authority = new URI(url).getRawAuthority();
            return authority != null && !authority.isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
