package io.heliograph.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Pattern QUOTED = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)*)\"");

    static Stream<String> languages() {
        return Words.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void texts_areThereInEveryLanguage(String language) {
        Words words = words(language);

        assertThat(words.keys()).isEqualTo(words("en").keys()).hasSizeGreaterThan(70);
        assertThat(words.keys())
                .allSatisfy(key -> assertThat(words.pattern(key)).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void texts_haveTheSamePlaces(String language) {
        Words words = words(language);

        for (String key : words.keys()) {
            assertThat(places(words.pattern(key)))
                    .as(language + " " + key)
                    .isEqualTo(places(words("en").pattern(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void plurals_haveEveryFormOfTheirLanguage(String language) {
        Words words = words(language);
        Set<String> forms = PluralRules.forLocale(new ULocale(language)).getKeywords();

        for (String key : Set.of("articles", "search.found")) {
            String pattern = words.pattern(key);
            // Millions, for which French and Spanish have a form of their own, are not counted here.
            assertThat(forms.stream()
                            .filter(form ->
                                    !form.equals("many") || Set.of("ar", "ru").contains(language)))
                    .as(language + " " + key)
                    .allMatch(form -> pattern.contains(form + " {"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void texts_holdNoMarkup_andNoPlainQuote(String language) {
        Words words = words(language);

        assertThat(words.keys())
                .allSatisfy(key -> assertThat(words.pattern(key)).doesNotContain("<", ">", "&", "'", "\"", "\u0001"));
    }

    @Test
    void texts_areThoseThatTemplatesAskFor() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path folder : Set.of(Path.of("src/main/jte"), Path.of("src/main/java/io/heliograph/page"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = QUOTED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        asked.add(matcher.group(1));
                    }
                }
            }
        }
        for (String error : Set.of("missing", "gone", "failed")) {
            asked.add(error + ".title");
            asked.add(error + ".text");
        }

        assertThat(asked).containsAll(words("en").keys());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, 1 article",
        "en, 1612, '1,612 articles'",
        "fr, 0, 0 article",
        "fr, 2, 2 articles",
        "ru, 1, 1 \u0441\u0442\u0430\u0442\u044c\u044f",
        "ru, 3, 3 \u0441\u0442\u0430\u0442\u044c\u0438",
        "ru, 11, 11 \u0441\u0442\u0430\u0442\u0435\u0439",
        "ar, 2, \u0645\u0642\u0627\u0644\u0627\u0646",
        "fa, 12, \u06f1\u06f2 \u0645\u0642\u0627\u0644\u0647",
        "zh, 5, 5 \u7bc7\u6587\u7ae0",
    })
    void numbers_takeTheRightForm_inTheirOwnDigits(String language, int number, String expected) {
        assertThat(words(language).text(new Language(language), "articles", number))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "he", "sw", "und", "x-klingon"})
    void english_standsIn_whereThereAreNoTexts(String language) {
        assertThat(words(language).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en", "fr-CA, fr", "zh-TW, zh-Hans", "fa-AF, fa", "ar-EG, ar"})
    void texts_areThoseOfTheLanguage_whateverTheRegion(String language, String texts) {
        assertThat(words(language).language()).isEqualTo(texts);
    }

    private static Words words(String language) {
        return Words.of(new Language(language));
    }

    private static Set<String> places(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        assertThat(parsed.countParts()).isPositive();
        return new MessageFormat(pattern, ULocale.ENGLISH).getArgumentNames();
    }
}
