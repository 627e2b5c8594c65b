package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.heliograph.outbound.FetchFailure.Reason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    private static final byte[] TEXT = "Fifty sheds.".getBytes(StandardCharsets.UTF_8);

    /** RFC 1952, section 2.2: a file is one member after another. */
    @Test
    void severalMembers_areUnpackedAsOne() throws Exception {
        byte[] two = Packed.of(TEXT).appendBuffer(Packed.of(TEXT)).getBytes();

        byte[] unpacked = Gzip.unpack(two, 1000, "feeds.example");

        assertThat(unpacked).asString().isEqualTo("Fifty sheds.Fifty sheds.");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 1000})
    void contentUpToTheLimit_isUnpacked(int most) throws Exception {
        byte[] unpacked = Gzip.unpack(Packed.of(TEXT).getBytes(), most, "feeds.example");

        assertThat(unpacked).isEqualTo(TEXT);
    }

    @Test
    void contentOneByteBeyondTheLimit_isRefused() {
        FetchFailure failure = catchThrowableOfType(
                FetchFailure.class, () -> Gzip.unpack(Packed.of(TEXT).getBytes(), 11, "feeds.example"));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    /** RFC 1952, section 2.3.1: the check sum and the size stand at the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 9, 20})
    void contentWithoutItsEnd_isRefused(int missing) {
        byte[] whole = Packed.of(TEXT).getBytes();
        byte[] cut = Arrays.copyOf(whole, whole.length - missing);

        FetchFailure failure = catchThrowableOfType(FetchFailure.class, () -> Gzip.unpack(cut, 1000, "feeds.example"));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
        assertThat(failure).hasMessageContaining("feeds.example");
    }

    @Test
    void bomb_isGivenUpBeforeItTakesMuchMemory() {
        byte[] bomb = Packed.ofRepeated(new byte[1 << 20], 256).getBytes();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        FetchFailure failure =
                catchThrowableOfType(FetchFailure.class, () -> Gzip.unpack(bomb, 10 << 20, "feeds.example"));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64L << 20);
    }
}
