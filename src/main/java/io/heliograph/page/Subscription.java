package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import java.util.List;

/**
 * A feed as people see it.
 *
 * @param facet whose feed it is; that of the whole site has no name of its own
 * @param query of the feed's URL, with its question mark; empty if there is none
 * @param latest the newest articles in it, newest first
 */
public record Subscription(Facet facet, String query, List<Article> latest) {

    /** Whether it is the feed of the whole site. */
    public boolean isWhole() {
        return facet.selection().path().isEmpty();
    }
}
