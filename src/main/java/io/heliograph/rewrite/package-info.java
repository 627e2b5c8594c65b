/**
 * The ground: documents whose own URLs have their host left open, so that they are made once and filled for each host.
 *
 * <p>May import: {@code http}, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.rewrite;

import org.jspecify.annotations.NullMarked;
