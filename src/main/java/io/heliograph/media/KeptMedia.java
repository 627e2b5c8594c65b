package io.heliograph.media;

import java.time.Duration;

/**
 * A file in the library, and what is known of it.
 *
 * @param path at which it is served: {@code /media/{hash}/{name}}
 * @param type media type
 * @param bytes size; of a playlist, that of the playlist alone
 * @param width pixels of a picture, or of a playlist's best variant; 0 if unknown
 * @param height pixels, likewise
 * @param duration of a recording; zero if unknown
 */
public record KeptMedia(String path, String type, long bytes, int width, int height, Duration duration) {}
