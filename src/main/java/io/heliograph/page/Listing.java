package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import java.util.List;

/**
 * One page of the articles of a section, tag, author or language.
 *
 * @param articles newest first
 * @param page from 1
 * @param pages how many there are
 */
public record Listing(Facet facet, List<Article> articles, int page, int pages) {}
