package io.heliograph.page;

import io.heliograph.article.Article;
import java.util.List;

/**
 * An article and what leads on from it.
 *
 * @param related the nearest in subject, older than the article
 * @param translations the same in other languages
 */
public record Reading(Article article, List<Article> related, List<Article> translations) {}
