package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RSS, author; and the W3C validator, which warns of e-mail addresses in Atom's names. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Bay|Ann Bay",
                "Ann Bay <ann@bay.example>|Ann Bay",
                "ann@bay.example (Ann Bay)|Ann Bay",
                "ann@bay.example|''",
                "<ann+news@bay.example>|''",
                "ann@bay.example Ann Bay|Ann Bay",
                "Ann Bay (editor)|Ann Bay (editor)",
                "@ann|@ann",
                "Ann @ Bay|Ann @ Bay",
                "''|''",
            })
    void name_hasNoAddress(String text, String name) {
        assertThat(PersonName.of(text)).isEqualTo(name);
    }
}
