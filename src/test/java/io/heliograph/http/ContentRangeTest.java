package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14.4. */
class ContentRangeTest {

    @Test
    void field_saysWhichPartOfHowMuch() {
        ContentRange range = ContentRange.parse(" bytes 42-1233/1234 ").orElseThrow();

        assertThat(range).isEqualTo(new ContentRange(42, 1233, 1234));
        assertThat(range.bytes()).isEqualTo(1192);
    }

    /** Section 14.1: names of units are in any case. */
    @Test
    void unit_isInAnyCase() {
        assertThat(ContentRange.parse("Bytes 0-0/1")).contains(new ContentRange(0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 0-1",
                "bytes 0-1/*",
                "bytes */10",
                "bytes 5-4/10",
                "bytes 0-10/10",
                "bytes 0-10/0",
                "bytes -1-5/10",
                "bytes=0-1/10",
                "pages 0-1/10",
                "bytes 0-1/10, bytes 2-3/10",
                "bytes 0-99999999999999999999/99999999999999999999"
            })
    void whatContradictsItselfOrLeavesTheLengthOpen_isNothing(String field) {
        assertThat(ContentRange.parse(field)).isEmpty();
    }

    @Test
    void rangeBeyondTheEnd_isNone() {
        assertThatThrownBy(() -> new ContentRange(0, 10, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
