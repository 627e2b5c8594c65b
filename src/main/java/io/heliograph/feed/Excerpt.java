package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short plain text for places that have no room for more. */
public final class Excerpt {

    private static final String ELLIPSIS = "\u2026";

    /** What a reader sees as one. The JDK's BreakIterator parts families and flags before Java 20. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private Excerpt() {}

    /** The article's summary, or else the beginning of its text, in at most {@code most} characters. */
    public static String of(Article article, int most) {
        String summary = article.summary();
        return clip(summary.isEmpty() ? plain(article.story().html(), most * 2) : summary, most);
    }

    /**
     * Text cut to at most {@code most} characters (UTF-16 units, as devices count them): at the end of a word if there
     * is one in the second half, never inside what a reader sees as one character; an ellipsis tells of the cut.
     */
    public static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int room = most - ELLIPSIS.length();
        int end = 0;
        for (Matcher character = CHARACTER.matcher(text); character.find() && character.end() <= room; ) {
            end = character.end();
        }
        int word = end;
        while (word > most / 2 && !Character.isWhitespace(text.charAt(word))) {
            word--;
        }
        if (word > most / 2) {
            end = word;
        }
        String cut = Text.line(text.substring(0, end).stripTrailing() + ELLIPSIS);
        // What ends a change of direction may be more than there is room for.
        return cut.length() <= most ? cut : DIRECTIONS.matcher(cut).replaceAll("");
    }

    /**
     * The text of cleaned HTML: tags out, the four references that cleaned HTML has resolved, blocks parted by a space.
     *
     * @param enough stops after about this many characters
     */
    public static String plain(String html, int enough) {
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
