/**
 * The ground: the one guarded way out. Every request to the world goes through a {@link
 * io.heliograph.outbound.Fetcher}, which checks the address it is about to connect to and counts what comes back.
 *
 * <p>May import: {@code http}, Vert.x, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.outbound;

import org.jspecify.annotations.NullMarked;
