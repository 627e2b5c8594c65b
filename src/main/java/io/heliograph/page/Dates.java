package io.heliograph.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.SimpleTimeZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and numbers as the readers of a site write them: in their language, calendar and digits, in the site's zone. */
record Dates(Language language, ZoneId zone) {

    /** Made once for each language and kind of date; a copy is used, for they are not for several threads. */
    private static final Map<String, DateFormat> FORMATS = new ConcurrentHashMap<>();

    /** Day and time: 23 November 2026 at 10:00. */
    String moment(Instant instant) {
        return format("yMMMMdjm", instant);
    }

    /** The day alone: 23 Nov 2026. */
    String day(Instant instant) {
        return format("yMMMd", instant);
    }

    /** How long something takes: 1:05, or 1:02:05. */
    String length(Duration duration) {
        String minutes = number(duration.toMinutesPart(), duration.toHours() > 0 ? 2 : 1);
        String rest = minutes + ":" + number(duration.toSecondsPart(), 2);
        return duration.toHours() > 0 ? number(duration.toHours(), 1) + ":" + rest : rest;
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(language.ulocale()).format(value);
    }

    private String number(long value, int digits) {
        NumberFormat format = NumberFormat.getIntegerInstance(language.ulocale());
        format.setMinimumIntegerDigits(digits);
        return format.format(value);
    }

    private String format(String skeleton, Instant instant) {
        DateFormat format = FORMATS.computeIfAbsent(
                        skeleton + " " + language.tag(),
                        key -> DateFormat.getInstanceForSkeleton(skeleton, language.ulocale()))
                .clone();
        // The offset is the JDK's, as it is for machines: the two must not know different rules.
        int offset = zone.getRules().getOffset(instant).getTotalSeconds() * 1000;
        format.setTimeZone(new SimpleTimeZone(offset, "site"));
        return format.format(Date.from(instant));
    }
}
