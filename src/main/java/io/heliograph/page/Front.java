package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import java.util.List;

/**
 * What the front page shows. All articles newest first.
 *
 * @param latest of the whole site
 * @param sections the one with the newest article first
 * @param languages in which there are articles, the site's own among them
 * @param watch the newest with a video or live stream
 * @param listen the newest with sound
 */
public record Front(
        List<Article> latest, List<Shelf> sections, List<Facet> languages, List<Article> watch, List<Article> listen) {}
