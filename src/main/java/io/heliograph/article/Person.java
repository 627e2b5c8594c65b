package io.heliograph.article;

/**
 * Somebody who takes part in a recording.
 *
 * @param name plain text, never empty
 * @param role as the Podcast Taxonomy calls it, such as {@code guest}; empty means the host
 * @param url where to learn more, absolute; empty if none is known
 */
public record Person(String name, String role, String url) {

    public Person {
        name = Text.line(name);
        role = Text.line(role);
        url = Href.absolute(url) ? url : "";
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a person needs a name");
        }
    }
}
