package io.heliograph.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Several parts of a representation in one body (RFC 9110, section 14.6): each with a head before it, and a line after the
 * last.
 *
 * @param boundary between the parts
 * @param type the {@code Content-Type} of the representation; empty if it has none
 * @param length of the representation, bytes
 */
public record MultipartRanges(String boundary, String type, List<ByteRange.Part> parts, long length) {

    public MultipartRanges {
        parts = List.copyOf(parts);
    }

    /** The {@code Content-Type} of the body. */
    public String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /** What stands before a part: one character, one byte. */
    public String head(ByteRange.Part part) {
        return "\r\n--" + boundary + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                + "Content-Range: " + part.field(length) + "\r\n\r\n";
    }

    /** What stands after the last. */
    public String end() {
        return "\r\n--" + boundary + "--\r\n";
    }

    /** Length of the body. */
    public long bytes() {
        long bytes = bytes(end());
        for (ByteRange.Part part : parts) {
            bytes += bytes(head(part)) + part.length();
        }
        return bytes;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1).length;
    }
}
