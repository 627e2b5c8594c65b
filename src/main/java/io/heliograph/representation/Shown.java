package io.heliograph.representation;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.store.Changes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a site a document shows, beside the site itself: when that changes, the document does.
 *
 * @param paths of the articles in it
 * @param selections whose order it follows, and before which date: changes among newer articles do not matter
 */
record Shown(Set<String> paths, Map<Selection, Instant> selections) {

    /** The site itself alone. */
    static final Shown SITE = new Shown(Set.of(), Map.of());

    private static final int PATH_BYTES = 120;
    private static final int SELECTION_BYTES = 160;

    Shown {
        paths = Set.copyOf(paths);
        selections = Map.copyOf(selections);
    }

    /** Articles of selections. */
    static Shown of(Collection<Article> articles, Collection<Selection> selections) {
        Map<Selection, Instant> whole = new HashMap<>();
        selections.forEach(selection -> whole.put(selection, Instant.MAX));
        return new Shown(paths(articles), whole);
    }

    /** The same, and the articles' places among what is older than a date. */
    Shown andBefore(Instant date, Collection<Selection> others) {
        Map<Selection, Instant> all = new HashMap<>(selections);
        others.forEach(selection -> all.putIfAbsent(selection, date));
        return new Shown(paths, all);
    }

    boolean isTouchedBy(Changes changes) {
        return changes.siteItself()
                || paths.stream().anyMatch(changes.paths()::contains)
                || changes.selections().entrySet().stream().anyMatch(change -> {
                    Instant before = selections.get(change.getKey());
                    return before != null && change.getValue().isBefore(before);
                });
    }

    boolean isTouchedBy(List<Changes> changes) {
        return changes.stream().anyMatch(this::isTouchedBy);
    }

    /** About what it takes in memory. */
    int bytes() {
        return PATH_BYTES * paths.size() + SELECTION_BYTES * selections.size();
    }

    private static Set<String> paths(Collection<Article> articles) {
        return new HashSet<>(
                new ArrayList<>(articles).stream().map(Article::path).toList());
    }
}
