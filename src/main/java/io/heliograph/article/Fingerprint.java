package io.heliograph.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short names made of a SHA-256, in the 32 characters {@code a-z2-7}: safe in URLs, file names, ids and tags. */
public final class Fingerprint {

    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Fingerprint() {}

    /** The first {@code characters} characters (5 bits each, at most 51) of the fingerprint of a text's UTF-8 form. */
    public static String of(String text, int characters) {
        return of(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), characters);
    }

    /** The first {@code characters} characters (5 bits each) of a digest. */
    public static String of(byte[] digest, int characters) {
        StringBuilder out = new StringBuilder(characters);
        int bits = 0;
        int held = 0;
        for (int i = 0; out.length() < characters; ) {
            if (held < 5) {
                bits = bits << 8 | digest[i++] & 0xff;
                held += 8;
            }
            held -= 5;
            out.append(BASE32[bits >>> held & 31]);
        }
        return out.toString();
    }

    /** A new SHA-256 digest, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256, which every JDK must have", e);
        }
    }
}
