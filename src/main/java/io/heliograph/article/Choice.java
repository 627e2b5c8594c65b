package io.heliograph.article;

/**
 * A feed that the publisher puts together: sport without chess, for instance.
 *
 * @param id short name, unique in a site: {@code [a-z0-9-]+}
 * @param title plain text, never empty
 * @param description plain text; may be empty
 * @param include an article must be in one of each group, and have the words
 * @param exclude an article must be in none of any group, and not have the words
 */
public record Choice(String id, String title, String description, Criteria include, Criteria exclude) {

    public Choice {
        title = Text.line(title);
        description = Text.line(description);
    }

    public Selection selection() {
        return new Selection.Chosen(id);
    }

    /** The one language that its articles must be in (BCP 47); empty if they may be in several. */
    public String language() {
        return include.language();
    }

    /** The same for choices of the same articles, in every process. */
    public String definition() {
        return include.definition() + "\n" + exclude.definition();
    }
}
