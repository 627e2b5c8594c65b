package io.heliograph.page;

import io.heliograph.article.Fingerprint;
import io.heliograph.rewrite.Slotted;
import io.heliograph.rewrite.SlottedWriter;
import java.security.MessageDigest;

/**
 * A file that pages name: the stylesheet, an icon.
 *
 * @param name without its fingerprint: {@code style.css}
 * @param contentType as it is served
 * @param fingerprint of its content: the first {@link #FINGERPRINT} characters of the tag that it is served with
 */
public record Asset(String name, String contentType, Slotted slotted, String fingerprint) {

    /** Characters of a fingerprint in a file's name. */
    public static final int FINGERPRINT = 10;

    static Asset of(String name, String contentType, byte[] bytes) {
        Slotted slotted = new SlottedWriter(bytes.length).bytes(bytes).finish();
        MessageDigest digest = Fingerprint.sha256();
        slotted.digest(digest);
        return new Asset(name, contentType, slotted, Fingerprint.of(digest.digest(), FINGERPRINT));
    }

    /** Where it is on every host, for ever the same bytes: {@code /assets/style.abcdefghij.css}. */
    String path() {
        int dot = name.lastIndexOf('.');
        return Assets.FOLDER + name.substring(0, dot) + "." + fingerprint + name.substring(dot);
    }
}
