package io.heliograph.mirror;

import java.net.URI;

/**
 * What tells one mirrored resource from another: exactly what reaches the origin of a request's target, and so nothing that
 * the origin sees is left out of it.
 *
 * @param server scheme and authority of the server that is asked
 * @param target path and query, as they are sent
 */
record CacheKey(URI server, String target) {

    /** About what it takes in memory. */
    int bytes() {
        return 64 + target.length();
    }

    /** The absolute URL at the origin. */
    URI url() {
        return URI.create(server + target);
    }

    @Override
    public String toString() {
        return server + target;
    }
}
