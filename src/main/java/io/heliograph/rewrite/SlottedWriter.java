package io.heliograph.rewrite;

import java.util.Arrays;

/** Writes a {@link Slotted} document: text straight into UTF-8, and slots. Not for use by several threads. */
public final class SlottedWriter {

    /** A place and what is there; some are objects of their own. */
    private static final int MARK_BYTES = 32;

    private byte[] bytes;
    private int length;
    private int[] offsets = new int[16];
    private Mark[] marks = new Mark[16];
    private int open;

    /** A writer that expects a document of about this many bytes. */
    public SlottedWriter(int expectedBytes) {
        bytes = new byte[Math.max(expectedBytes, 64)];
    }

    /** Bytes written so far, slots left out. */
    public int length() {
        return length;
    }

    /** What the document so far takes in memory, bytes. */
    long weight() {
        return length + (long) open * MARK_BYTES;
    }

    /** Writes a character of ASCII. */
    public SlottedWriter ascii(char c) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) c;
        return this;
    }

    /** Writes text as it is; a lone surrogate becomes U+FFFD. */
    public SlottedWriter raw(CharSequence text) {
        int n = text.length();
        if (bytes.length - length < n) {
            grow(n);
        }
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else {
                i += character(text, i) - 1;
            }
        }
        return this;
    }

    /** Writes bytes as they are, whatever they mean. */
    public SlottedWriter bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    /** Writes the bytes from one place to before another, whatever they mean. */
    public SlottedWriter bytes(byte[] value, int from, int to) {
        if (bytes.length - length < to - from) {
            grow(to - from);
        }
        System.arraycopy(value, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** Writes the code point at {@code i}, whatever it is, in UTF-8; returns how many chars it takes in the text. */
    public int character(CharSequence text, int i) {
        char c = text.charAt(i);
        if (bytes.length - length < 4) {
            grow(4);
        }
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            bytes[length++] = (byte) (0xf0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | point & 0x3f);
            return 2;
        } else {
            char whole = Character.isSurrogate(c) ? '\ufffd' : c;
            bytes[length++] = (byte) (0xe0 | whole >> 12);
            bytes[length++] = (byte) (0x80 | whole >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | whole & 0x3f);
        }
        return 1;
    }

    /** Leaves a place open. */
    public SlottedWriter slot(Slot slot) {
        return mark(slot);
    }

    /** What is written from here to {@link #end} is for some hosts alone. Such parts do not nest. */
    public SlottedWriter begin(HostCondition condition) {
        return mark(new Mark.Begin(condition));
    }

    /** The end of what is for some hosts alone. */
    public SlottedWriter end() {
        return mark(new Mark.End());
    }

    /** The document written so far. */
    public Slotted finish() {
        return new Slotted(Arrays.copyOf(bytes, length), Arrays.copyOf(offsets, open), Arrays.copyOf(marks, open));
    }

    SlottedWriter mark(Mark mark) {
        if (open == marks.length) {
            offsets = Arrays.copyOf(offsets, open * 2);
            marks = Arrays.copyOf(marks, open * 2);
        }
        offsets[open] = length;
        marks[open++] = mark;
        return this;
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
}
