package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import java.util.List;

/**
 * A selection of a site's articles as readers get it.
 *
 * @param title of the feed, plain text: the site's, or "site: section"
 * @param articles newest first
 * @param query of the feed's URL where it differs from the default: {@code ?limit=10}; else empty
 */
public record Feed(Site site, Selection selection, String title, List<Article> articles, String query) {

    /** Articles in a feed that asks for no number. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most articles in a feed. */
    public static final int MOST = 200;

    public Feed {
        articles = List.copyOf(articles);
    }

    /** The feed's id, which no host and no format changes. */
    public String id() {
        return site.authority().uri("feed" + selection.path());
    }

    /** Where the feed is in a format, the host left open. */
    public Href self(Format format) {
        return Href.own(format.path(selection) + query);
    }

    /** The page that shows the same articles. */
    public Href page() {
        return Href.own(selection.path().isEmpty() ? "/" : selection.path());
    }
}
