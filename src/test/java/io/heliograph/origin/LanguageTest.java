package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    /** RFC 5646, section 2.1.1: case means nothing, and this is the usual one. */
    @ParameterizedTest
    @CsvSource({
        "en,          en",
        "EN,          en",
        "en-us,       en-US",
        "en_US,       en-US",
        "' en-GB ',   en-GB",
        "de-at,       de-AT",
        "zh-hant-tw,  zh-Hant-TW",
        "sr_Latn_RS,  sr-Latn-RS",
        "es-419,      es-419",
        "de-1996,     de-1996",
        "pt-br,       pt-BR",
        "eng,         eng",
        "gsw,         gsw",
        "mul,         mul"
    })
    void tag_isInItsUsualCase(String text, String tag) {
        assertThat(Language.tag(text)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "english",
                "us",
                "xx",
                "zz-ZZ",
                "und",
                "zxx",
                "zxx-Zxxx",
                "C",
                "C.UTF-8",
                "en-",
                "en us",
                "1",
                "<b>en</b>",
                "en;q=1",
                "-en",
                "x-private"
            })
    void whatIsNoLanguage_isNone(String text) {
        assertThat(Language.tag(text)).isEmpty();
    }
}
