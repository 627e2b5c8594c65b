package io.heliograph.origin;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Reads language tags as documents have them. */
final class Language {

    /** "No linguistic content" (ISO 639-2), which names no language, and which the W3C validator takes for none. */
    private static final String NO_WORDS = "zxx";

    private Language() {}

    /** A well-formed BCP 47 tag in its usual case ({@code en-GB}); empty if the text names no language. */
    static String tag(String text) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            String code = locale.getLanguage();
            // A code that no name is known for is none: feeds say "english", "us" and worse.
            boolean known = !code.isEmpty()
                    && !code.equals(NO_WORDS)
                    && !locale.getDisplayLanguage(Locale.ENGLISH).equals(code);
            return known ? locale.toLanguageTag() : "";
        } catch (IllformedLocaleException e) {
            return "";
        }
    }
}
