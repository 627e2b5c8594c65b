package io.heliograph.feed.profile;

import io.heliograph.article.Article;

/**
 * An article that a format leaves out, for with it the feed would be wrong.
 *
 * @param detail what was found, for a person
 */
public record Quarantined(Article article, Rule rule, String detail) {}
