package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.ByteRange.Part;
import io.heliograph.http.ByteRange.Unsatisfiable;
import io.heliograph.http.ByteRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14. */
class ByteRangeTest {

    @ParameterizedTest(name = "{0} of 10,000 bytes (14.1.2)")
    @CsvSource({
        "bytes=0-499, 0, 499",
        "bytes=500-999, 500, 999",
        "bytes=-500, 9500, 9999",
        "bytes=9500-, 9500, 9999",
        "bytes=0-0, 0, 0",
        "bytes=-1, 9999, 9999",
        "bytes=9999-9999, 9999, 9999",
        "bytes=0-, 0, 9999",
        "bytes=0-9999, 0, 9999",
        "bytes=0-10000, 0, 9999",
        "bytes=9999-10000, 9999, 9999",
        "bytes=-10000, 0, 9999",
        "bytes=-10001, 0, 9999",
        "bytes=-99999999999999999999, 0, 9999",
        "bytes=0-99999999999999999999, 0, 9999",
        "bytes=0-9223372036854775807, 0, 9999",
        "bytes=0-9223372036854775808, 0, 9999",
        "bytes=000-0009, 0, 9",
        "' bytes=0-9 ', 0, 9",
    })
    void of_isAPart(String field, long first, long last) {
        assertThat(ByteRange.of(field, 10_000)).isEqualTo(new Part(first, last));
    }

    @ParameterizedTest(name = "range units are without case (14.1): {0}")
    @ValueSource(strings = {"Bytes=0-9", "BYTES=0-9"})
    void of_isAPart_whateverTheCaseOfTheUnit(String field) {
        assertThat(ByteRange.of(field, 10_000)).isEqualTo(new Part(0, 9));
    }

    @ParameterizedTest(name = "{0} of 10,000 bytes (15.5.17)")
    @ValueSource(
            strings = {
                "bytes=10000-",
                "bytes=10000-10000",
                "bytes=10001-20000",
                "bytes=-0",
                "bytes=-00",
                "bytes=99999999999999999999-",
                "bytes=9223372036854775807-9223372036854775807"
            })
    void of_isUnsatisfiable_beyondTheEnd(String field) {
        assertThat(ByteRange.of(field, 10_000)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest(name = "ignored (14.2): {0}")
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=--5",
                "bytes=5",
                "bytes=5-4",
                "bytes=9999-0",
                "bytes=a-b",
                "bytes=0x0-9",
                "bytes=0-9-",
                "bytes=1-2-3",
                "bytes=+1-2",
                "bytes=1 - 2",
                "bytes=1-2;a",
                "bytes=\u0661-\u0662",
                "bytes=0-0,-1",
                "bytes=0-9, 20-29",
                "bytes=0-,0-,0-,0-",
                "seconds=0-9",
                "items=0-9",
                "bytes 0-9",
                "bytes:0-9",
                "0-9"
            })
    void of_isTheWhole_forWhatIsNoSingleRangeOfBytes(String field) {
        assertThat(ByteRange.of(field, 10_000)).isEqualTo(new Whole());
    }

    @ParameterizedTest(name = "{0} of nothing (14.1.2)")
    @CsvSource({"bytes=0-, false", "bytes=0-0, false", "bytes=-0, false", "bytes=-1, true", "bytes=-500, true"})
    void of_isWholeForASuffix_andElseUnsatisfiable_whereThereAreNoBytes(String field, boolean whole) {
        // A suffix longer than the representation is all of it, which no Content-Range can say of nothing.
        assertThat(ByteRange.of(field, 0)).isEqualTo(whole ? new Whole() : new Unsatisfiable());
    }

    @Test
    void part_knowsItsLengthAndField() {
        // Given
        Part part = new Part(500, 999);

        // Then (14.4)
        assertThat(part.length()).isEqualTo(500);
        assertThat(part.field(8000)).isEqualTo("bytes 500-999/8000");
    }

    @Test
    void part_countsBeyondTwoGibibytes() {
        assertThat(ByteRange.of("bytes=5000000000-", 6_000_000_000L))
                .isEqualTo(new Part(5_000_000_000L, 5_999_999_999L));
    }
}
