package io.heliograph.store;

import io.heliograph.article.Article;
import java.time.Instant;
import java.util.List;

/**
 * Articles of a selection.
 *
 * @param articles newest first
 * @param revisions of the articles, in their order: the number of the last accepted change of each
 * @param changed when the selection last changed, whole seconds; {@link Instant#EPOCH} if it never held anything
 */
public record Selected(List<Article> articles, List<Long> revisions, Instant changed) {}
