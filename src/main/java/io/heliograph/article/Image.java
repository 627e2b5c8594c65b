package io.heliograph.article;

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
 */
public record Image(
        Href href, int width, int height, String type, long bytes, String alt, String caption, String credit) {

    public Image {
        type = Text.line(type);
        alt = Text.line(alt);
        caption = Text.line(caption);
        credit = Text.line(credit);
    }

    /** The words to put in place of the picture: its alternative text, else its caption. */
    public String words() {
        return alt.isEmpty() ? caption : alt;
    }
}
