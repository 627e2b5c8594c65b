package io.heliograph.article;

import java.time.Instant;

/**
 * That an article is no more.
 *
 * @param when it was deleted, whole seconds
 */
public record Deletion(ArticleId id, Instant when) {}
