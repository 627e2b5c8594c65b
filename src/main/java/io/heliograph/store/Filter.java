package io.heliograph.store;

import io.heliograph.article.Selection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which articles are asked for.
 *
 * @param anyOf an article is in any of these selections
 * @param words that stand in it; where there are any, the selections do not count, and articles are sought among the
 *     thousand that came last of those with the words
 * @param since when it changed or came at the earliest; then articles are sought among the thousand that changed last
 */
public record Filter(List<Selection> anyOf, Words words, Instant since) {

    public Filter {
        anyOf = List.copyOf(anyOf);
    }

    /** The articles of selections. */
    public static Filter of(Collection<Selection> anyOf) {
        return new Filter(List.copyOf(anyOf), Words.NONE, Instant.EPOCH);
    }

    /** The articles in which words stand. */
    public static Filter matching(Words words) {
        return new Filter(List.of(), words, Instant.EPOCH);
    }

    /** Those of them that changed or came since a moment. */
    public Filter since(Instant moment) {
        return new Filter(anyOf, words, moment);
    }
}
