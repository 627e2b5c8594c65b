package io.heliograph.origin;

import io.heliograph.article.Draft;
import java.time.Duration;
import java.util.List;

/**
 * A feed document, read.
 *
 * @param drafts in the document's order
 * @param ttl how long the feed asks to wait between polls; zero if it does not say
 */
record ParsedFeed(
        String title,
        String description,
        String language,
        List<Draft> drafts,
        List<EntryProblem> problems,
        Duration ttl) {

    /** Entries of a document beyond this many are left out. */
    static final int MOST_ENTRIES = 2_000;
}
