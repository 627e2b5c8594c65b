/**
 * Channel feeds for streaming devices.
 *
 * <p>May import: {@code article}, {@code feed}, {@code rewrite}, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.feed.tv;

import org.jspecify.annotations.NullMarked;
