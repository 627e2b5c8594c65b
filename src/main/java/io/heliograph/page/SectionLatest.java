package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Section;
import java.util.List;

/** A section and its newest articles, newest first. */
public record SectionLatest(Section section, List<Article> articles) {}
