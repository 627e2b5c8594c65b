package io.heliograph.article;

/**
 * A part of a publication, such as News or Harbour.
 *
 * @param slug its form in URLs: {@code /sections/harbour}
 * @param name as people read it
 */
public record Section(String slug, String name) {

    /** The section that an article names; no section if the name has no letter or digit. */
    public static Section named(String name) {
        return new Section(Slug.of(name), Text.line(name));
    }
}
