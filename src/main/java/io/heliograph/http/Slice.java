package io.heliograph.http;

/**
 * One of the pieces of equal length in which a large representation is asked for, stored and put together; the last may be
 * shorter. Since they begin at multiples of their length, all who want some byte ask for the same piece.
 *
 * @param index counted from 0
 */
public record Slice(long index) {

    /** Length of a slice, bytes: seconds of a film, and a small part of any budget. */
    public static final int BYTES = 1 << 20;

    private static final Slice FIRST = new Slice(0);

    public Slice {
        if (index < 0 || index > Long.MAX_VALUE / BYTES - 1) {
            throw new IllegalArgumentException("no slice " + index);
        }
    }

    /** The slice that has a byte. */
    public static Slice at(long place) {
        return new Slice(place / BYTES);
    }

    /**
     * The slice to begin with where the whole length is not known yet: that of the first byte of the first range that a
     * {@code Range} field names; the very first for the last bytes of a representation, and for anything else.
     */
    public static Slice toBeginWith(String range) {
        int equals = range.indexOf('=');
        int comma = range.indexOf(',');
        String first = comma < 0 ? range : range.substring(0, comma);
        if (equals < 0 || first.length() <= equals) {
            return FIRST;
        }
        // Of a representation without an end no range is cut, and a suffix begins nowhere yet.
        return ByteRange.of(first, Long.MAX_VALUE) instanceof ByteRange.Part part
                        && !first.substring(equals + 1).strip().startsWith("-")
                        && part.first() / BYTES < Long.MAX_VALUE / BYTES - 1
                ? at(part.first())
                : FIRST;
    }

    /** The slice behind this one. */
    public Slice next() {
        return new Slice(index + 1);
    }

    /** Place of the first byte. */
    public long first() {
        return index * BYTES;
    }

    /** Place of the last byte in a representation of so many bytes. */
    public long last(long length) {
        return Math.min(first() + BYTES, length) - 1;
    }

    /** Number of bytes in a representation of so many. */
    public int bytes(long length) {
        return (int) (last(length) - first() + 1);
    }

    /** The {@code Range} field that asks for it (RFC 9110, section 14.2). */
    public String field() {
        return "bytes=" + first() + "-" + (first() + BYTES - 1);
    }

    /** Whether a part is this slice, whole. */
    public boolean is(ContentRange part) {
        return part.first() == first() && part.last() == last(part.length());
    }
}
