package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileMediaTest {

    @ParameterizedTest
    @CsvSource({
        "14s,        PT14S",
        "14S,        PT14S",
        "1m5s,       PT1M5S",
        "1h2m,       PT1H2M",
        "1h2m3s,     PT1H2M3S",
        "90m,        PT1H30M",
        "2h,         PT2H",
        "90,         PT1M30S",
        "90.5,       PT1M30S",
        "1:30,       PT1M30S",
        "01:30,      PT1M30S",
        "01:02:03,   PT1H2M3S",
        "00:00:14.5, PT14S",
        "0,          PT0S"
    })
    void duration_isReadInTheFormsThatPeopleWrite(String text, Duration duration) {
        assertThat(FileMedia.duration(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "1s2m",
                "-5",
                "1:2:3:4",
                "1,5",
                "12345678901234567890",
                "1h 2m",
                "99999999999999s",
                "h",
                "::",
                "1:"
            })
    void whatIsNoDuration_isZero(String text) {
        assertThat(FileMedia.duration(text)).isZero();
    }
}
