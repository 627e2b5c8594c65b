package io.heliograph.feed.profile;

/**
 * A rule that a document breaks.
 *
 * @param item which of its items breaks it, from 0; {@link #DOCUMENT} if it is the document itself
 * @param id of the item, as the format has it; empty if it has none
 * @param detail what was found, for a person
 */
public record Fault(Rule rule, int item, String id, String detail) {

    /** No item. */
    public static final int DOCUMENT = -1;

    private static final int MOST_DETAIL = 160;

    public Fault {
        detail = detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL) + "\u2026";
    }

    boolean isOfTheDocument() {
        return item == DOCUMENT;
    }
}
