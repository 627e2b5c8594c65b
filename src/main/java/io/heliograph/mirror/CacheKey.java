package io.heliograph.mirror;

import io.heliograph.http.EntityTag;
import io.heliograph.http.Slice;
import java.net.URI;

/**
 * What tells one mirrored resource from another: exactly what reaches the origin of a request's target, and so nothing that
 * the origin sees is left out of it.
 *
 * @param server scheme and authority of the server that is asked
 * @param target path and query, as they are sent
 * @param slice which slice of which version of the resource; empty for the resource itself
 */
record CacheKey(URI server, String target, String slice) {

    /** A resource. */
    CacheKey(URI server, String target) {
        this(server, target, "");
    }

    /** A slice of a version of this resource. */
    CacheKey slice(EntityTag tag, Slice slice) {
        return new CacheKey(server, target, slice.index() + " " + tag.opaque());
    }

    /** About what it takes in memory. */
    int bytes() {
        return 64 + target.length() + slice.length();
    }

    /** The absolute URL at the origin. */
    URI url() {
        return URI.create(server + target);
    }

    @Override
    public String toString() {
        return slice.isEmpty() ? server + target : server + target + " " + slice;
    }
}
