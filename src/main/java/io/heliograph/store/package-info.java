/**
 * What has been accepted, kept for good: articles, their revisions, tombstones of the deleted, what is known of each
 * origin.
 *
 * <p>{@link io.heliograph.store.ArticleStore} is all that other rooms see. {@link io.heliograph.store.JdbcArticleStore}
 * keeps it in SQL that two engines understand; an {@link io.heliograph.store.Engine} opens one of them. Every call
 * blocks, so it is made on a worker.
 *
 * <p>May import: {@code article}, JDBC, Jackson's streaming core, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.store;

import org.jspecify.annotations.NullMarked;
