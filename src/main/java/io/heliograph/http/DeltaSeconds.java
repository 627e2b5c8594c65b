package io.heliograph.http;

/** A number of seconds (RFC 9111, section 1.2.2). */
public final class DeltaSeconds {

    /** What larger numbers count as. */
    static final long MOST = 1L << 31;

    private DeltaSeconds() {}

    /** The number, at most 2^31; negative if the text is none. */
    public static long parse(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = Math.min(MOST, value * 10 + (c - '0'));
        }
        return value;
    }
}
