package io.heliograph.rewrite;

/**
 * Where the parts of a URL stand in a text, as the URL Standard's parser reads them: tabs and line breaks are nothing, and
 * backslashes are slashes.
 */
final class UrlSyntax {

    private UrlSyntax() {}

    /** Where an authority ends that begins at {@code from}. */
    static int authorityEnd(Text text, int from, int to) {
        int i = from;
        while (i < to && "/\\?#".indexOf(text.at(i)) < 0) {
            i++;
        }
        return i;
    }

    /** What stands there, without what the URL parser takes out. */
    static String plain(Text text, int from, int to) {
        String plain = text.string(from, to);
        return plain.indexOf('\t') < 0 && plain.indexOf('\n') < 0 && plain.indexOf('\r') < 0
                ? plain
                : plain.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    /** Where the colon after a scheme is; -1 if the text does not begin with one. */
    static int schemeEnd(Text text, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = text.lower(i);
            if (c == ':') {
                return i > from ? i : -1;
            }
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && !isIgnored(c) && !(other && i > from)) {
                return -1;
            }
        }
        return -1;
    }

    /** The first letters of a scheme, in lower case; enough to know those that matter. */
    static String letters(Text text, int from, int to) {
        StringBuilder out = new StringBuilder(8);
        for (int i = from; i < to && out.length() < 8; i++) {
            if (!isIgnored(text.at(i))) {
                out.append((char) text.lower(i));
            }
        }
        return out.toString();
    }

    /** How many slashes of either kind come first. */
    static int slashes(Text text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            int c = text.at(i);
            if (c == '/' || c == '\\') {
                n++;
            } else if (!isIgnored(c)) {
                break;
            }
        }
        return n;
    }

    /** Where what follows them begins. */
    static int afterSlashes(Text text, int from, int to) {
        int i = from;
        while (i < to && (text.at(i) == '/' || text.at(i) == '\\' || isIgnored(text.at(i)))) {
            i++;
        }
        return i;
    }

    /** Where the first character stands that the URL parser does not take out. */
    static int skip(Text text, int from, int to) {
        int i = from;
        while (i < to && isIgnored(text.at(i))) {
            i++;
        }
        return i;
    }

    /** Tab and line breaks, which the URL parser takes out wherever they are. */
    static boolean isIgnored(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }
}
