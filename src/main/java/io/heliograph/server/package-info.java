/**
 * The public listener.
 *
 * <p>A request passes these stations: {@link io.heliograph.server.FirstFilter} (is it one that a site of ours answers?)
 * {@code ->} {@link io.heliograph.server.Routes} (what does it ask for?) {@code ->} {@link
 * io.heliograph.server.DocumentHandler}, {@link io.heliograph.server.MediaHandler} or {@link
 * io.heliograph.server.MirrorHandler} {@code ->} {@link
 * io.heliograph.server.Responder} (preconditions, fields, body). What is in memory is answered on the event loop that
 * read the request.
 *
 * <p>May import: every room but {@code store}, {@code origin}, {@code ops} and {@code config}; Vert.x.
 */
@NullMarked
package io.heliograph.server;

import org.jspecify.annotations.NullMarked;
