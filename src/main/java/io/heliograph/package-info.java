/**
 * Heliograph: the {@link io.heliograph.Gateway}, which builds, starts and drains the rooms, and {@link
 * io.heliograph.Main}, the command line.
 */
@NullMarked
package io.heliograph;

import org.jspecify.annotations.NullMarked;
