package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 14, and RFC 9111, section 3.3. */
class SliceTest {

    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0",
        "bytes=1048575-1048576, 0",
        "bytes=1048576-, 1",
        "bytes=3000000-3000001, 2",
        "'bytes=5000000-5000009, 0-1', 4",
        "BYTES = 5000000-, 0",
        "bytes=-500, 0",
        "bytes=, 0",
        "bytes=9-1, 0",
        "pages=5000000-, 0",
        "'', 0",
        "',', 0",
        "bytes=99999999999999999999-, 0"
    })
    void firstSlice_hasTheFirstByteThatIsAskedFor(String range, long index) {
        assertThat(Slice.toBeginWith(range)).isEqualTo(new Slice(index));
    }

    @Test
    void slices_areAlignedAndOfOneLength_butTheLast() {
        Slice last = Slice.at(2 * MIB + 5);

        assertThat(last.index()).isEqualTo(2);
        assertThat(last.first()).isEqualTo(2 * MIB);
        assertThat(last.field()).isEqualTo("bytes=2097152-3145727");
        assertThat(last.bytes(2 * MIB + 100)).isEqualTo(100);
        assertThat(last.bytes(9 * MIB)).isEqualTo(MIB);
        assertThat(last.last(2 * MIB + 100)).isEqualTo(2 * MIB + 99);
    }

    @ParameterizedTest
    @CsvSource({
        "1048576, 2097151, 9000000, true",
        "1048576, 2000000, 2000001, true",
        "1048576, 2097150, 9000000, false",
        "1048577, 2097151, 9000000, false",
        "0, 1048575, 9000000, false",
        "1048576, 2097152, 9000000, false"
    })
    void part_isASlice_ifItIsAllOfIt(long first, long last, long length, boolean is) {
        assertThat(new Slice(1).is(new ContentRange(first, last, length))).isEqualTo(is);
    }

    @Test
    void sliceBeforeTheFirst_isNone() {
        assertThatThrownBy(() -> new Slice(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
