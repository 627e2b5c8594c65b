package io.heliograph.store;

import io.heliograph.article.Selection;
import java.time.Instant;
import java.util.Set;

/**
 * What one transaction changed of what readers see.
 *
 * @param revision the newest revision in it
 * @param at when it was accepted
 * @param selections those that gained, lost or show a changed article
 * @param paths of articles that came, changed, moved or went
 * @param siteItself whether the site's own title, description or language changed, which everything of it shows
 */
public record Changes(
        String site, long revision, Instant at, Set<Selection> selections, Set<String> paths, boolean siteItself) {

    public Changes {
        selections = Set.copyOf(selections);
        paths = Set.copyOf(paths);
    }

    /** Changes that nobody sees. */
    public static Changes none(String site, Instant at) {
        return new Changes(site, 0, at, Set.of(), Set.of(), false);
    }

    /** Whether readers see no difference. */
    public boolean isEmpty() {
        return selections.isEmpty() && paths.isEmpty() && !siteItself;
    }
}
