package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.List;

/** A way to write a feed. The same feed always gives the same document. */
public interface Format {

    /** Short name in keys and metrics: {@code rss}. */
    String name();

    /** Where the feed of a selection is in this format: {@code /sections/harbour/feed.rss}. */
    String path(Selection selection);

    /** Where a page of a selection's archive is: {@code /sections/harbour/archive/7-abcdef/feed.rss}. */
    default String archivePath(Selection selection, String page) {
        return selection.path() + "/archive/" + page + path(Selection.WHOLE);
    }

    /** Whether a feed may be short, since what it leaves out is in its archive, and be sent in part. */
    default boolean isArchived() {
        return true;
    }

    /** Whether it may say which articles were deleted. */
    default boolean tellsDeletions() {
        return isArchived();
    }

    /** Articles in a feed that asks for no number. */
    default int limit() {
        return Feed.DEFAULT_LIMIT;
    }

    /** Most bytes of a feed of a site; of a larger one the oldest articles are left out. */
    default long mostBytes(Site site) {
        return isArchived() ? site.syndication().mostBytes() : Long.MAX_VALUE;
    }

    /** The selections of a site in any of which an article is that stands in a selection's feed. */
    default List<Selection> among(Selection selection) {
        return List.of(selection);
    }

    /** The {@code Content-Type} it is served with. */
    String contentType();

    /**
     * Writes a feed. Own URLs leave the host open; the time of the last change is left open too, for a document's time
     * follows from its content.
     */
    Slotted write(Feed feed);

    /** Whether a site has the feed of a selection in this format. */
    default boolean isOffered(Site site, Selection selection) {
        return true;
    }

    /** Whether an article of a site has what this format needs. */
    default boolean holds(Site site, Article article) {
        return true;
    }

    /** Whether a feed without any article is one nevertheless. */
    default boolean mayBeEmpty() {
        return true;
    }

    /** A time of last change as this format writes it. */
    String stamp(Instant modified);
}
