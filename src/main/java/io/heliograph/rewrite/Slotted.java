package io.heliograph.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A document with slots: places where a value goes that is known later, such as the host that is asked; and with parts
 * that are for some hosts alone. What this project writes is in UTF-8; what it mirrors may be in any charset that has the
 * characters of a URL where ASCII has them.
 *
 * <p>Filling copies bytes and nothing more, so N hosts cost one rendering and N copies; a range of the filled document
 * costs no more than its own bytes. The digest is of the document with its slots open, and so the same on every host.
 */
public final class Slotted {

    private final byte[] text;
    /** Where in the text each mark is, ascending; several may be at one place. */
    private final int[] offsets;
    /** Which mark is there, beside {@link #offsets}. */
    private final Mark[] marks;

    Slotted(byte[] text, int[] offsets, Mark[] marks) {
        this.text = text;
        this.offsets = offsets;
        this.marks = marks;
    }

    /** Size in bytes with every slot empty. */
    public int openLength() {
        return text.length;
    }

    /** How many slots and conditions are open. */
    public int openMarks() {
        return marks.length;
    }

    /** The document with the time of its last change filled in. */
    public Slotted modified(String stamp) {
        byte[] value = stamp.getBytes(StandardCharsets.UTF_8);
        Copy copy = new Copy(text.length + count(Slot.MODIFIED) * value.length, marks.length);
        int from = 0;
        for (int i = 0; i < marks.length; i++) {
            copy.append(text, from, offsets[i]);
            from = offsets[i];
            if (marks[i] == Slot.MODIFIED) {
                copy.append(value, 0, value.length);
            } else {
                copy.mark(marks[i]);
            }
        }
        copy.append(text, from, text.length);
        return copy.finish();
    }

    /**
     * The document as one host has it, whole: every host slot filled, the parts for other hosts left out.
     *
     * @param base scheme and authority
     * @throws IllegalStateException if the time of change is still open
     */
    public byte[] on(String base) {
        return on(base, "");
    }

    /**
     * The same for a subscriber.
     *
     * @param root path of his own, below which feeds are; without a slash at its end
     */
    public byte[] on(String base, String root) {
        Filling filling = new Filling(base, root);
        long length = walk(filling, 0, new byte[0], 0);
        byte[] whole = new byte[Math.toIntExact(length)];
        walk(filling, 0, whole, whole.length);
        return whole;
    }

    /**
     * Size in bytes on one host, without filling anything.
     *
     * @throws IllegalStateException if the time of change is still open
     */
    public long lengthOn(String base) {
        return walk(new Filling(base, ""), 0, new byte[0], 0);
    }

    /**
     * A range of the document as one host has it: {@code on(base)} from {@code from} to before {@code to}.
     *
     * @throws IndexOutOfBoundsException if there are no such bytes
     */
    public byte[] rangeOn(String base, long from, long to) {
        if (from < 0 || from > to || to > lengthOn(base)) {
            throw new IndexOutOfBoundsException(from + " to " + to);
        }
        byte[] part = new byte[Math.toIntExact(to - from)];
        copyOn(base, from, part);
        return part;
    }

    /**
     * Copies what the document has on one host from {@code from} on, until the target is full or the document ends.
     *
     * @return how many bytes were copied
     */
    public int copyOn(String base, long from, byte[] target) {
        long length = walk(new Filling(base, ""), from, target, target.length);
        return (int) Math.max(0, Math.min(target.length, length - from));
    }

    /**
     * Goes over the document as a host has it, copying what is in a window.
     *
     * @return how far it got: the whole length, or a place beyond the window
     */
    private long walk(Filling filling, long windowFrom, byte[] target, int windowSize) {
        long at = 0;
        boolean wanted = true;
        int from = 0;
        for (int i = 0; i <= marks.length; i++) {
            int to = i < marks.length ? offsets[i] : text.length;
            if (wanted) {
                window(text, from, to, at - windowFrom, target);
                at += to - from;
            }
            from = to;
            if (i == marks.length || windowSize > 0 && at - windowFrom >= windowSize) {
                break;
            }
            if (marks[i] instanceof Mark.Begin begin) {
                wanted = filling.holds(begin.condition());
            } else if (marks[i] instanceof Mark.End) {
                wanted = true;
            } else if (wanted) {
                byte[] value = filling.value(marks[i]);
                window(value, 0, value.length, at - windowFrom, target);
                at += value.length;
            }
        }
        return at;
    }

    /** Copies the part of some bytes that falls into a window which begins {@code -at} bytes after them. */
    private static void window(byte[] source, int from, int to, long at, byte[] target) {
        long skip = Math.max(0, -at);
        long n = Math.min(to - from - skip, target.length - at - skip);
        if (n > 0) {
            System.arraycopy(source, (int) (from + skip), target, (int) (at + skip), (int) n);
        }
    }

    /**
     * The document with a path in front of some of its own: after each slot for a host whose path the function puts somewhere
     * else than it is.
     *
     * @param placed gives for a path, with its query, the one to use, which ends with it
     */
    public Slotted placed(UnaryOperator<String> placed) {
        SlottedWriter out = new SlottedWriter(text.length + 1024);
        int from = 0;
        for (int i = 0; i < marks.length; i++) {
            out.bytes(Arrays.copyOfRange(text, from, offsets[i]));
            from = offsets[i];
            out.mark(marks[i]);
            if (marks[i] == Slot.HOST || marks[i] == Slot.AUTHORITY) {
                String path = path(from);
                String place = placed.apply(path);
                out.raw(place.substring(0, place.length() - path.length()));
            }
        }
        return out.bytes(Arrays.copyOfRange(text, from, text.length)).finish();
    }

    /** What stands from a place on, as far as it may be part of a URL. */
    private String path(int from) {
        int to = from;
        while (to < text.length && text[to] > ' ' && "\"'<>\\&".indexOf(text[to]) < 0) {
            to++;
        }
        return new String(text, from, to - from, StandardCharsets.US_ASCII);
    }

    /**
     * The document, which is in UTF-8, in another encoding, and whatever goes into its slots too.
     *
     * @param start bytes that stand before it, such as a byte order mark
     */
    Slotted in(Charset charset, byte[] start) {
        SlottedWriter out = new SlottedWriter(start.length + 2 * text.length).bytes(start);
        int from = 0;
        for (int i = 0; i < marks.length; i++) {
            out.bytes(encoded(from, offsets[i], charset));
            boolean isPlace = marks[i] instanceof Slot || marks[i] instanceof Beside;
            out.mark(isPlace ? new Mark.Encoded(marks[i], charset) : marks[i]);
            from = offsets[i];
        }
        return out.bytes(encoded(from, text.length, charset)).finish();
    }

    private byte[] encoded(int from, int to, Charset charset) {
        return new String(text, from, to - from, StandardCharsets.UTF_8).getBytes(charset);
    }

    /** Adds the document, its open slots included, to a digest. */
    public void digest(MessageDigest digest) {
        int from = 0;
        for (int i = 0; i < marks.length; i++) {
            digest.update(text, from, offsets[i] - from);
            digest.update(marks[i].digest());
            from = offsets[i];
        }
        digest.update(text, from, text.length - from);
    }

    private int count(Slot slot) {
        int n = 0;
        for (Mark mark : marks) {
            n += mark == slot ? 1 : 0;
        }
        return n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slotted that
                && Arrays.equals(text, that.text)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(marks, that.marks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    /** The text with its slots empty, for people who look at a failed test. */
    @Override
    public String toString() {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A document on its way from another. */
    private static final class Copy {
        private final byte[] out;
        private final int[] at;
        private final Mark[] kept;
        private int length;
        private int marks;

        Copy(int mostBytes, int mostMarks) {
            out = new byte[mostBytes];
            at = new int[mostMarks];
            kept = new Mark[mostMarks];
        }

        void append(byte[] from, int start, int end) {
            System.arraycopy(from, start, out, length, end - start);
            length += end - start;
        }

        void mark(Mark mark) {
            at[marks] = length;
            kept[marks++] = mark;
        }

        Slotted finish() {
            return new Slotted(bytes(), Arrays.copyOf(at, marks), Arrays.copyOf(kept, marks));
        }

        byte[] bytes() {
            return length == out.length ? out : Arrays.copyOf(out, length);
        }
    }
}
