/**
 * The caching, rewriting proxy of an origin's web site.
 *
 * <p>A {@link io.heliograph.mirror.MirrorRequest} passes these stations: {@link io.heliograph.mirror.RequestFields} (what
 * of it may reach the origin) {@code ->} {@link io.heliograph.mirror.ResponseCache} and {@link
 * io.heliograph.http.CacheDecision} (is there an answer already?) {@code ->} {@link io.heliograph.mirror.Flight} (one for
 * all who ask for the same) {@code ->} {@link io.heliograph.mirror.Upstream} (the origin) {@code ->} {@link
 * io.heliograph.mirror.Presenter} (conditions, ranges, the host that was asked, and {@link
 * io.heliograph.mirror.HeaderRules}) {@code ->} a {@link
 * io.heliograph.mirror.MirrorAnswer}.
 *
 * <p>May import: {@code article}, {@code http}, {@code outbound}, {@code rewrite}, Vert.x, Caffeine, brotli4j, zstd-jni, the
 * JDK and JSpecify.
 */
@NullMarked
package io.heliograph.mirror;

import org.jspecify.annotations.NullMarked;
