package io.heliograph.feed.profile;

import io.heliograph.article.Href;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The forms of values that several formats have. */
final class Form {

    private Form() {}

    /** RFC 822 with a year of four digits; a day of the week must be the right one. */
    static boolean isRfc822(String text) {
        try {
            return text.length() > 20 && DateTimeFormatter.RFC_1123_DATE_TIME.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** RFC 3339, section 5.6, with the upper case that RFC 4287, section 3.3, wants. */
    static boolean isRfc3339(String text) {
        if (text.length() < 20 || text.charAt(10) != 'T' || text.indexOf('z') >= 0 || text.charAt(16) != ':') {
            return false;
        }
        try {
            return OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isUrl(String text) {
        return Href.absolute(text);
    }

    /** An absolute IRI (RFC 3987): a scheme, and after it something without what no IRI has. */
    static boolean isIri(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !isAlpha(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isAlpha(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return text.chars().allMatch(c -> c > ' ' && c != 0x7f && "<>\"{}|\\^`".indexOf(c) < 0);
    }

    /** A whole number of bytes, 0 if it is not known. */
    static boolean isSize(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isAlpha(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
