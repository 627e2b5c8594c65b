package io.heliograph.media;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the library lives.
 *
 * @param directory holds everything; made if it is not there
 * @param keepUnused how long a file stays after the last article that used it changed or went
 */
public record MediaSettings(Path directory, Duration keepUnused) {}
