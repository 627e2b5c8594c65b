package io.heliograph.origin;

import io.heliograph.article.Address;
import io.heliograph.article.OwnPath;
import io.heliograph.http.BadRequest;
import io.heliograph.http.RequestTarget;
import java.net.URI;

/**
 * The path at which an article wants to live: that of its link at the origin, so that the link works on every host.
 *
 * <p>There is none where the link is told apart from others by its query, or where the path is one of our own endpoints.
 */
public final class LinkPath {

    private static final int LONGEST = 1024;

    private LinkPath() {}

    /** The path that an article with this link wants; empty if it gets none. */
    public static String of(URI link) {
        String path = link.getRawPath() == null ? "" : link.getRawPath();
        if (path.isEmpty()
                || link.getRawQuery() != null
                        && !Address.telling(link.getRawQuery()).isEmpty()) {
            return "";
        }
        try {
            String normal = RequestTarget.normalise(path);
            // A path that begins with two slashes would be another host's where it stands alone, as in a redirect.
            boolean misread = normal.startsWith("//");
            return misread || isReserved(normal) || normal.length() > LONGEST ? "" : normal;
        } catch (BadRequest e) {
            return "";
        }
    }

    /** Whether a path is, or may become, one of our own endpoints. */
    public static boolean isReserved(String path) {
        return OwnPath.isReserved(path);
    }
}
