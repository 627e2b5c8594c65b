/**
 * Pictures, as pure code: told by their first bytes, measured before they are decoded, stripped of what they say about
 * their makers' cameras and whereabouts, and scaled to the widths that screens want. No files and no network.
 *
 * <p>{@link io.heliograph.media.picture.Darkroom} is the way in. May import: {@code article}, TwelveMonkeys,
 * metadata-extractor, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.media.picture;

import org.jspecify.annotations.NullMarked;
