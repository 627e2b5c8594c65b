package io.heliograph.origin;

import io.heliograph.article.Text;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Makes plain text of a title or summary that may hold HTML, although nothing says whether it does: feeds escape titles
 * once, twice or not at all.
 */
final class PlainTitle {

    /** An element of HTML that occurs in titles, opened or closed. "x < y" and "<T>" are none. */
    private static final Pattern TAG = Pattern.compile(
            "</?(a|abbr|b|bdi|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong"
                    + "|sub|sup|tt|u|var|wbr)(\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private PlainTitle() {}

    static String of(String text) {
        if (TAG.matcher(text).find()) {
            return Cleaner.words(text);
        }
        return REFERENCE.matcher(text).find() ? Text.line(Parser.unescapeEntities(text, false)) : Text.line(text);
    }

    /** The beginning of a body, for an article without a title. */
    static String from(String html) {
        String words = Cleaner.words(html);
        if (words.length() <= 80) {
            return words;
        }
        int end = words.lastIndexOf(' ', 80);
        int cut = end > 40 ? end : Character.isHighSurrogate(words.charAt(79)) ? 79 : 80;
        return words.substring(0, cut) + "\u2026";
    }
}
