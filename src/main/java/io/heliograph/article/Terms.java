package io.heliograph.article;

import java.util.HashMap;
import java.util.Map;

/**
 * How each feed of a site is given.
 *
 * @param usual of every feed
 * @param special of some, which count for more where they say something
 */
public record Terms(Term usual, Map<Selection, Term> special) {

    /** All feeds to all. */
    public static final Terms OPEN = new Terms(Term.OPEN, Map.of());

    public Terms {
        Map<Selection, Term> whole = new HashMap<>();
        Term others = usual;
        special.forEach((selection, term) -> whole.put(selection, term.or(others)));
        special = Map.copyOf(whole);
    }

    /** How the feed of a selection is given, in whatever format. */
    public Term of(Selection selection) {
        return special.isEmpty() ? usual : special.getOrDefault(selection, usual);
    }

    /** Whether the feed of a selection may be told of to all. */
    public boolean isPublic(Selection selection) {
        return !of(selection).isReserved();
    }
}
