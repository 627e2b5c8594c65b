package io.heliograph.article;

/**
 * The characters that an article may hold: those of the {@code Char} production of XML 1.0, section 2.2, less the
 * controls U+007F to U+009F, the noncharacters and U+FFFD, which stands for what was lost, so that no format and no reader can stumble over one.
 */
public final class Text {

    /**
     * What U+0080 to U+009F mean where they stand: Windows-1252, as HTML reads references to them (HTML Standard, section
     * 13.2.5.80). A space is none; U+0085 is white space, as XML 1.1 has it.
     */
    private static final String WINDOWS_1252 =
            "\u20ac \u201a\u0192\u201e \u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d "
                    + " \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178";

    private Text() {}

    /** Plain text as HTML, for where it stands in an element or in a quoted attribute. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * {@code text} on one line: illegal characters dropped, white space folded to single spaces, ends trimmed, and every
     * change of direction ended that it begins.
     */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        BidiControls bidi = new BidiControls();
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = meant(text.codePointAt(i));
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u0085') {
                gap = out.length() > 0;
            } else if (legal(c) && (!BidiControls.isControl(c) || bidi.take(c))) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        bidi.end(out);
        return out.toString();
    }

    /**
     * {@code text} without illegal characters; white space, and the mark of an open host, stay. White space that is
     * illegal becomes a line feed or a space, so that words stay apart.
     */
    public static String block(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!legal(c) && c != Href.OPEN_HOST) {
                break;
            }
            i += Character.charCount(c);
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            int c = meant(text.codePointAt(i));
            i += Character.charCount(c);
            if (legal(c) || c == Href.OPEN_HOST) {
                out.appendCodePoint(c);
            } else if (c == '\r' ? !text.startsWith("\n", i) : c == '\u0085') {
                out.append('\n');
            } else if (c != '\r' && Character.isWhitespace(c)) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static int meant(int codePoint) {
        if (codePoint < 0x80 || codePoint > 0x9f) {
            return codePoint;
        }
        char meant = WINDOWS_1252.charAt(codePoint - 0x80);
        return meant == ' ' ? codePoint : meant;
    }

    /** Whether a code point may stand in an article's text. Lone surrogates may not. */
    public static boolean legal(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == '\n' || codePoint == '\t';
        }
        if (codePoint < 0x7f) {
            return true;
        }
        return codePoint >= 0xa0
                && (codePoint < 0xd800 || codePoint > 0xdfff)
                && (codePoint < 0xfdd0 || codePoint > 0xfdef)
                && codePoint != 0xfffd
                && (codePoint & 0xfffe) != 0xfffe;
    }
}
