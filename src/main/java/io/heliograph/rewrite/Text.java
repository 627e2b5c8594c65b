package io.heliograph.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text that is read: bytes, and for each the place in the document where it was written. The two differ where the text
 * stood in escapes: an attribute's value with character references, a string of JSON.
 *
 * <p>Bytes below 0x80 are ASCII; the others are letters as far as any syntax is concerned.
 */
final class Text {

    static final Text EMPTY = of(new byte[0], StandardCharsets.UTF_8);

    private final byte[] bytes;
    /** The same as they are written: some bytes are covered up for reading. */
    private final byte[] written;
    /** Place in the document of each byte, and one more for the end; null where the two are the same. */
    private final int @Nullable [] places;

    private final int offset;
    private final int length;
    private final Charset charset;

    private Text(byte[] bytes, byte[] written, int offset, int length, int @Nullable [] places, Charset charset) {
        this.bytes = bytes;
        this.written = written;
        this.offset = offset;
        this.length = length;
        this.places = places;
        this.charset = charset;
    }

    /** A whole document. */
    static Text of(byte[] document, Charset charset) {
        return of(document, document, charset);
    }

    /**
     * A whole document.
     *
     * @param readable the same with those bytes covered up that only look like ASCII
     */
    static Text of(byte[] document, byte[] readable, Charset charset) {
        return new Text(readable, document, 0, document.length, null, charset);
    }

    int length() {
        return length;
    }

    /** The byte at a place, 0 to 255; -1 outside the text. */
    int at(int i) {
        return i >= 0 && i < length ? bytes[offset + i] & 0xff : -1;
    }

    /** The byte at a place, a capital letter as a small one; -1 outside the text. */
    int lower(int i) {
        int c = at(i);
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    /** Where in the document the byte at {@code i} was written; for the length, where the text ends. */
    int place(int i) {
        return places == null ? offset + i : places[offset + i];
    }

    /** The first byte that was written at a place of the document or after it. */
    int index(int place) {
        if (places == null) {
            return Math.max(0, Math.min(length, place - offset));
        }
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[offset + middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether what stands at {@code i} is a word, given in small letters, in letters of either case. */
    boolean has(int i, String word) {
        int n = word.length();
        if (i < 0 || i + n > length) {
            return false;
        }
        for (int j = 0; j < n; j++) {
            if (lower(i + j) != word.charAt(j)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text from one place to before another is a word, as {@link #has} compares. */
    boolean is(int from, int to, String word) {
        return to - from == word.length() && has(from, word);
    }

    /** The first place from {@code i} on, before {@code to}, that has a byte; {@code to} if none has. */
    int find(int c, int i, int to) {
        int at = i;
        while (at < to && bytes[offset + at] != (byte) c) {
            at++;
        }
        return Math.min(at, to);
    }

    /** As Latin-1, so that each char is a byte. */
    String latin(int from, int to) {
        return new String(bytes, offset + from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** In the document's charset. */
    String string(int from, int to) {
        return new String(written, offset + from, to - from, charset);
    }

    /** As Latin-1, capital letters of ASCII as small ones. */
    String lowered() {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append((char) lower(i));
        }
        return out.toString();
    }

    Charset charset() {
        return charset;
    }

    /** The bytes from one place to before another, as they are written. */
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(written, offset + from, offset + to);
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** A part of this text as one of its own. */
    Text part(int from, int to) {
        return new Text(bytes, written, offset + from, to - from, places, charset);
    }

    /** Text on its way from the escapes it stood in. */
    static final class Builder {
        private final Text source;
        private final byte[] out;
        private final byte[] written;
        private final int[] places;
        /** UTF-8 where the source is ASCII, whose charset may lack what stands in escapes. */
        private final Charset charset;

        private int length;

        /** For text that is not longer than it was in escapes. */
        Builder(Text source, int mostBytes) {
            this.source = source;
            out = new byte[mostBytes];
            written = new byte[mostBytes];
            places = new int[mostBytes + 1];
            charset = source.isAscii() ? StandardCharsets.UTF_8 : source.charset;
        }

        /** Adds a byte that was written at {@code i} in the source. */
        void add(int b, int i) {
            add(b, b, i);
        }

        private void add(int b, int asWritten, int i) {
            if (length < out.length) {
                out[length] = (byte) b;
                written[length] = (byte) asWritten;
                places[length++] = source.place(i);
            }
        }

        /** Adds a character that was written at {@code i} in the source. */
        void character(int point, int i) {
            if (point < 0x80) {
                add(point, i);
            } else if (!canEncode(charset, point)) {
                // Some letter, as far as any syntax is concerned.
                add(0x80, i);
            } else {
                for (byte b : Character.toString(point).getBytes(charset)) {
                    add(b, i);
                }
            }
        }

        /** Whether a character has bytes in a charset, and none that look like ASCII. */
        private static boolean canEncode(Charset charset, int point) {
            return charset.equals(StandardCharsets.UTF_8)
                    || charset.canEncode()
                            && !charset.name().startsWith("ISO-2022")
                            && charset.newEncoder().canEncode(Character.toString(point));
        }

        /** Adds what stands in the source as it is. */
        void copy(int from, int to) {
            for (int i = from; i < to; i++) {
                add(source.at(i), source.written[source.offset + i], i);
            }
        }

        /** The text; in the source, it ended before {@code end}. */
        Text finish(int end) {
            places[length] = source.place(end);
            return new Text(out, written, 0, length, places, charset);
        }
    }
}
