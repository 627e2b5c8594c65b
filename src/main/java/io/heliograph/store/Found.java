package io.heliograph.store;

import io.heliograph.article.Article;
import java.util.List;

/**
 * What a search found.
 *
 * @param articles the best first
 * @param total how many there are in all; counted up to a thousand
 */
public record Found(List<Article> articles, int total) {}
