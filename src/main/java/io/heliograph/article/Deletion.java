package io.heliograph.article;

import java.time.Instant;

/**
 * That an article is no more.
 *
 * @param path where it lived; empty if another article lives there now
 * @param when it was deleted, whole seconds
 * @param revision in which it was: greater than those of all that was there before
 */
public record Deletion(ArticleId id, String path, Instant when, long revision) {}
