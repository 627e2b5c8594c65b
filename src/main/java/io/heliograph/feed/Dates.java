package io.heliograph.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The dates of formats, all in whole seconds of UTC. */
public final class Dates {

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss +0000", Locale.ROOT);
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private static final String MIDNIGHT = "T00:00:00Z";

    private Dates() {}

    /** {@code Mon, 23 Nov 2026 10:00:00 +0000}: RFC 822 with the four-digit year of RFC 2822, as RSS wants it. */
    public static String rfc822(Instant instant) {
        return RFC_822.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** A date alone where a day begins in UTC, else as {@link #rfc3339}. */
    static String shortest(Instant instant) {
        String text = rfc3339(instant);
        return text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
    }

    /** {@code 2026-11-23T10:00:00Z} (RFC 3339). */
    public static String rfc3339(Instant instant) {
        return RFC_3339.format(instant.atOffset(ZoneOffset.UTC));
    }
}
