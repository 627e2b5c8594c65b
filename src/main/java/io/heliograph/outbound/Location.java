package io.heliograph.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The {@code Location} field of a redirect (RFC 9110, section 10.2.2). */
final class Location {

    private Location() {}

    /**
     * The URL that a redirect leads to.
     *
     * @throws IllegalArgumentException if it leads to none
     */
    static URI resolve(URI url, String location) {
        String reference = reference(location);
        // A query alone is relative to the whole path, which java.net.URI gets wrong (RFC 3986, section 5.2.2).
        return url.resolve(reference.startsWith("?") ? url.getRawPath() + reference : reference);
    }

    /** The field as the URL reference it should be: servers send UTF-8 and spaces as they are, which browsers take. */
    static String reference(String location) {
        StringBuilder out = new StringBuilder(location.length());
        // A field's bytes, of whatever charset, are given as ISO-8859-1 (RFC 9110, section 5.5).
        for (byte b : location.strip().getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xff);
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
