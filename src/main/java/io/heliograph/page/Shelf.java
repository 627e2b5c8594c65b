package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import java.util.List;

/** A selection and its newest articles, newest first. */
public record Shelf(Facet facet, List<Article> articles) {}
