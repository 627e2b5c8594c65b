/**
 * The operations listener: metrics, and whether the gateway lives and is ready.
 *
 * <p>The rooms tell what happens through listeners of their own; {@link io.heliograph.ops.Metrics} turns that into
 * Prometheus metrics, so that no other room needs a metrics library.
 *
 * <p>May import: the listener interfaces of the rooms and what they name; Micrometer, Vert.x with its web routes.
 */
@NullMarked
package io.heliograph.ops;

import org.jspecify.annotations.NullMarked;
