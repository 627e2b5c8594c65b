package io.heliograph.origin;

import io.heliograph.article.Href;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Where a folder's pictures and recordings are kept, so that they are served even when the folder is gone. */
public interface MediaShelf {

    /**
     * A file that was put on the shelf.
     *
     * @param href where it is served
     * @param type media type
     * @param bytes size; of a playlist, that of the playlist alone
     * @param width pixels of a picture, or of a playlist's best variant; 0 if unknown
     * @param height pixels, likewise
     * @param duration of a playlist or recording; zero if unknown
     */
    record Shelved(Href href, String type, long bytes, int width, int height, Duration duration) {}

    /**
     * Puts a file on the shelf, and with a playlist all that it names. The same content is kept once. Blocks.
     *
     * @param file a regular file within {@code root}
     * @param root beyond which nothing may be taken
     * @throws IOException if it cannot be read or kept, is no media that we serve, or names something that is not there;
     *     the message says which
     */
    Shelved shelve(Path file, Path root) throws IOException;
}
