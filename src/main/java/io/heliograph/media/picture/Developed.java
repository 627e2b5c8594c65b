package io.heliograph.media.picture;

import java.util.List;

/**
 * A picture as it is served.
 *
 * @param prints the same picture in several sizes, the widest first; never empty
 * @param caption as its file had it, plain text; empty if it had none
 * @param credit who made it and whom to name, likewise
 */
public record Developed(List<Print> prints, String caption, String credit) {

    public Developed {
        prints = List.copyOf(prints);
    }

    /**
     * A picture in one size.
     *
     * @param width pixels
     * @param height pixels
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Print(PictureFormat format, int width, int height, byte[] bytes) {}
}
