package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @ParameterizedTest(name = "base32 of {0} (RFC 4648, 6, in lower case)")
    @CsvSource({
        "00, 1, a",
        "f8, 1, 7",
        "07c0, 2, a7",
        "666f6f626172666f6f626172, 8, mzxw6ytb",
        "666f6f6261, 8, mzxw6ytb",
        "ffffffffff, 8, 77777777",
        "0000000000, 8, aaaaaaaa",
    })
    void of_isBase32(String hexadecimal, int characters, String name) {
        assertThat(Fingerprint.of(HexFormat.of().parseHex(hexadecimal), characters))
                .isEqualTo(name);
    }

    @Test
    void of_isOfTheUtf8Form() {
        // printf 'é' | sha256sum begins with 4a99557e.
        assertThat(Fingerprint.of("\u00e9", 6))
                .isEqualTo(Fingerprint.of(HexFormat.of().parseHex("4a99557e"), 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 26, 32, 51})
    void of_beginsAlike_whateverTheLength(int characters) {
        // When
        String name = Fingerprint.of("pier", characters);

        // Then
        assertThat(name)
                .hasSize(characters)
                .isEqualTo(Fingerprint.of("pier", 51).substring(0, characters));
    }
}
