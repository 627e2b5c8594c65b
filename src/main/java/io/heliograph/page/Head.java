package io.heliograph.page;

import java.util.List;

/**
 * What a page says of itself to machines, beyond its title.
 *
 * @param card for previews elsewhere: Open Graph and X
 * @param translations the same page in each language, itself among them; empty if there is but one
 * @param data JSON-LD, safe in a {@code <script>}; empty if there is none
 */
public record Head(List<Meta> card, List<Alternate> translations, String data) {

    static final Head EMPTY = new Head(List.of(), List.of(), "");

    /** A property; X's are told by name, the others by RDFa property. */
    public record Meta(String property, String content) {
        public boolean isNamed() {
            return property.startsWith("twitter:");
        }
    }

    /**
     * A page in a language.
     *
     * @param language BCP 47 tag, or {@code x-default}
     */
    public record Alternate(String language, String url) {}
}
