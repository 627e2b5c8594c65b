package io.heliograph.store;

import java.time.Instant;
import java.util.Set;

/**
 * What a feed once was.
 *
 * @param hash of the document, its time of change apart
 * @param modified since when it was so, whole seconds
 * @param revisions of the articles in it
 */
public record Instance(String hash, Instant modified, Set<Long> revisions) {

    public Instance {
        revisions = Set.copyOf(revisions);
    }
}
