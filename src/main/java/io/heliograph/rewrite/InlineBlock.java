package io.heliograph.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * An inline script, style or event handler that was changed: a policy may name its hash (CSP3, section 8.4).
 *
 * @param before as the origin has it, in the document's charset
 * @param after as it is on each host
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record InlineBlock(byte[] before, Slotted after, Charset charset) {

    /** The hash of what the origin has, by an algorithm such as {@code sha256}. */
    String hashBefore(String algorithm) {
        return hash(algorithm, before);
    }

    /** The hash of what one host has. */
    String hashOn(String base, String algorithm) {
        return hash(algorithm, after.on(base));
    }

    /** Hashes are of what a parser makes of the bytes: in UTF-8, with line feeds alone. */
    private String hash(String algorithm, byte[] bytes) {
        String text = new String(bytes, charset).replace("\r\n", "\n").replace('\r', '\n');
        return Hashes.hash(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }
}
