package io.heliograph.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** The dates of HTTP fields (RFC 9110, section 5.6.7): whole seconds in GMT. */
public final class HttpDate {

    private static final DateTimeFormatter IMF = strict(new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE, dd MMM ")
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern(" HH:mm:ss 'GMT'"));
    private static final DateTimeFormatter ASCTIME = strict(new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE MMM ppd HH:mm:ss ")
            .appendValue(ChronoField.YEAR, 4));
    private static final DateTimeFormatter RFC_850 = strict(new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'"));

    private HttpDate() {}

    /** The preferred form: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String format(Instant instant) {
        return IMF.format(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads any of the three forms, without regard to case (RFC 9111, section 4.2); empty if it is none of them, in which
     * case the field is to be ignored.
     */
    public static Optional<Instant> parse(String field) {
        String text = field.strip();
        if (text.length() < 24 || text.length() > 33) {
            return Optional.empty();
        }
        DateTimeFormatter form = text.charAt(3) == ',' ? IMF : text.charAt(3) == ' ' ? ASCTIME : RFC_850;
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Now, as far as a field can tell: cut to the second. */
    public static Instant toSecond(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
        // The locale is English and not the root, whose long names of days are short ones.
        return form.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
