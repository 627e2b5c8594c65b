package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;

/** Several ranges of bytes in one {@code Range} field (RFC 9110, section 14.2). */
public final class ByteRanges {

    /** More than that is an attack, not a reader (RFC 9110, section 17.15). */
    private static final int MOST = 16;

    private ByteRanges() {}

    /**
     * What a field asks for: one {@link ByteRange} where it names one range, is to be ignored, or nothing in it can be
     * had; else parts, in the order that was asked for. Many ranges, or such as overlap, are ignored.
     *
     * @param length of the representation, bytes
     */
    public static List<ByteRange> of(String field, long length) {
        if (field.indexOf(',') < 0) {
            return List.of(ByteRange.of(field, length));
        }
        int equals = field.indexOf('=');
        String[] members = field.substring(equals + 1).split(",", 0);
        if (equals < 0 || members.length > MOST) {
            return List.of(new ByteRange.Whole());
        }
        List<ByteRange> parts = new ArrayList<>();
        for (String member : members) {
            if (member.isBlank()) {
                continue;
            }
            ByteRange range = ByteRange.of(field.substring(0, equals + 1) + member.strip(), length);
            if (range instanceof ByteRange.Whole) {
                return List.of(range);
            }
            if (range instanceof ByteRange.Part part) {
                if (parts.stream().anyMatch(other -> overlaps(part, (ByteRange.Part) other))) {
                    return List.of(new ByteRange.Whole());
                }
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(new ByteRange.Unsatisfiable()) : List.copyOf(parts);
    }

    private static boolean overlaps(ByteRange.Part one, ByteRange.Part other) {
        return one.first() <= other.last() && other.first() <= one.last();
    }
}
