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
 * @param histories selections whose archive it leads to, and whose deletions it tells
 * @param anything whether any article may matter, whatever it says
 */
record Shown(Set<String> paths, Map<Selection, Instant> selections, Set<Selection> histories, boolean anything) {

    /** The site itself alone. */
    static final Shown SITE = new Shown(Set.of(), Map.of(), Set.of(), false);

    /** Whatever there is. */
    static final Shown ANYTHING = new Shown(Set.of(), Map.of(), Set.of(), true);

    private static final int PATH_BYTES = 120;
    private static final int SELECTION_BYTES = 160;

    Shown {
        paths = Set.copyOf(paths);
        selections = Map.copyOf(selections);
        histories = Set.copyOf(histories);
    }

    /** Articles of selections. */
    static Shown of(Collection<Article> articles, Collection<Selection> selections) {
        Map<Selection, Instant> whole = new HashMap<>();
        selections.forEach(selection -> whole.put(selection, Instant.MAX));
        return new Shown(paths(articles), whole, Set.of(), false);
    }

    /** The same, and the articles' places among what is older than a date. */
    Shown andBefore(Instant date, Collection<Selection> others) {
        Map<Selection, Instant> all = new HashMap<>(selections);
        others.forEach(selection -> all.putIfAbsent(selection, date));
        return new Shown(paths, all, histories, anything);
    }

    /** The same, and the past of selections. */
    Shown andHistories(Collection<Selection> others) {
        return new Shown(paths, selections, Set.copyOf(others), anything);
    }

    boolean isTouchedBy(Changes changes) {
        return changes.siteItself()
                || anything && !changes.isEmpty()
                || changes.histories().stream().anyMatch(histories::contains)
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
        return PATH_BYTES * paths.size() + SELECTION_BYTES * (selections.size() + histories.size());
    }

    private static Set<String> paths(Collection<Article> articles) {
        return new HashSet<>(
                new ArrayList<>(articles).stream().map(Article::path).toList());
    }
}
