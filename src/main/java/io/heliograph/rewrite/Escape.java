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
