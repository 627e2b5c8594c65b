package io.heliograph.origin;

import io.heliograph.article.Text;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Makes plain text of a title or name that may hold HTML, although nothing says whether it does: feeds escape titles
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
        return of(text, Plain.LONGEST_TITLE);
    }

    /** The same, with at most {@code most} characters. */
    static String of(String text, int most) {
        return Plain.cut(words(text), most);
    }

    /** The beginning of a body, for an article without a title. */
    static String from(String html) {
        return Plain.cut(Cleaner.words(html), 80);
    }

    private static String words(String text) {
        if (TAG.matcher(text).find()) {
            return Cleaner.words(text);
        }
        return REFERENCE.matcher(text).find() ? Text.line(Parser.unescapeEntities(text, false)) : Text.line(text);
    }
}
