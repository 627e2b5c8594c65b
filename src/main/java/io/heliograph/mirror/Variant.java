package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.CacheGroups;
import io.heliograph.http.StoredResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stored response: one of those that a resource has for different requests.
 *
 * @param id of the content: it stays the same when a response is found to hold still
 * @param asked when the content was asked for, whatever was found of the response since
 * @param groups by which it can be purged together with others
 * @param onHosts as hosts have it, once it was asked for there
 */
record Variant(
        long id,
        Instant asked,
        StoredResponse response,
        Content content,
        Set<String> groups,
        Map<Host, OnHost> onHosts) {

    private static final AtomicLong LAST_ID = new AtomicLong();
    private static final int OWN_BYTES = 256;

    /** What a host has of it beside texts: the lists of fields of its hits in each coding. */
    private static final long HOST_BYTES = 1024;

    /** A response with content that was not here before. */
    static Variant of(StoredResponse response, Content content) {
        return of(response, content, response.requested());
    }

    /** The same, where the response was found to hold still after its content was asked for. */
    static Variant of(StoredResponse response, Content content, Instant asked) {
        return of(LAST_ID.incrementAndGet(), asked, response, content);
    }

    /** The same content under a newer head. */
    Variant freshened(StoredResponse newer) {
        return of(id, asked, newer, content);
    }

    private static Variant of(long id, Instant asked, StoredResponse response, Content content) {
        return new Variant(id, asked, response, content, CacheGroups.of(response.fields()), new ConcurrentHashMap<>());
    }

    boolean isPart() {
        return content instanceof Content.Part;
    }

    /** Size in memory once all hosts of a site have asked for it; on each it has its fields anew. */
    long bytes(int hosts) {
        long fields = response.fields().bytes();
        return OWN_BYTES
                + fields
                + hosts * (HOST_BYTES + fields)
                + response.selecting().length()
                + content.bytes();
    }

    /** The one of some that holds a response. */
    static Variant holding(List<Variant> variants, StoredResponse response) {
        for (Variant variant : variants) {
            if (variant.response() == response) {
                return variant;
            }
        }
        throw new IllegalStateException("a response that is not stored");
    }
}
