package io.heliograph.feed;

/**
 * Where a document stands among those that make a feed together (RFC 5005, section 4): the feed as it is now, and
 * pages of what came before. A page is named by what it holds, so what is at its URL never changes.
 *
 * @param own name of this page; empty for the feed as it is now
 * @param previous name of the page with what came before; empty if there is none
 * @param next number of the page with what came after, by which it is known before there is one; empty for the feed as
 *     it is now
 */
public record Chapter(String own, String previous, String next) {

    /** A feed without a past. */
    public static final Chapter ONLY = new Chapter("", "", "");

    /** A feed as it is now. */
    public static Chapter current(String previous) {
        return new Chapter("", previous, "");
    }

    public boolean isArchived() {
        return !own.isEmpty();
    }
}
