package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Harbour|harbour",
                "  The Pier, Again!  |the-pier-again",
                "A & B|a-b",
                "2026/11/23|2026-11-23",
                "a--b__c|a-b-c",
                "---|''",
                "!?|''",
                "''|''",
                "Caf\u00e9 Zo\u00eb|caf\u00e9-zo\u00eb",
                "Cafe\u0301|caf\u00e9",
                "STRASSE Stra\u00dfe|strasse-stra\u00dfe",
                "\u041d\u043e\u0432\u043e\u0441\u0442\u0438 \u041f\u043e\u0440\u0442\u0430|\u043d\u043e\u0432\u043e\u0441\u0442\u0438-\u043f\u043e\u0440\u0442\u0430",
                "\u0623\u062e\u0628\u0627\u0631 \u0627\u0644\u0645\u064a\u0646\u0627\u0621|\u0623\u062e\u0628\u0627\u0631-\u0627\u0644\u0645\u064a\u0646\u0627\u0621",
                "\u6e2f\u53e3\u65b0\u95fb\uff0c\u7b2c\u4e8c|\u6e2f\u53e3\u65b0\u95fb-\u7b2c\u4e8c",
                "\u03a3\u0391\u03a3|\u03c3\u03b1\u03c2",
                // Vowel signs and points are marks, and parts of their words.
                "\u092c\u0902\u0926\u0930\u0917\u093e\u0939|\u092c\u0902\u0926\u0930\u0917\u093e\u0939",
                "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd|\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd",
                "q\u0323x|q\u0323x",
                // A mark on nothing.
                "\u0301a|a",
                "a \u0301b|a-b",
                "\ud83d\ude00 smile|smile",
                "\ud83d\ude00|''",
                "\ud801\udc00|\ud801\udc28",
                "a\ud83db|a-b",
                "\u0664\u0662|\u0664\u0662",
                "<script>alert(1)</script>|script-alert-1-script",
                "../../etc/passwd|etc-passwd",
                "%2e%2e|2e-2e",
                "a\u0000b|a-b",
                "a\u2028b|a-b",
            })
    void of_isLettersAndDigits_joinedByHyphens(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void of_dropsApostrophes() {
        assertThat(Slug.of("Don't")).isEqualTo("dont");
        assertThat(Slug.of("L\u2019\u00e9t\u00e9 o\u2019clock")).isEqualTo("l\u00e9t\u00e9-oclock");
        assertThat(Slug.of("'Quoted' words")).isEqualTo("quoted-words");
    }

    @Test
    void of_isTheSame_forBothFormsOfALetter() {
        assertThat(Slug.of("Zu\u0308rich")).isEqualTo(Slug.of("Z\u00fcrich"));
    }

    @Test
    void of_isTheSame_inTurkey() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));

        // When
        String slug;
        try {
            slug = Slug.of("TITLE");
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(slug).isEqualTo("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "ab ", "\u6e2f", "\ud801\udc00 ", "e\u0323 ", "abcdefg "})
    void of_isAtMost80CodePoints_andEndsInNoHyphen(String word) {
        // When
        String slug = Slug.of(word.repeat(200));

        // Then
        assertThat(slug.codePointCount(0, slug.length())).isBetween(78, 80);
        assertThat(slug).doesNotEndWith("-").doesNotStartWith("-");
    }

    @ParameterizedTest
    @CsvSource({
        "harbour-2, harbour-2",
        "caf\u00e9, caf%C3%A9",
        "\u6e2f, %E6%B8%AF",
        "\ud801\udc28, %F0%90%90%A8",
    })
    void encoded_isAsItStandsInAPath(String slug, String encoded) {
        // RFC 3986, section 2.5
        assertThat(Slug.encoded(slug)).isEqualTo(encoded);
        assertThat(URI.create("/" + encoded).getPath()).isEqualTo("/" + slug);
    }
}
