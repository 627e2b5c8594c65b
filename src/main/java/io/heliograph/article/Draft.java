package io.heliograph.article;

import java.time.Instant;

/**
 * An article as its origin gave it, before the store gives it an id and a path.
 *
 * @param sourceId the origin's own id, verbatim; empty if it gave none
 * @param distinction what tells the article apart at its origin where it has no id: the file's path, or the link
 * @param link where the article lives at its origin: an absolute URL; empty if it has none there
 * @param path where it wants to live here: begins with a slash, normalised, not one of our own endpoints; empty if it
 *     has no wish that can be granted
 * @param published when the origin says it was published; {@link #UNDATED} if it does not say
 * @param updated when the origin says it last changed; {@link #UNDATED} if it does not say
 */
public record Draft(
        String sourceId,
        String distinction,
        String link,
        String path,
        Instant published,
        Instant updated,
        Story story) {

    /** In place of a date that the origin did not give. */
    public static final Instant UNDATED = Instant.EPOCH.minusSeconds(1L << 40);

    public Draft {
        sourceId = Text.line(sourceId);
        if (sourceId.isEmpty() && distinction.isEmpty()) {
            throw new IllegalArgumentException("nothing tells this article apart from others");
        }
    }

    /** What tells this article apart at its origin: its id there, or else the next best thing. */
    public String source() {
        return sourceId.isEmpty() ? distinction : sourceId;
    }

    /** Whether {@link #source} means the same article whichever origin says it: it is an IRI of the publisher's, or a URL. */
    public boolean isGlobal(TagAuthority authority) {
        return sourceId.isEmpty() ? Href.absolute(distinction) : id(authority).isGlobal();
    }

    /** The same draft told apart by other means than its id, which others have too. */
    public Draft toldApartBy(String otherDistinction) {
        return new Draft("", otherDistinction, link, path, published, updated, story);
    }

    /** The same draft with another story. */
    public Draft telling(Story other) {
        return new Draft(sourceId, distinction, link, path, published, updated, other);
    }

    /** The id of the article that this becomes. */
    public ArticleId id(TagAuthority authority) {
        return sourceId.isEmpty() ? ArticleId.minted(distinction, authority) : ArticleId.of(sourceId, authority);
    }

    /** The path for an article whose wish cannot be granted: {@code /a/{slug}-{short hash}}. */
    public String ownPath(ArticleId id) {
        String slug = Slug.of(story.title());
        return "/a/" + (slug.isEmpty() ? "" : Slug.encoded(slug) + "-")
                + id.token().substring(0, 8);
    }
}
