package io.heliograph.article;

/**
 * A person or body that wrote an article.
 *
 * @param name plain text, never empty
 * @param url where to learn more, absolute; empty if none is known
 */
public record Author(String name, String url) {

    public Author {
        name = Text.line(name);
        url = Href.absolute(url) ? url : "";
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an author needs a name");
        }
    }
}
