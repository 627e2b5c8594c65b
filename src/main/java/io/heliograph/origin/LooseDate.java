package io.heliograph.origin;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the dates that feeds and front matter really have: RFC 3339 and ISO 8601 in their variants, RFC 822 and 2822 in
 * theirs, {@code asctime}, and plain ones in many languages. A date without a time is taken as midnight. Days that no
 * calendar has are refused rather than shifted, and so is the year 1 and the like: it is the zero of somebody's program.
 */
final class LooseDate {

    private static final int LONGEST = 64;
    private static final int FIRST_YEAR = 1000;

    private LooseDate() {}

    /** The instant, or nothing if the text is no date; a date without a zone is in UTC. */
    static Optional<Instant> parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /** The instant, or nothing if the text is no date; a date without a zone is in {@code home}. */
    static Optional<Instant> parse(String text, ZoneId home) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (date.chars().allMatch(c -> c >= '0' && c <= '9') && (date.length() == 10 || date.length() == 13)) {
                long number = Long.parseLong(date);
                return Optional.of(date.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
            }
            // Digits and colons of full width are digits and colons, and spaces of any width spaces.
            String plain = Normalizer.normalize(date, Normalizer.Form.NFKC)
                    .replace("a. m.", "am")
                    .replace("p. m.", "pm");
            return Optional.of(new Reader(plain, home).read());
        } catch (DateTimeException | IllegalArgumentException e) {
            // What is no date is an expected input, told by the empty result.
            return Optional.empty();
        }
    }

    /** Takes a date apart into words and numbers, and finds out what each is. */
    private static final class Reader {
        private final String text;
        private int at;

        private int year = -1;
        private int month = -1;
        private int day = -1;
        private LocalTime time = LocalTime.MIDNIGHT;
        private boolean timed;
        private boolean monthMayBeWeekday;
        private ZoneId zone;
        private boolean afternoon;
        private boolean forenoon;

        Reader(String text, ZoneId home) {
            this.text = text;
            this.zone = home;
        }

        Instant read() {
            if (!iso()) {
                while (at < text.length()) {
                    part();
                }
            }
            if (year < FIRST_YEAR || month < 0 || day < 0) {
                throw new IllegalArgumentException("not a whole date");
            }
            if (month > 12 && day <= 12) {
                // Some write the year first and then go on as Americans do.
                int swapped = month;
                month = day;
                day = swapped;
            }
            if (afternoon && time.getHour() < 12) {
                time = time.plusHours(12);
            } else if (forenoon && time.getHour() == 12) {
                time = time.minusHours(12);
            }
            return LocalDateTime.of(LocalDate.of(year, month, day), time)
                    .atZone(zone)
                    .toInstant();
        }

        /** Year, month and day by numbers: {@code 2026-11-23}, {@code 2026/11/23}, {@code 20261123}, {@code 2026-11}. */
        private boolean iso() {
            int digits = digitsAt(0);
            if (digits == 8) {
                year = number(4);
                month = number(2);
                day = number(2);
            } else if (digits == 4 && digitsAt(afterJoint(4)) > 0) {
                year = number(4);
                at = afterJoint(at);
                month = number(digitsAt(at));
                day = 1;
                if (afterJoint(at) < text.length()) {
                    at = afterJoint(at);
                    day = number(digitsAt(at));
                }
            } else if (digits == 4 && text.length() == 4) {
                year = number(4);
                month = 1;
                day = 1;
            } else {
                return false;
            }
            if (at < text.length() && (text.charAt(at) == 'T' || text.charAt(at) == 't')) {
                at++;
            }
            while (at < text.length()) {
                part();
            }
            return true;
        }

        /** Where the text goes on after what stands between year, month and day; its end if nothing of the kind is there. */
        private int afterJoint(int from) {
            if (from >= text.length() || "-/.".indexOf(text.charAt(from)) < 0) {
                return text.length();
            }
            int i = from + 1;
            while (i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            return i;
        }

        private void part() {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                numeric();
            } else if ((c == '+' || c == '-' || c == '\u2212') && timed && digitsAt(at + 1) > 0) {
                offset(c == '+' ? 1 : -1);
            } else if (Character.isLetter(c)) {
                word();
            } else if (c == '(') {
                int close = text.indexOf(')', at);
                at = close < 0 ? text.length() : close + 1;
            } else {
                at++;
            }
        }

        private void numeric() {
            int digits = digitsAt(at);
            char after = at + digits < text.length() ? text.charAt(at + digits) : ' ';
            if (after == ':' && digits <= 2) {
                clock();
            } else if (Character.isIdeographic(after) || after >= '\uac00' && after <= '\ud7a3') {
                measured(number(digits), after);
            } else if (!timed && year >= 0 && day >= 0 && (digits == 6 || digits == 4)) {
                time = LocalTime.of(number(2), number(2), digits == 6 ? number(2) : 0);
                timed = true;
            } else if (day < 0 && digits <= 2) {
                day = number(digits);
            } else if (year < 0 && digits == 4) {
                year = number(4);
            } else if (year < 0 && digits == 2) {
                int two = number(2);
                // RFC 2822, section 4.3.
                year = two < 50 ? 2000 + two : 1900 + two;
            } else {
                throw new IllegalArgumentException("a number without a meaning");
            }
        }

        /** In Chinese, Japanese and Korean a word after each number says what it counts. */
        private void measured(int number, char unit) {
            at++;
            switch (unit) {
                case '\u5e74', '\ub144' -> year = number;
                case '\u6708', '\uc6d4' -> {
                    month = number;
                    day = Math.max(day, 1);
                }
                case '\u65e5', '\u53f7', '\u865f', '\uc77c' -> day = number;
                case '\u6642', '\u65f6', '\u70b9', '\u9ede', '\uc2dc' -> {
                    time = time.withHour(number);
                    timed = true;
                }
                case '\u5206', '\ubd84' -> time = time.withMinute(number);
                case '\u79d2', '\ucd08' -> time = time.withSecond(number);
                default -> throw new IllegalArgumentException("a number of something else");
            }
        }

        private void clock() {
            int hour = number(digitsAt(at));
            at++;
            int minute = number(digitsAt(at));
            int second = 0;
            int nano = 0;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
                second = number(digitsAt(at));
            }
            if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && digitsAt(at + 1) > 0) {
                at++;
                int digits = digitsAt(at);
                String fraction = (text.substring(at, at + digits) + "000000000").substring(0, 9);
                nano = Integer.parseInt(fraction);
                at += digits;
            }
            if (hour == 24 && minute == 0 && second == 0) {
                throw new IllegalArgumentException("the hour 24 is of the next day");
            }
            // A leap second is the last second of its minute, which is all that a clock of ours can show.
            time = LocalTime.of(hour, minute, second == 60 ? 59 : second, nano);
            timed = true;
        }

        private void offset(int sign) {
            at++;
            int digits = digitsAt(at);
            int hours = number(digits == 3 ? 1 : Math.min(digits, 2));
            int minutes = 0;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            if (digitsAt(at) >= 2) {
                minutes = number(2);
            }
            // An offset that no zone has says nothing: the date is all that is left.
            zone = hours > 14 || minutes > 59
                    ? ZoneOffset.UTC
                    : ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
        }

        private void word() {
            int start = at;
            while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String word = text.substring(start, at).toLowerCase(Locale.ROOT).replace(".", "");
            int asMonth = MonthNames.number(word);
            if (asMonth > 0 && (month < 0 || monthMayBeWeekday && !timed)) {
                // "mar. 24 nov. 2026" is a Tuesday in French, Italian, Spanish and Romanian.
                monthMayBeWeekday = day < 0 && year < 0;
                month = asMonth;
            } else if (isOneOf(word, "pm", "\u4e0b\u5348", "\u5348\u5f8c", "\uc624\ud6c4")) {
                afternoon = true;
            } else if (isOneOf(word, "am", "\u4e0a\u5348", "\u5348\u524d", "\uc624\uc804")) {
                forenoon = true;
            } else if (timed) {
                zone = ZoneNames.offset(word).orElse(zone);
            }
        }

        /** Whether a word is the first of these, or ends like one of the others, which are written without spaces. */
        private static boolean isOneOf(String word, String whole, String... ends) {
            return word.equals(whole) || Stream.of(ends).anyMatch(word::endsWith);
        }

        private int digitsAt(int from) {
            int i = from;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
            return i - from;
        }

        private int number(int digits) {
            if (digits < 1 || digits > 9 || digitsAt(at) < digits) {
                throw new IllegalArgumentException("digits are missing");
            }
            int value = Integer.parseInt(text.substring(at, at + digits));
            at += digits;
            return value;
        }
    }
}
