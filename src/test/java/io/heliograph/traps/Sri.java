package io.heliograph.traps;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Hashes as pages and policies name them. */
final class Sri {

    private Sri() {}

    static String of(String algorithm, byte[] body) {
        try {
            return algorithm.replace("-", "").toLowerCase(Locale.ROOT)
                    + "-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance(algorithm).digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
