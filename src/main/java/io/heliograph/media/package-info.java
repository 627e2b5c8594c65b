/**
 * Pictures, sound, video, captions and playlists, kept by content hash and served for ever under the same URL.
 *
 * <p>The {@link io.heliograph.media.MediaLibrary} keeps them; the {@link io.heliograph.media.PictureMirror} fetches
 * pictures that live on other hosts. What is made of a picture is the business of {@link io.heliograph.media.picture}.
 *
 * <p>May import: {@code article}, {@code http}, {@code outbound}, {@code rewrite}, Vert.x, TwelveMonkeys,
 * metadata-extractor, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.media;

import org.jspecify.annotations.NullMarked;
