package io.heliograph.http;

/**
 * The part of a representation that a {@code Range} field asks for (RFC 9110, section 14).
 *
 * <p>Only a single range of bytes is answered with a part. Several ranges, other units and what cannot be read are
 * ignored, which section 14.2 allows: the whole is sent.
 */
public sealed interface ByteRange {

    /** The whole representation. */
    record Whole() implements ByteRange {}

    /** Bytes {@code first} to {@code last}, both counted in. */
    record Part(long first, long last) implements ByteRange {

        /** Number of bytes. */
        public long length() {
            return last - first + 1;
        }

        /** The {@code Content-Range} field of a 206 for this part of {@code length} bytes. */
        public String field(long length) {
            return "bytes " + first + "-" + last + "/" + length;
        }
    }

    /** Nothing of the representation is in the range: 416 (section 15.5.17). */
    record Unsatisfiable() implements ByteRange {}

    /**
     * Reads a {@code Range} field.
     *
     * @param field field value; empty if absent
     * @param length of the representation, bytes
     */
    static ByteRange of(String field, long length) {
        String range = field.strip();
        if (!range.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        range = range.substring(6).strip();
        int dash = range.indexOf('-');
        if (dash < 0 || range.indexOf(',') >= 0) {
            return new Whole();
        }
        String from = range.substring(0, dash);
        String to = range.substring(dash + 1);
        if (from.isEmpty() ? !isNumber(to) : !isNumber(from) || !to.isEmpty() && !isNumber(to)) {
            return new Whole();
        }
        if (from.isEmpty()) {
            long suffix = number(to);
            if (suffix == 0) {
                return new Unsatisfiable();
            }
            // Of nothing, the last bytes are the whole of it (section 14.1.2), for which there is no Content-Range.
            return length == 0 ? new Whole() : new Part(Math.max(0, length - suffix), length - 1);
        }
        long first = number(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
        if (last < first) {
            return new Whole();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The number, or the largest there is where it is larger still. */
    private static long number(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (value > (Long.MAX_VALUE - 9) / 10) {
                return Long.MAX_VALUE;
            }
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }
}
