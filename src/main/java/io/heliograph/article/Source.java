package io.heliograph.article;

import java.time.Instant;

/**
 * The feed that an article was taken from, as it names itself: what those who carry the article again say of it (RSS
 * {@code source}, Atom {@code source}).
 *
 * @param title plain text; empty if it has none
 * @param feed URL of the feed; empty if it is not known, or not for everybody
 * @param page URL of the page that the feed is about; empty if it is not known
 * @param id the feed's own id, an absolute IRI; empty if it has none
 * @param rights plain text; may be empty
 * @param updated when the feed had last changed, as an entry with a source of its own says; {@link #UNDATED} if none does
 */
public record Source(String title, String feed, String page, String id, String rights, Instant updated) {

    /** In place of a time that nobody told. */
    public static final Instant UNDATED = Instant.EPOCH;

    /** Of an article that is the publisher's own. */
    public static final Source NONE = new Source("", "", "", "", "", UNDATED);

    public Source {
        title = Text.line(title);
        feed = Href.absolute(feed) ? feed : "";
        page = Href.absolute(page) ? page : "";
        id = ArticleId.isIri(id) ? id : "";
        rights = Text.line(rights);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
