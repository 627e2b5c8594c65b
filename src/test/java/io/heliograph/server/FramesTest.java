package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 5.2. */
class FramesTest {

    private static final Buffer SHORT = frame(0x81, false, 5);
    private static final Buffer MASKED = frame(0x82, true, 5);
    private static final Buffer LONG = frame(0x02, true, 300);
    private static final Buffer VERY_LONG = frame(0x80, false, 70_000);
    private static final Buffer EMPTY = frame(0x89, true, 0);
    private static final Buffer CLOSE = frame(0x88, false, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, 1_000_000})
    void ends_areFound_howeverTheStreamIsCut(int piece) {
        Buffer all = Buffer.buffer();
        for (Buffer frame : new Buffer[] {SHORT, MASKED, LONG, VERY_LONG, EMPTY}) {
            all.appendBuffer(frame);
        }
        Frames frames = new Frames();

        for (int at = 0; at < all.length(); at += piece) {
            frames.pass(all.slice(at, Math.min(all.length(), at + piece)));
        }

        assertThat(frames.isBetween()).isTrue();
        assertThat(frames.isClosed()).isFalse();
    }

    @Test
    void passToEnd_stopsWhereTheFrameEnds() {
        Buffer two = Buffer.buffer().appendBuffer(LONG).appendBuffer(SHORT);
        Frames frames = new Frames();
        frames.pass(two.slice(0, 100));
        assertThat(frames.isBetween()).isFalse();

        int taken = frames.passToEnd(two.slice(100, two.length()));

        assertThat(taken).isEqualTo(LONG.length() - 100);
        assertThat(frames.isBetween()).isTrue();
    }

    @Test
    void lastWord_isSeen() {
        Frames frames = new Frames();
        frames.pass(SHORT);
        frames.pass(CLOSE);

        assertThat(frames.isClosed()).isTrue();
    }

    private static Buffer frame(int first, boolean masked, int length) {
        Buffer frame = Buffer.buffer().appendByte((byte) first);
        int mask = masked ? 0x80 : 0;
        if (length < 126) {
            frame.appendByte((byte) (mask | length));
        } else if (length < 65_536) {
            frame.appendByte((byte) (mask | 126)).appendShort((short) length);
        } else {
            frame.appendByte((byte) (mask | 127)).appendLong(length);
        }
        return frame.appendBytes(new byte[length + (masked ? 4 : 0)]);
    }
}
