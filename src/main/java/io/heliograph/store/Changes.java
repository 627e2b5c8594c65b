package io.heliograph.store;

import io.heliograph.article.Selection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction changed of what readers see.
 *
 * @param revision the newest revision in it
 * @param at when it was accepted
 * @param selections those that gained or lost an article, have one at another place, or are called something else; and
 *     the date of the oldest such article: what is older stands where it stood
 * @param histories selections of which a page of the archive, or what is said of deletions, is another
 * @param paths of articles that came, changed, moved or went
 * @param addresses path and query at their origin of such articles, where these are other than their paths
 * @param siteItself whether something changed that everything of the site shows: its title, description, language, or
 *     which sections there are
 */
public record Changes(
        String site,
        long revision,
        Instant at,
        Map<Selection, Instant> selections,
        Set<Selection> histories,
        Set<String> paths,
        Set<String> addresses,
        boolean siteItself) {

    public Changes {
        selections = Map.copyOf(selections);
        histories = Set.copyOf(histories);
        paths = Set.copyOf(paths);
        addresses = Set.copyOf(addresses);
    }

    /** Changes of what is current. */
    public Changes(
            String site,
            long revision,
            Instant at,
            Map<Selection, Instant> selections,
            Set<String> paths,
            boolean siteItself) {
        this(site, revision, at, selections, Set.of(), paths, Set.of(), siteItself);
    }

    /** Changes that nobody sees. */
    public static Changes none(String site, Instant at) {
        return new Changes(site, 0, at, Map.of(), Set.of(), false);
    }

    /** Whether readers see no difference. */
    public boolean isEmpty() {
        return selections.isEmpty() && histories.isEmpty() && paths.isEmpty() && !siteItself;
    }
}
