package io.heliograph.rewrite;

/** The escapes of CSS (CSS Syntax Level 3, section 4.3.7). */
final class CssEscapes {

    private CssEscapes() {}

    /** The same text with its escapes decoded; itself if it has none. */
    static Text decoded(Text text) {
        if (text.find('\\', 0, text.length()) == text.length()) {
            return text;
        }
        // The widest character takes as many bytes as its escape has digits, or fewer.
        Text.Builder out = new Text.Builder(text, text.length() + 4);
        int i = 0;
        while (i < text.length()) {
            if (text.at(i) != '\\') {
                out.copy(i, i + 1);
                i++;
                continue;
            }
            int start = i++;
            int digits = i;
            int point = 0;
            while (i < digits + 6 && Character.digit(text.at(i), 16) >= 0) {
                point = point * 16 + Character.digit(text.at(i++), 16);
            }
            if (i > digits) {
                boolean none = point == 0 || point > 0x10ffff || point >= 0xd800 && point <= 0xdfff;
                out.character(none ? 0xfffd : point, start);
                i += text.at(i) == '\r' && text.at(i + 1) == '\n' ? 2 : CssRewriter.isSpace(text.at(i)) ? 1 : 0;
            } else if (CssRewriter.isNewline(text.at(i))) {
                i += text.at(i) == '\r' && text.at(i + 1) == '\n' ? 2 : 1;
            } else if (i < text.length()) {
                out.add(text.at(i), start);
                i++;
            }
        }
        return out.finish(text.length());
    }
}
