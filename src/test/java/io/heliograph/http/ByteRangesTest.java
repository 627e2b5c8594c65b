package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.ByteRange.Part;
import io.heliograph.http.ByteRange.Unsatisfiable;
import io.heliograph.http.ByteRange.Whole;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** RFC 9110, section 14.2. */
class ByteRangesTest {

    @Test
    void several_areReadInTheirOrder() {
        assertThat(ByteRanges.of("bytes=5-6, 0-1,-1", 10))
                .containsExactly(new Part(5, 6), new Part(0, 1), new Part(9, 9));
    }

    @Test
    void thoseBeyondTheEnd_areLeftOut() {
        assertThat(ByteRanges.of("bytes=0-1,20-30", 10)).containsExactly(new Part(0, 1));
        assertThat(ByteRanges.of("bytes=20-30,40-", 10)).containsExactly(new Unsatisfiable());
    }

    @Test
    void one_isReadAsOne() {
        assertThat(ByteRanges.of("bytes=1-", 10)).containsExactly(new Part(1, 9));
    }

    /** Section 17.15: what is many or overlaps is an attack. */
    @Test
    void manyOrOverlapping_areIgnored() {
        assertThat(ByteRanges.of("bytes=0-5,3-7", 10)).containsExactly(new Whole());
        assertThat(ByteRanges.of("bytes=" + String.join(",", Collections.nCopies(17, "0-0")), 10))
                .containsExactly(new Whole());
    }

    @Test
    void whatIsNoRange_isIgnored() {
        assertThat(ByteRanges.of("lines=1-2,3-4", 10)).containsExactly(new Whole());
        assertThat(ByteRanges.of("bytes=1-2,x", 10)).containsExactly(new Whole());
    }
}
