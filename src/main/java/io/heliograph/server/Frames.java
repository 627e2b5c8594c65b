package io.heliograph.server;

import io.vertx.core.buffer.Buffer;

/** Where the frames of a WebSocket's stream end (RFC 6455, section 5.2), whatever is in them. */
final class Frames {

    private static final int OPCODE = 0x0f;
    private static final int CLOSE = 8;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final byte[] head = new byte[14];
    private int seen;
    private long left;
    private boolean closed;

    /** Whether what comes next is a new frame. */
    boolean isBetween() {
        return seen == 0 && left == 0;
    }

    /** Whether the frame that says the last word has begun. */
    boolean isClosed() {
        return closed;
    }

    /** Takes bytes that pass. */
    void pass(Buffer bytes) {
        int at = 0;
        while (at < bytes.length()) {
            at = step(bytes, at);
        }
    }

    /** Takes bytes that pass up to the end of the frame that they are in; returns how many. */
    int passToEnd(Buffer bytes) {
        int at = 0;
        while (at < bytes.length() && !isBetween()) {
            at = step(bytes, at);
        }
        return at;
    }

    private int step(Buffer bytes, int at) {
        if (left > 0) {
            int taken = (int) Math.min(left, bytes.length() - at);
            left -= taken;
            return at + taken;
        }
        head[seen++] = bytes.getByte(at);
        if (seen >= 2 && seen == headLength()) {
            closed |= (head[0] & OPCODE) == CLOSE;
            left = payload();
            seen = 0;
        }
        return at + 1;
    }

    private int headLength() {
        int length = head[1] & LENGTH;
        int more = length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0;
        return 2 + more + ((head[1] & MASKED) == 0 ? 0 : 4);
    }

    private long payload() {
        int length = head[1] & LENGTH;
        if (length < TWO_BYTES) {
            return length;
        }
        long value = 0;
        for (int i = 2; i < (length == TWO_BYTES ? 4 : 10); i++) {
            value = value << 8 | head[i] & 0xff;
        }
        // The first bit must be 0 (section 5.2); where it is not, no frame ends any more.
        return value & Long.MAX_VALUE;
    }
}
