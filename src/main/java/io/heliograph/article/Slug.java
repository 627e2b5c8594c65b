package io.heliograph.article;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** The form that a name takes in a URL: letters and digits of any script in lower case, joined by hyphens. */
public final class Slug {

    private static final int MOST_CODE_POINTS = 80;

    private Slug() {}

    /** The slug of a name; empty where the name has no letter or digit. */
    public static String of(String name) {
        StringBuilder out = new StringBuilder(name.length());
        // Plain ASCII is normal already, and spares loading the tables that say so.
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        String folded = (ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
        boolean gap = false;
        int length = 0;
        for (int i = 0; i < folded.length() && length < MOST_CODE_POINTS - (gap ? 1 : 0); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || out.length() > 0 && !gap && isMark(c)) {
                if (gap && out.length() > 0) {
                    out.append('-');
                    length++;
                }
                gap = false;
                out.appendCodePoint(c);
                length++;
            } else if (c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return out.toString();
    }

    /** A text as it stands in a URL: all but the unreserved is percent-encoded (RFC 3986, sections 2.1 and 2.3). */
    public static String encoded(String slug) {
        return URLEncoder.encode(slug, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
