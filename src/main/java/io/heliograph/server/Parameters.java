package io.heliograph.server;

import io.heliograph.article.Text;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The query parameters that mean something to us. All others are as if they were not there. */
final class Parameters {

    private static final int LARGEST = 999_999;
    private static final int MOST_TEXT = 200;
    private static final int DATE = "2026-11-23".length();
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Parameters() {}

    /**
     * A number of digits alone; a larger one than 999,999 is that. 0 if it is absent or none.
     *
     * @param name with its equals sign
     */
    static int number(String query, String name) {
        String value = decoded(raw(query, name));
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = Math.min(LARGEST, number * 10 + value.charAt(i) - '0');
        }
        return number;
    }

    /**
     * A date, which begins in UTC, or a date and time with its offset (RFC 3339), to the whole second; {@link
     * Instant#EPOCH} if it is absent, none or earlier.
     *
     * @param name with its equals sign
     */
    static Instant instant(String query, String name) {
        // A plus sign that was not escaped has become a space.
        String value = decoded(raw(query, name)).replace(' ', '+');
        if (value.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            Instant instant = value.length() <= DATE
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value).toInstant();
            boolean sane = instant.isAfter(Instant.EPOCH) && instant.isBefore(LATEST);
            return sane ? instant.truncatedTo(ChronoUnit.SECONDS) : Instant.EPOCH;
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /**
     * A text as a form sends it (URL Standard, section 5.1), on one line, of such characters as an article may hold, at
     * most 200 of them; empty if it is absent or no text.
     *
     * @param name with its equals sign
     */
    static String text(String query, String name) {
        return decoded(raw(query, name));
    }

    /** The words in the last part of a path, such as may tell what somebody looked for. */
    static String words(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String last = bare.substring(bare.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return decoded((dot > 0 ? last.substring(0, dot) : last).replaceAll("[-_+]|%20", " "))
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    private static String decoded(String raw) {
        String text;
        try {
            text = URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape is one that somebody typed.
            text = raw;
        }
        String line = Text.line(text);
        return line.length() <= MOST_TEXT
                ? line
                : Text.line(line.substring(0, line.offsetByCodePoints(0, MOST_TEXT / 2)));
    }

    private static String raw(String query, String name) {
        for (int at = 0; at < query.length(); ) {
            int ampersand = query.indexOf('&', at);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (query.startsWith(name, at)) {
                return query.substring(at + name.length(), end);
            }
            at = end + 1;
        }
        return "";
    }
}
