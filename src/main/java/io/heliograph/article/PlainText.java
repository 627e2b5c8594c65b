package io.heliograph.article;

/** The text of an article's cleaned HTML. */
public final class PlainText {

    private PlainText() {}

    /**
     * The text of cleaned HTML: tags out, the four references that cleaned HTML has resolved, blocks parted by a space.
     *
     * @param enough stops after about this many characters
     */
    public static String of(String html, int enough) {
        StringBuilder out = new StringBuilder(Math.min(html.length(), enough + 16));
        for (int i = 0; i < html.length() && out.length() < enough; ) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = tagEnd(html, i);
                if (isBlock(html, i)) {
                    space(out);
                }
                i = end;
            } else if (c == '&') {
                i = reference(html, i, out);
            } else {
                if (Character.isWhitespace(c) || c == '\u00a0') {
                    space(out);
                } else {
                    out.append(c);
                }
                i++;
            }
        }
        return Text.line(out.toString());
    }

    /** One space for any number of them, so that indented HTML does not use up the room. */
    private static void space(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static int tagEnd(String html, int open) {
        char quote = 0;
        for (int i = open + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    /** Whether a tag is not one of those that stand inside a word: {@code a b em i span strong sub sup …}. */
    private static boolean isBlock(String html, int open) {
        int i = html.startsWith("</", open) ? open + 2 : open + 1;
        int end = i;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return switch (html.substring(i, end)) {
            case "a",
                    "abbr",
                    "b",
                    "bdi",
                    "bdo",
                    "cite",
                    "code",
                    "del",
                    "dfn",
                    "em",
                    "i",
                    "ins",
                    "kbd",
                    "mark",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "time",
                    "u",
                    "var",
                    "wbr" -> false;
            default -> true;
        };
    }

    private static int reference(String html, int at, StringBuilder out) {
        int semicolon = html.indexOf(';', at);
        if (semicolon > at && semicolon - at <= 6) {
            switch (html.substring(at + 1, semicolon)) {
                case "amp" -> out.append('&');
                case "lt" -> out.append('<');
                case "gt" -> out.append('>');
                case "quot" -> out.append('"');
                case "#xa0", "nbsp" -> space(out);
                default -> {
                    out.append('&');
                    return at + 1;
                }
            }
            return semicolon + 1;
        }
        out.append('&');
        return at + 1;
    }
}
