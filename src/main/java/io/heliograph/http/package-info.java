/**
 * The ground: HTTP semantics as pure code. Each class reads or decides one thing by its RFC; none does I/O, and none
 * knows Vert.x.
 *
 * <p>May import: the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.http;

import org.jspecify.annotations.NullMarked;
