package io.heliograph.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Content-Range} field says of the part that it comes with (RFC 9110, section 14.4).
 *
 * @param first place of its first byte
 * @param last place of its last byte
 * @param length of the whole, bytes
 */
public record ContentRange(long first, long last, long length) {

    private static final Pattern FIELD =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    public ContentRange {
        if (first < 0 || last < first || length <= last) {
            throw new IllegalArgumentException("bytes " + first + "-" + last + "/" + length + " is no range");
        }
    }

    /** Reads a field; nothing where it is none, is not of bytes, contradicts itself or does not say the whole length. */
    public static Optional<ContentRange> parse(String field) {
        Matcher matcher = FIELD.matcher(field.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long length = Long.parseLong(matcher.group(3));
        return last < first || length <= last ? Optional.empty() : Optional.of(new ContentRange(first, last, length));
    }

    /** Number of bytes of the part. */
    public long bytes() {
        return last - first + 1;
    }
}
