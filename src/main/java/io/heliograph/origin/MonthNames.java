package io.heliograph.origin;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Month names as they occur in dates: English ones as RFC 822 has them, and those of other languages, which it has not. */
final class MonthNames {

    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private MonthNames() {}

    /** The month, 1 to 12, that a word in lower case and without dots names; 0 if it names none, or several. */
    static int number(String word) {
        if (word.length() < 3) {
            return 0;
        }
        // Not merely what begins alike: "marraskuu" is November, and "mardi" no month at all.
        for (int i = 0; i < ENGLISH.size(); i++) {
            if (ENGLISH.get(i).startsWith(word)) {
                return i + 1;
            }
        }
        return Others.NAMES.getOrDefault(word, 0);
    }

    /** Loaded at the first word that is not English. */
    private static final class Others {

        private static final int AMBIGUOUS = 0;

        private static final List<String> LANGUAGES = List.of(
                "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb",
                "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi");

        private static final List<TextStyle> STYLES =
                List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

        private static final Map<String, Integer> NAMES = names();

        private static Map<String, Integer> names() {
            Map<String, Integer> names = new HashMap<>();
            for (String language : LANGUAGES) {
                Locale locale = Locale.forLanguageTag(language);
                for (Month month : Month.values()) {
                    for (TextStyle style : STYLES) {
                        String name = month.getDisplayName(style, locale)
                                .toLowerCase(locale)
                                .replace(".", "");
                        names.merge(name, month.getValue(), (a, b) -> a.equals(b) ? a : Integer.valueOf(AMBIGUOUS));
                    }
                }
            }
            return names;
        }
    }
}
