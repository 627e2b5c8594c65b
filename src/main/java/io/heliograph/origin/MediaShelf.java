package io.heliograph.origin;

import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Scaled;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
     * @param caption as a picture's file has it, plain text; empty if it has none, as for the credit
     * @param scaled the same picture with fewer pixels, the narrowest first
     */
    record Shelved(
            Href href,
            String type,
            long bytes,
            int width,
            int height,
            Duration duration,
            String caption,
            String credit,
            List<Scaled> scaled) {

        public Shelved {
            scaled = List.copyOf(scaled);
        }

        /** What says nothing and comes in one size. */
        Shelved(Href href, String type, long bytes, int width, int height, Duration duration) {
            this(href, type, bytes, width, height, duration, "", "", List.of());
        }

        /** The same, known to be of a type. */
        Shelved typed(String known) {
            return new Shelved(href, known, bytes, width, height, duration, caption, credit, scaled);
        }

        /** The picture, with an article's own words for it, or else those of its file. */
        Image image(String alt, String articleCaption, String articleCredit) {
            return new Image(
                    href,
                    width,
                    height,
                    type,
                    bytes,
                    alt,
                    articleCaption.isEmpty() ? caption : articleCaption,
                    articleCredit.isEmpty() ? credit : articleCredit,
                    scaled);
        }
    }

    /** A picture that takes longer than was allowed; it can be had later. */
    final class NotYet extends IOException {

        private static final long serialVersionUID = 1L;

        public NotYet() {
            super("is not ready yet");
        }
    }

    /**
     * Puts a file on the shelf, and with a playlist all that it names. The same content is kept once. Blocks.
     *
     * @param file a regular file within {@code root}
     * @param root beyond which nothing may be taken
     * @param mayTakeLong whether a picture that was not seen before is worked on
     * @throws NotYet if it would be, and may not
     * @throws IOException if it cannot be read or kept, is no media that we serve, or names something that is not there;
     *     the message says which
     */
    Shelved shelve(Path file, Path root, boolean mayTakeLong) throws IOException;
}
