package io.heliograph.article;

/**
 * A file of captions or subtitles.
 *
 * @param type media type, such as {@code text/vtt}
 * @param language BCP 47 tag; empty if unknown
 */
public record Caption(Href href, String type, String language) {

    public Caption {
        type = Text.line(type);
        language = Text.line(language);
    }
}
