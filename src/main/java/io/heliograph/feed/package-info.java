/**
 * Feeds and the formats they are written in.
 *
 * <p>A {@link io.heliograph.feed.Feed} is a selection of articles as readers get it. A {@link io.heliograph.feed.Format}
 * writes it, deterministically, into a document whose own URLs leave the host open. Nothing here does I/O or asks for
 * the time.
 *
 * <p>May import: {@code article}, {@code rewrite}, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.feed;

import org.jspecify.annotations.NullMarked;
