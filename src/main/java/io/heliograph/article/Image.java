package io.heliograph.article;

import java.util.List;

/**
 * A picture.
 *
 * @param width pixels; 0 if unknown
 * @param height pixels; 0 if unknown
 * @param type media type, such as {@code image/jpeg}; empty if unknown
 * @param bytes size; 0 if unknown
 * @param alt what it shows, for those who cannot see it; may be empty
 * @param caption plain text; may be empty
 * @param credit plain text; may be empty
 * @param scaled the same picture with fewer pixels, for small screens; the narrowest first
 */
public record Image(
        Href href,
        int width,
        int height,
        String type,
        long bytes,
        String alt,
        String caption,
        String credit,
        List<Scaled> scaled) {

    public Image {
        type = Text.line(type);
        alt = Text.line(alt);
        caption = Text.line(caption);
        credit = Text.line(credit);
        scaled = List.copyOf(scaled);
    }

    /** A picture in one size. */
    public Image(Href href, int width, int height, String type, long bytes, String alt, String caption, String credit) {
        this(href, width, height, type, bytes, alt, caption, credit, List.of());
    }

    /** The words to put in place of the picture: its alternative text, else its caption. */
    public String words() {
        return alt.isEmpty() ? caption : alt;
    }
}
