package io.heliograph.article;

import java.time.Instant;
import java.util.List;

/**
 * One published item, as every format and page shows it.
 *
 * @param path where it lives on every host: begins with a slash, percent-encoded, normalised
 * @param link where it lives at its origin: an absolute URL; empty if it has none there
 * @param published never in the future of the moment at which it is served
 * @param updated not before {@code published}
 */
public record Article(ArticleId id, String path, String link, Instant published, Instant updated, Story story) {

    public Article {
        if (updated.isBefore(published)) {
            updated = published;
        }
    }

    /** The article's URL, the host left open. */
    public Href href() {
        return Href.own(path);
    }

    public String title() {
        return story.title();
    }

    public String summary() {
        return story.summary();
    }

    public List<Author> authors() {
        return story.authors();
    }

    /** The article's language, or {@code fallback} where it does not name one. */
    public String languageOr(String fallback) {
        return story.language().isEmpty() ? fallback : story.language();
    }
}
