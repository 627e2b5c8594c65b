package io.heliograph.rewrite;

import java.util.List;

/** The ways in which scripts, JSON, HTML and URLs write the delimiters of a URL. */
final class Escape {

    /** Escapes that end or begin what is around a URL: quotes, brackets, spaces. */
    static final List<String> ENDS = List.of(
            "&quot;", "&#34;", "&#x22;", "&#39;", "&#x27;", "&#039;", "&apos;", "&lt;", "&gt;", "&#60;", "&#62;",
            "&#x3c;", "&#x3e;", "&nbsp;", "\\u0022", "\\u0027", "\\u003c", "\\u003e", "\\u0020", "\\x22", "\\x27",
            "\\x3c", "\\x3e", "\\x20", "%22", "%27", "%3c", "%3e", "%20");

    private static final List<String> COLONS = List.of("\\u003a", "\\x3a", "&#58;", "&#x3a;", "&colon;", "%3a");
    private static final List<String> SLASHES = List.of("\\u002f", "\\x2f", "&#47;", "&#x2f;", "&sol;", "%2f");

    private static final int MOST_BACKSLASHES = 8;

    private Escape() {}

    /** How many bytes a delimiter takes that is written here, plainly or not; 0 if it is not. */
    static int length(Text text, int i, char delimiter) {
        int c = text.at(i);
        if (c == delimiter) {
            return 1;
        }
        if (c != '\\' && c != '&' && c != '%') {
            return 0;
        }
        // JSON in a string of JSON has its escapes escaped.
        int last = i;
        while (text.at(last) == '\\' && text.at(last + 1) == '\\' && last - i < MOST_BACKSLASHES) {
            last++;
        }
        if (text.at(last) == '\\' && text.at(last + 1) == delimiter) {
            return last + 2 - i;
        }
        for (String escape : delimiter == ':' ? COLONS : SLASHES) {
            if (text.has(last, escape)) {
                return last + escape.length() - i;
            }
        }
        return 0;
    }

    /** Where an escape of a code unit or code point ends that begins here, in the ways of scripts and JSON; 0 if none does. */
    static int unitEnd(Text text, int at) {
        if (text.at(at) != '\\') {
            return 0;
        }
        int kind = text.at(at + 1);
        if (kind == 'u' && text.at(at + 2) == '{') {
            int i = at + 3;
            while (i < at + 11 && Character.digit(text.at(i), 16) >= 0) {
                i++;
            }
            return i > at + 3 && text.at(i) == '}' ? i + 1 : 0;
        }
        int end = at + (kind == 'u' ? 6 : kind == 'x' ? 4 : 0);
        for (int i = at + 2; i < end; i++) {
            if (Character.digit(text.at(i), 16) < 0) {
                return 0;
            }
        }
        return end > at ? end : 0;
    }

    /** What an escape stands for that ends where {@link #unitEnd} says. */
    static int unit(Text text, int at, int end) {
        int unit = 0;
        for (int i = at + 2; i < end; i++) {
            int digit = Character.digit(text.at(i), 16);
            unit = digit < 0 ? unit : unit * 16 + digit;
        }
        return unit;
    }

    /** Where the escape of a character ends that a host name may have, behind any number of backslashes; 0 if there is none. */
    static int hostCharacterEnd(Text text, int at) {
        int last = at;
        while (text.at(last) == '\\' && text.at(last + 1) == '\\' && last - at < MOST_BACKSLASHES) {
            last++;
        }
        int end = unitEnd(text, last);
        int c = end == 0 ? 0 : unit(text, last, end);
        boolean ascii = (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
        return end > 0 && (ascii || c > 0xa0) ? end : 0;
    }

    /** A name with such escapes in it, decoded. */
    static String decoded(Text text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int plain = from;
        for (int i = from; i < to; i++) {
            int end = text.at(i) == '\\' ? hostCharacterEnd(text, i) : 0;
            if (end > 0) {
                int last = end - 1;
                while (text.at(last) != '\\') {
                    last--;
                }
                out.append(text.string(plain, i)).appendCodePoint(Math.min(unit(text, last, end), 0x10ffff));
                plain = end;
                i = end - 1;
            }
        }
        return out.append(text.string(plain, to)).toString();
    }

    /** Whether an escape begins here that no URL goes on after. */
    static boolean ends(Text text, int i) {
        if (text.at(i) == '\\') {
            int next = text.lower(i + 1);
            if (next == '\\') {
                return false;
            }
            if (next != 'u' && next != 'x') {
                return next != '/' && next != ':' && next != '.' && next != '-' && next != '@';
            }
        }
        for (String escape : ENDS) {
            if (text.has(i, escape)) {
                return true;
            }
        }
        return false;
    }
}
