package io.heliograph.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Somebody who may have feeds that are not for all. What lets one in is a token in the URL; of that, only a digest is
 * kept, so that nothing that prints a subscriber tells it.
 *
 * @param name for the operator, who may withdraw one subscriber's token without the others': {@code [a-z0-9-]+}
 * @param digest of the token: SHA-256 in hexadecimal
 */
public record Subscriber(String name, String digest) {

    /** 22 characters of Base64 are 128 bits and a little. */
    public static final int SHORTEST = 22;

    public static final int LONGEST = 128;

    /** Bits by the frequency of its characters, below which a token is somebody's word and not a random one. */
    private static final double LEAST_BITS = 72;

    /**
     * A subscriber with a token.
     *
     * @throws IllegalArgumentException saying what is wrong with the token, without it
     */
    public static Subscriber of(String name, String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST) {
            throw new IllegalArgumentException("a token of " + token.length() + " characters");
        }
        if (!token.chars().allMatch(Subscriber::isUnreserved)) {
            throw new IllegalArgumentException("a token with a character that is not of A-Z, a-z, 0-9, - and _");
        }
        if (bits(token) < LEAST_BITS) {
            throw new IllegalArgumentException("a token that repeats itself and could be guessed");
        }
        return new Subscriber(name, digest(token));
    }

    /**
     * The digest of what somebody sent for a token. Comparing digests tells nothing about tokens by the time that it
     * takes.
     */
    public static String digest(String token) {
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a token is this subscriber's, by its {@link #digest}; in the same time whatever the answer. */
    boolean has(String other) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** Shannon's entropy of the characters, times their number. */
    private static double bits(String token) {
        int[] counts = new int[128];
        token.chars().forEach(c -> counts[c]++);
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count * Math.log((double) count / token.length()) / Math.log(2);
            }
        }
        return bits;
    }
}
