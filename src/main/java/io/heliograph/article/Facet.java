package io.heliograph.article;

/**
 * A selection that has a page of its own: a section, a tag, an author, a language.
 *
 * @param name as people read it; of a language its BCP 47 tag
 * @param articles how many it has
 */
public record Facet(Selection selection, String name, int articles) {

    public Facet {
        name = Text.line(name);
    }
}
