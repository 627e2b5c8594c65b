package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.PlainText;
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
        return article.summary().isEmpty() ? text(article, most) : clip(article.summary(), most);
    }

    /** The beginning of the article's text, in at most {@code most} characters. */
    static String text(Article article, int most) {
        return clip(PlainText.of(article.story().html(), most * 2), most);
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
}
