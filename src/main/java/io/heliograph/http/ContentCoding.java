package io.heliograph.http;

import java.util.Set;

/** A content coding of HTTP (RFC 9110, section 8.4.1) that we can send. */
public enum ContentCoding {
    /** No coding. */
    IDENTITY("identity", ""),
    /** RFC 1952. */
    GZIP("gzip", "-g"),
    /** RFC 7932. */
    BROTLI("br", "-b"),
    /** RFC 8878. */
    ZSTD("zstd", "-z");

    /** From the smallest result to the largest: what is sent where a client likes several equally. */
    private static final ContentCoding[] BY_SIZE = {BROTLI, ZSTD, GZIP};

    private final String token;
    private final String tagSuffix;

    ContentCoding(String token, String tagSuffix) {
        this.token = token;
        this.tagSuffix = tagSuffix;
    }

    /** As it stands in {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /** What makes a strong entity tag of the coded bytes different from that of the plain ones. */
    public String tagSuffix() {
        return tagSuffix;
    }

    /**
     * The coding to send (RFC 9110, section 12.5.3): the one with the highest weight among those at hand, the smallest
     * where weights are equal, and none where the field is empty or nothing in it fits.
     *
     * @param acceptEncoding field value; empty if absent, which we read as "no coding": a client that wants one says so
     */
    public static ContentCoding choose(String acceptEncoding, Set<ContentCoding> atHand) {
        if (acceptEncoding.isEmpty()) {
            return IDENTITY;
        }
        ContentCoding best = IDENTITY;
        int bestWeight = 0;
        for (ContentCoding coding : BY_SIZE) {
            if (atHand.contains(coding)) {
                int weight = weightOf(acceptEncoding, coding);
                if (weight > bestWeight) {
                    best = coding;
                    bestWeight = weight;
                }
            }
        }
        return bestWeight > 0 && bestWeight >= weightOf(acceptEncoding, IDENTITY) ? best : IDENTITY;
    }

    /** The weight in thousandths of a coding in the field; 0 if it is not wanted or, identity apart, not named. */
    private static int weightOf(String field, ContentCoding coding) {
        int named = -1;
        int star = -1;
        for (WeightedList item = new WeightedList(field); item.next(); ) {
            if (item.is(coding.token) || coding == GZIP && item.is("x-gzip")) {
                named = Math.max(named, item.weight());
            } else if (item.is("*")) {
                star = item.weight();
            }
        }
        // Identity that is not named is always there, but never better than what is asked for.
        return named >= 0 ? named : coding == IDENTITY ? 0 : Math.max(star, 0);
    }
}
