/**
 * The mirror of an origin's web site.
 *
 * <p>{@link io.heliograph.mirror.HeaderRules} says what becomes of the fields of a response.
 *
 * <p>May import: {@code article}, {@code http}, {@code outbound}, {@code rewrite}, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.mirror;

import org.jspecify.annotations.NullMarked;
