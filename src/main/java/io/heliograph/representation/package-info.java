/**
 * What readers get: the exact bytes of a feed or page for one host in one content coding, with their validators.
 *
 * <p>A {@link io.heliograph.representation.Renderer} makes a document of a {@link io.heliograph.representation.Target}
 * once, its host open; the {@link io.heliograph.representation.RepresentationCache} fills it for each host that is asked,
 * codes it, keeps it, and replaces it when a change touches it.
 *
 * <p>May import: {@code article}, {@code http}, {@code rewrite}, {@code feed}, {@code page}, {@code store}, Vert.x
 * buffers, Caffeine, brotli4j, zstd-jni, the JDK and JSpecify.
 */
@NullMarked
package io.heliograph.representation;

import org.jspecify.annotations.NullMarked;
