package io.heliograph.store;

import java.util.List;

/**
 * The pages that a selection's past is parted into, in the order of arrival. A page that is closed gets no more articles.
 *
 * @param fingerprints of the closed pages, the first first: each of what is in its page, and in those before it
 * @param tail revisions of the articles that arrived since the last page was closed
 * @param last fingerprint of what is in the tail
 */
public record Archive(List<String> fingerprints, List<Long> tail, String last) {

    /** Of a selection without a past. */
    public static final Archive NONE = new Archive(List.of(), List.of(), "");

    public Archive {
        fingerprints = List.copyOf(fingerprints);
        tail = List.copyOf(tail);
    }
}
