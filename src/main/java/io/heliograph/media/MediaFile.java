package io.heliograph.media;

import io.heliograph.http.EntityTag;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of the library as it is served.
 *
 * @param length bytes
 * @param modified whole seconds
 */
public record MediaFile(Path file, long length, String type, EntityTag tag, Instant modified) {}
