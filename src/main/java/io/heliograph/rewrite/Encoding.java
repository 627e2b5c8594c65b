package io.heliograph.rewrite;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;

/**
 * The character encoding of a body: by its byte order mark, else by the field, else by what the document says itself in
 * its first kilobyte (HTML Standard, encoding sniffing algorithm; CSS Syntax, section 3.2; XML 1.0, appendix F).
 *
 * @param charset for names in other scripts; Latin-1 where the encoding is not known here
 * @param bom length of the byte order mark
 */
record Encoding(Charset charset, int bom) {

    private static final int LOOK = 1024;

    /** How far browsers look in a head that has not ended after the first kilobyte. */
    private static final int LOOK_IN_HEAD = 32 << 10;

    private static final Names HEAD =
            Names.of("html head title meta link style script base noscript template basefont bgsound");

    private static final byte ESCAPE = 0x1b;

    private static final byte[] ASCII = "https://www.example.org:80/?#".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> LATIN = Set.of(
            "iso-8859-1",
            "iso8859-1",
            "iso_8859-1",
            "latin1",
            "l1",
            "ascii",
            "us-ascii",
            "ansi_x3.4-1968",
            "cp819",
            "ibm819",
            "x-user-defined",
            "windows-1252",
            "cp1252",
            "x-cp1252");

    /** Encodings in which a byte below 0x80 may be the second of a character. */
    private static final Set<String> TWO_BYTES = Set.of(
            "Shift_JIS", "windows-31j", "Big5", "Big5-HKSCS", "GBK", "GB18030", "x-windows-950", "x-MS950-HKSCS");

    static Encoding of(Syntax syntax, String contentType, byte[] body) {
        if (starts(body, 0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(body, 0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (starts(body, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        String declared = parameter(contentType);
        if (!declared.isEmpty()) {
            return new Encoding(charset(declared), 0);
        }
        return switch (syntax) {
            case HTML -> new Encoding(within(prescan(body)), 0);
            case CSS -> new Encoding(within(cssCharset(body)), 0);
            case XML -> xml(body);
            default -> new Encoding(StandardCharsets.UTF_8, 0);
        };
    }

    /** Whether the bytes of a URL are not those of ASCII, so that the body has to be put into another encoding. */
    boolean isWide() {
        return charset.name().startsWith("UTF-16");
    }

    /** The body for reading: bytes of other characters that look like ASCII are covered up. */
    byte[] readable(byte[] body) {
        if (charset.name().startsWith("ISO-2022")) {
            return shifted(body);
        }
        if (!TWO_BYTES.contains(charset.name())) {
            return body;
        }
        byte[] copy = body.clone();
        for (int i = 0; i + 1 < copy.length; i++) {
            if (copy[i] < 0 && (copy[i] & 0xff) != 0x80 && !isHalfWidth(copy[i] & 0xff)) {
                if (copy[i + 1] >= 0x40) {
                    copy[i + 1] = (byte) 0x80;
                }
                i++;
            }
        }
        return copy;
    }

    /** ISO-2022-JP, in which what bytes mean is said by escape sequences before them (Encoding Standard, section 12.2). */
    private static byte[] shifted(byte[] body) {
        byte[] copy = body.clone();
        boolean ascii = true;
        boolean roman = false;
        int i = 0;
        while (i < copy.length) {
            if (body[i] == ESCAPE && i + 2 < body.length && (body[i + 1] == '(' || body[i + 1] == '$')) {
                ascii = body[i + 1] == '(' && (body[i + 2] == 'B' || body[i + 2] == 'J');
                roman = ascii && body[i + 2] == 'J';
                copy[i] = (byte) 0x80;
                copy[i + 1] = (byte) 0x80;
                copy[i + 2] = (byte) 0x80;
                i += 3;
                continue;
            }
            if (!ascii || roman && (body[i] == '\\' || body[i] == '~')) {
                copy[i] = (byte) 0x80;
            }
            i++;
        }
        return copy;
    }

    /** One-byte kana of Shift_JIS. */
    private boolean isHalfWidth(int b) {
        return b >= 0xa1
                && b <= 0xdf
                && (charset.name().equals("Shift_JIS") || charset.name().equals("windows-31j"));
    }

    /** What a document says of itself in ASCII cannot be UTF-16, and then it is UTF-8. */
    private static Charset within(String label) {
        Charset charset = label.isEmpty() ? StandardCharsets.UTF_8 : charset(label);
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    private static Charset charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (LATIN.contains(name)) {
            return Charset.forName("windows-1252");
        }
        try {
            return switch (name) {
                case "utf-16", "ucs-2", "unicode", "iso-10646-ucs-2", "csunicode" -> StandardCharsets.UTF_16LE;
                case "utf8", "unicode-1-1-utf-8", "x-unicode20utf8" -> StandardCharsets.UTF_8;
                case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j" ->
                    Charset.forName("windows-31j");
                case "gb2312", "gb_2312-80", "x-gbk", "chinese", "gbk" -> Charset.forName("GBK");
                default -> likeAscii(Charset.forName(name));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Spans of ASCII are all that is looked for then.
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** A charset, if ASCII is in it as it is; browsers know no other, and read the document as if nothing was said. */
    private static Charset likeAscii(Charset charset) {
        boolean known = charset.name().startsWith("UTF-16") || charset.name().startsWith("ISO-2022");
        return known || new String(ASCII, charset).equals(new String(ASCII, StandardCharsets.US_ASCII))
                ? charset
                : StandardCharsets.ISO_8859_1;
    }

    /** The charset parameter of a media type (RFC 9110, section 8.3.2). */
    private static String parameter(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=", Math.max(0, lower.indexOf(';')));
        if (at < 0 || at == 0 || " ;\t".indexOf(lower.charAt(at - 1)) < 0) {
            return "";
        }
        int from = at + 8;
        boolean quoted = from < lower.length() && (lower.charAt(from) == '"' || lower.charAt(from) == '\'');
        from += quoted ? 1 : 0;
        int to = from;
        while (to < lower.length() && (quoted ? "\"'" : "; \t,").indexOf(lower.charAt(to)) < 0) {
            to++;
        }
        return lower.substring(from, to);
    }

    /** The encoding that a meta element within the first kilobyte declares, or within the head. */
    private static String prescan(byte[] body) {
        Text text = Text.of(body, StandardCharsets.ISO_8859_1).part(0, Math.min(body.length, LOOK_IN_HEAD));
        HtmlScanner scanner = new HtmlScanner(text);
        HtmlScanner.Token token = scanner.next();
        boolean ended = false;
        while (token != HtmlScanner.Token.END) {
            Tag tag = scanner.tag();
            ended |= token == HtmlScanner.Token.START_TAG
                    && HEAD.find(text, tag.nameFrom, tag.nameTo).isEmpty();
            if (ended && scanner.from() >= LOOK) {
                return "";
            }
            if (token == HtmlScanner.Token.START_TAG && text.is(tag.nameFrom, tag.nameTo, "meta")) {
                String charset = tag.lower("charset");
                if (!charset.isEmpty()) {
                    return charset;
                }
                String content = tag.lower("content");
                int at = tag.lower("http-equiv").equals("content-type") ? content.indexOf("charset") : -1;
                int equals = at < 0 ? -1 : content.indexOf('=', at);
                if (equals > 0) {
                    return parameter(";charset=" + content.substring(equals + 1).strip());
                }
            }
            token = scanner.next();
        }
        return "";
    }

    private static String cssCharset(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, LOOK), StandardCharsets.ISO_8859_1);
        int end = start.startsWith("@charset \"") ? start.indexOf("\";", 10) : -1;
        return end < 0 ? "" : start.substring(10, end);
    }

    private static Encoding xml(byte[] body) {
        if (starts(body, '<', 0, '?', 0)) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (starts(body, 0, '<', 0, '?')) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        String start = new String(body, 0, Math.min(body.length, LOOK), StandardCharsets.ISO_8859_1);
        int end = start.startsWith("<?xml") ? start.indexOf("?>") : -1;
        int at = end < 0 ? -1 : start.substring(0, end).indexOf("encoding");
        int quote = at < 0 ? -1 : start.indexOf('=', at) + 1;
        while (quote > 0 && quote < end && start.charAt(quote) <= ' ') {
            quote++;
        }
        int close = quote <= 0 ? -1 : start.indexOf(start.charAt(quote), quote + 1);
        return new Encoding(close < 0 ? StandardCharsets.UTF_8 : within(start.substring(quote + 1, close)), 0);
    }

    private static boolean starts(byte[] body, int... bytes) {
        if (body.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((body[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
