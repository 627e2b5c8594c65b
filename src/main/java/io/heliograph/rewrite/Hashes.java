package io.heliograph.rewrite;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The hashes of some bytes that Subresource Integrity and Content Security Policy know, in Base64.
 */
public record Hashes(String sha256, String sha384, String sha512) {

    /** The algorithms, as they are written before a hash. */
    static final List<String> ALGORITHMS = List.of("sha256", "sha384", "sha512");

    public static Hashes of(byte[] bytes) {
        return new Hashes(hash("sha256", bytes), hash("sha384", bytes), hash("sha512", bytes));
    }

    /** The hash by one of {@link #ALGORITHMS}. */
    String by(String algorithm) {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "sha256" -> sha256;
            case "sha384" -> sha384;
            default -> sha512;
        };
    }

    /** The hash of some bytes by one of {@link #ALGORITHMS}. */
    static String hash(String algorithm, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-" + algorithm.substring(3));
            return Base64.getEncoder().encodeToString(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
