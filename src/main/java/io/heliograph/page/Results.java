package io.heliograph.page;

import io.heliograph.article.Article;
import java.util.List;

/**
 * One page of what a search found.
 *
 * @param query as it was typed; empty if nothing was asked for
 * @param articles the best first
 * @param found how many there are in all
 * @param page from 1
 * @param pages how many there are
 */
public record Results(String query, List<Article> articles, int found, int page, int pages) {}
