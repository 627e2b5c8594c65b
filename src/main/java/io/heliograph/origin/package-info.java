/**
 * Where articles come from.
 *
 * <p>An {@link io.heliograph.origin.Origin} gives what it has as drafts, and says what was wrong with each entry it had
 * to leave out. {@link io.heliograph.origin.FeedOrigin} reads a feed over HTTP, {@link
 * io.heliograph.origin.FolderOrigin} reads files. The {@link io.heliograph.origin.Poller} asks each in time, saves the
 * drafts and tells its listener. All HTML passes the {@link io.heliograph.origin.Cleaner} on the way in.
 *
 * <p>May import: {@code article}, {@code http}, {@code outbound}, {@code store}, Vert.x, ROME with JDOM, jsoup,
 * commonmark, snakeyaml-engine, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.origin;

import org.jspecify.annotations.NullMarked;
