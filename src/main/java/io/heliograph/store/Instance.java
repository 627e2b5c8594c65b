package io.heliograph.store;

import java.time.Instant;
import java.util.Set;

/**
 * What a feed once was.
 *
 * @param tag of the document, as the store was given it
 * @param modified since when it was so, whole seconds
 * @param revisions of the articles in it
 */
public record Instance(String tag, Instant modified, Set<Long> revisions) {

    public Instance {
        revisions = Set.copyOf(revisions);
    }
}
