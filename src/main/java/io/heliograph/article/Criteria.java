package io.heliograph.article;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What articles of a chosen feed have in common, or must not have.
 *
 * @param groups each of sections, or tags, or authors, for instance; none of them empty
 * @param words as people type them into a search; may be empty
 */
public record Criteria(List<Set<Selection>> groups, String words) {

    /** No criterion. */
    public static final Criteria NONE = new Criteria(List.of(), "");

    public Criteria {
        groups = groups.stream()
                .filter(group -> !group.isEmpty())
                .<Set<Selection>>map(Set::copyOf)
                .toList();
        words = Text.line(words);
    }

    /** Whether an article in these selections is in one of each group. */
    public boolean isInEach(Collection<Selection> selections) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(selections::contains));
    }

    /** Whether an article in these selections is in one of any group. */
    public boolean isInAny(Collection<Selection> selections) {
        return groups.stream().anyMatch(group -> group.stream().anyMatch(selections::contains));
    }

    /** The same for equal criteria, in every process. */
    String definition() {
        return groups.stream()
                        .map(group ->
                                group.stream().map(Selection::path).sorted().toList())
                        .toList()
                + " "
                + words;
    }
}
