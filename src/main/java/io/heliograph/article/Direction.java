package io.heliograph.article;

import java.util.Locale;
import java.util.Set;

/** The way in which a language is written, as HTML's {@code dir} has it. */
public enum Direction {
    LTR,
    RTL;

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    /** The languages that Unicode's likely subtags give one of those scripts, as far as people publish in them. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of(
            "ar", "arc", "ary", "arz", "azb", "bal", "bgn", "brh", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw",
            "ks", "lrc", "mzn", "nqo", "pnb", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi");

    /** That of the script a BCP 47 tag names, or else of the script that is usual for its language. */
    public static Direction of(String language) {
        Locale locale = Locale.forLanguageTag(language);
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? RTL : LTR;
    }

    /** The value of {@code dir}. */
    public String html() {
        return name().toLowerCase(Locale.ROOT);
    }
}
