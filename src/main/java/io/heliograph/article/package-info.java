/**
 * The ground: a publication and its articles as records.
 *
 * <p>A {@link io.heliograph.article.Site} has hosts and articles. An origin gives
 * {@link io.heliograph.article.Draft}s; the store gives each its id and path and makes it an
 * {@link io.heliograph.article.Article}. Own URLs are {@link io.heliograph.article.Href}s that leave the host open,
 * so that one record serves every host. All text in a record is legal in XML 1.0 and free of line noise.
 *
 * <p>May import: the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.article;

import org.jspecify.annotations.NullMarked;
