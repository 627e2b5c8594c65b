/**
 * Pictures, sound, video, captions and playlists, kept by content hash and served for ever under the same URL.
 *
 * <p>May import: {@code article}, {@code http}, {@code outbound}, {@code rewrite}, Vert.x, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.media;

import org.jspecify.annotations.NullMarked;
