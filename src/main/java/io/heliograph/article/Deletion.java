package io.heliograph.article;

import java.time.Instant;

/**
 * That an article is no more.
 *
 * @param path where it lived; empty if another article lives there now
 * @param when it was deleted, whole seconds
 */
public record Deletion(ArticleId id, String path, Instant when) {}
