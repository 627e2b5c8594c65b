package io.heliograph.article;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * The one language that an article must be in; empty if it may be in several. A site's own language stands beside those
     * articles that name none.
     */
    String language() {
        return groups.stream()
                .map(Criteria::languages)
                .filter(tags -> tags.size() == 1)
                .flatMap(Set::stream)
                .findFirst()
                .orElse("");
    }

    /** The languages that are named in a group of nothing else. */
    private static Set<String> languages(Set<Selection> group) {
        return group.stream().allMatch(Selection.InLanguage.class::isInstance)
                ? group.stream()
                        .map(selection -> ((Selection.InLanguage) selection).tag())
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
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
