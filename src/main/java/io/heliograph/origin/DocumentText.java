package io.heliograph.origin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a document into text. What claims to know the charset is believed in the order of RFC 7303,
 * section 3: byte order mark, HTTP, the document itself; but only if the bytes agree. Any bytes agree with a charset of
 * one byte for each character, so that claim, which many servers make of everything, must give way to bytes that are
 * UTF-8, or nearly all of them: some put texts of both kinds together. Where no claim holds, the likeliest.
 */
final class DocumentText {

    private static final Pattern HTTP_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final int PROLOG = 256;

    private DocumentText() {}

    /**
     * The text of a document, without a byte order mark.
     *
     * @param contentType field value; empty if unknown
     */
    static String decode(byte[] bytes, String contentType) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0, '<', 0) || startsWith(bytes, 0, '{', 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, '<', 0) || startsWith(bytes, '{', 0)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        List<Charset> claims = new ArrayList<>();
        named(HTTP_CHARSET, contentType).ifPresent(claims::add);
        String prolog = new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
        named(XML_ENCODING, prolog).ifPresent(claims::add);
        claims.add(StandardCharsets.UTF_8);
        // Documents in UTF-16 are known by now: those that only say so were made of strings that were.
        claims.removeIf(
                claim -> claim.name().startsWith("UTF-16") || claim.name().startsWith("UTF-32"));
        if (isOneByteForEach(claims.get(0))) {
            if (mostlyUtf8(bytes)) {
                return mixed(bytes, claims.get(0));
            }
            claims.add(0, StandardCharsets.UTF_8);
        }
        for (Charset claim : claims) {
            try {
                return claim.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // The claim is false; the next one may be true.
            }
        }
        return mostlyUtf8(bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : new String(bytes, CharsetGuess.of(bytes));
    }

    private static boolean isOneByteForEach(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** Some put two byte order marks in front. */
    private static String withoutMark(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\ufeff') {
            i++;
        }
        return text.substring(i);
    }

    /**
     * Whether nearly all of the bytes beyond ASCII are UTF-8: one broken character spoils no document. Of Japanese and
     * Korean in their older charsets half may look so.
     */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xfffd).count();
        long good = text.chars().filter(c -> c >= 0x80 && c != 0xfffd).count();
        return good > 4 * broken;
    }

    /** UTF-8, and what is none in the charset that was named. */
    private static String mixed(byte[] bytes, Charset named) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = utf8.decode(in, out, true); result.isError(); result = utf8.decode(in, out, true)) {
            out.put(new String(bytes, in.position(), result.length(), named));
            in.position(in.position() + result.length());
        }
        return out.flip().toString();
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(
                    switch (name) {
                        // What these names mean in practice (WHATWG Encoding, section 4.2).
                        case "iso-8859-1", "latin1", "us-ascii", "ascii" -> windows1252();
                        case "utf8mb4", "utf8", "unicode-1-1-utf-8" -> StandardCharsets.UTF_8;
                        default -> Charset.forName(name);
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Charset windows1252() {
        return Charset.forName("windows-1252");
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
