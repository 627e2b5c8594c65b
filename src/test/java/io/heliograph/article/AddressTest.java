package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an article is at its origin. */
class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/index.php?p=7&utm_source=x, /index.php?p=7",
        "https://a.example/?p=7, /?p=7",
        "https://a.example, /",
        "https://a.example/a?utm_source=x&fbclid=1, /a",
        "https://a.example/a?UTM_source=x&&b, /a?b",
        "https://a.example/a#part, /a",
        "mailto:a@a.example, ''",
        "'https://a.example/a b', ''",
        "'', ''",
    })
    void of_isPathAndTellingQuery(String link, String address) {
        assertThat(Address.of(link)).isEqualTo(address);
    }
}
