package io.heliograph.media;

import java.time.Duration;
import java.util.List;

/**
 * A file in the library, and what is known of it.
 *
 * @param path at which it is served: {@code /media/{hash}/{name}}
 * @param type media type
 * @param bytes size; of a playlist, that of the playlist alone
 * @param width pixels of a picture, or of a playlist's best variant; 0 if unknown
 * @param height pixels, likewise
 * @param duration of a recording; zero if unknown
 * @param caption as a picture's file had it, plain text; empty if it had none, as for the credit
 * @param smaller the same picture with fewer pixels, the narrowest first
 */
public record KeptMedia(
        String path,
        String type,
        long bytes,
        int width,
        int height,
        Duration duration,
        String caption,
        String credit,
        List<Smaller> smaller) {

    public KeptMedia {
        smaller = List.copyOf(smaller);
    }

    /** A file that is served as it is. */
    KeptMedia(String path, String type, long bytes, int width, int height, Duration duration) {
        this(path, type, bytes, width, height, duration, "", "", List.of());
    }

    /** A picture with fewer pixels, and the path at which it is served. */
    public record Smaller(String path, int width, int height) {}

    /** The folder that holds it. */
    String hash() {
        return path.split("/", 4)[2];
    }
}
