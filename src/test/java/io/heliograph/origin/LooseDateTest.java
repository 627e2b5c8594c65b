package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseDateTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /* ---------------- Standards ---------------- */

    /** RFC 3339, section 5.6, and ISO 8601 around it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z,             2026-11-23T10:00:00Z",
        "2026-11-23t10:00:00z,             2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00Z,             2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00+00:00,        2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00-00:00,        2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00+01:00,        2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00-05:00,        2026-11-23T15:00:00Z",
        "2026-11-23T10:00:00+05:30,        2026-11-23T04:30:00Z",
        "2026-11-23T10:00:00+0530,         2026-11-23T04:30:00Z",
        "2026-11-23T10:00:00+530,          2026-11-23T04:30:00Z",
        "2026-11-23T10:00:00+05,           2026-11-23T05:00:00Z",
        "2026-11-23T10:00:00+5,            2026-11-23T05:00:00Z",
        "2026-11-23T10:00:00\u221205:00,   2026-11-23T15:00:00Z",
        "2026-11-23T10:00:00 +0100,        2026-11-23T09:00:00Z",
        "2026-11-23T23:30:00-08:00,        2026-11-24T07:30:00Z",
        "2026-11-23T10:00:00+14:00,        2026-11-22T20:00:00Z",
        "2026-11-23T10:00:00,              2026-11-23T10:00:00Z",
        "2026-11-23T10:00Z,                2026-11-23T10:00:00Z",
        "2026-11-23T10:00,                 2026-11-23T10:00:00Z",
        "20261123T100000Z,                 2026-11-23T10:00:00Z",
        "20261123T1000Z,                   2026-11-23T10:00:00Z",
        "20261123,                         2026-11-23T00:00:00Z",
        "2026-11-23,                       2026-11-23T00:00:00Z",
        "2026-11,                          2026-11-01T00:00:00Z",
        "2026,                             2026-01-01T00:00:00Z",
        "2026/11/23 10:00,                 2026-11-23T10:00:00Z",
        "2026.11.23,                       2026-11-23T00:00:00Z",
        "2026-1-3,                         2026-01-03T00:00:00Z",
        "2024-02-29T00:00:00Z,             2024-02-29T00:00:00Z",
        "2026-11-23T10:00:00-05:00[America/New_York], 2026-11-23T15:00:00Z",
        "'  2026-11-23T10:00:00Z\n',       2026-11-23T10:00:00Z"
    })
    void isoDate_isRead(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00.1Z,              2026-11-23T10:00:00.100Z",
        "2026-11-23T10:00:00.12Z,             2026-11-23T10:00:00.120Z",
        "2026-11-23T10:00:00.123Z,            2026-11-23T10:00:00.123Z",
        "2026-11-23T10:00:00.1234Z,           2026-11-23T10:00:00.123400Z",
        "2026-11-23T10:00:00.12345Z,          2026-11-23T10:00:00.123450Z",
        "2026-11-23T10:00:00.123456Z,         2026-11-23T10:00:00.123456Z",
        "2026-11-23T10:00:00.1234567Z,        2026-11-23T10:00:00.123456700Z",
        "2026-11-23T10:00:00.12345678Z,       2026-11-23T10:00:00.123456780Z",
        "2026-11-23T10:00:00.123456789Z,      2026-11-23T10:00:00.123456789Z",
        "2026-11-23T10:00:00.1234567891234Z,  2026-11-23T10:00:00.123456789Z",
        "2026-11-23T10:00:00.000000001+01:00, 2026-11-23T09:00:00.000000001Z",
        "'2026-11-23T10:00:00,5Z',            2026-11-23T10:00:00.500Z"
    })
    void fractionOfASecond_isReadToItsLastDigit(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    /** RFC 822, section 5; RFC 850; RFC 2822, sections 3.3 and 4.3; asctime. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 23 Nov 2026 10:00:00 GMT            | 2026-11-23T10:00:00Z",
                "Mon, 23 Nov 2026 10:00:00 +0000          | 2026-11-23T10:00:00Z",
                "Mon, 23 Nov 2026 10:00:00 -0500          | 2026-11-23T15:00:00Z",
                "Mon, 23 Nov 2026 10:00 GMT               | 2026-11-23T10:00:00Z",
                "23 Nov 2026 10:00:00 GMT                 | 2026-11-23T10:00:00Z",
                "23 Nov 26 10:00:00 GMT                   | 2026-11-23T10:00:00Z",
                "Mon, 23 Nov 26 10:00:00 EST              | 2026-11-23T15:00:00Z",
                "Mon,23 Nov 2026 10:00:00 GMT             | 2026-11-23T10:00:00Z",
                "Mon, 3 Nov 2025 9:05:07 GMT              | 2025-11-03T09:05:07Z",
                "Monday, 23-Nov-26 10:00:00 GMT           | 2026-11-23T10:00:00Z",
                "Mon, 23-Nov-2026 10:00:00 GMT            | 2026-11-23T10:00:00Z",
                "Mon Nov 23 10:00:00 2026                 | 2026-11-23T10:00:00Z",
                "Mon Nov  2 10:00:00 2026                 | 2026-11-02T10:00:00Z",
                "Mon Nov 23 10:00:00 EST 2026             | 2026-11-23T15:00:00Z",
                "Mon Nov 23 2026 10:00:00 GMT+0100 (CET)  | 2026-11-23T09:00:00Z",
                "Mon, 23 Nov 2026 10:00:00 GMT+1          | 2026-11-23T09:00:00Z",
                "Mon, 23 Nov 2026 10:00:00 UTC-05:30      | 2026-11-23T15:30:00Z",
                "Mon, 23 Nov 2026 10:00:00 +0100 (MET)    | 2026-11-23T09:00:00Z",
                "Mon, 23 Nov 2026 10:00:00 +0000 GMT      | 2026-11-23T10:00:00Z",
                "Mon, 23 Nov 2026                         | 2026-11-23T00:00:00Z",
                "MON, 23 NOV 2026 10:00:00 GMT            | 2026-11-23T10:00:00Z",
                "mon, 23 nov 2026 10:00:00 gmt            | 2026-11-23T10:00:00Z",
                "Fri, 23 Nov 2026 10:00:00 GMT            | 2026-11-23T10:00:00Z",
                "Sat, 01 Jan 1994 00:00:00 GMT            | 1994-01-01T00:00:00Z",
                "01 Jan 94 00:00:00 GMT                   | 1994-01-01T00:00:00Z",
                "01 Jan 49 00:00:00 GMT                   | 2049-01-01T00:00:00Z",
                "01 Jan 50 00:00:00 GMT                   | 1950-01-01T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT            | 1970-01-01T00:00:00Z",
                "Thu, 31 Dec 2026 23:59:60 GMT            | 2026-12-31T23:59:59Z"
            })
    void mailDate_isRead(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    /** RFC 822, section 5.1, and names that it has not. */
    @ParameterizedTest
    @CsvSource({
        "Z, 10", "UT, 10", "UTC, 10", "GMT, 10", "EST, 15", "EDT, 14", "CST, 16", "CDT, 15", "MST, 17", "MDT, 16",
        "PST, 18", "PDT, 17", "AKST, 19", "AKDT, 18", "HST, 20", "WET, 10", "WEST, 9", "BST, 9", "CET, 9", "MET, 9",
        "CEST, 8", "MEST, 8", "EET, 8", "EEST, 7", "MSK, 7", "HKT, 2", "JST, 1", "KST, 1", "AEST, 0"
    })
    void namedZone_isKnown(String zone, int hour) {
        assertThat(LooseDate.parse("Mon, 23 Nov 2026 10:00:00 " + zone, BERLIN))
                .contains(Instant.parse("2026-11-23T00:00:00Z").plus(Duration.ofHours(hour)));
    }

    /* ---------------- What is no date ---------------- */

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "yesterday",
                "soon",
                "null",
                "Invalid Date",
                "2026-02-30",
                "2026-02-29T00:00:00Z",
                "2026-11-31",
                "2026-13-13",
                "2026-00-10",
                "2026-11-00",
                "31 Feb 2026",
                "Mon, 31 Nov 2026 10:00:00 GMT",
                "32 Nov 2026",
                "2026-11-23T24:00:00Z",
                "2026-11-23T25:00:00Z",
                "2026-11-23T10:60:00Z",
                "2026-11-23T10:00:61Z",
                "2026-11-23T10:00:99Z",
                "0000-00-00 00:00:00",
                "0001-01-01T00:00:00Z",
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "Wed, 30 Nov -0001 00:00:00 +0000",
                "23/11/2026",
                "11/23/2026",
                "23.11.2026",
                "Nov 2026",
                "23 Nov",
                // October in Croatian, November in Polish.
                "23 listopada 2026",
                "10:00:00",
                "10:00 GMT",
                "123",
                "12345",
                "99999999999999999999",
                "2026-W48-1",
                "2026-11-23T10:0x:00Z",
                "1.5",
                "2026-11-23T:00",
                "2026-11-x",
                "2026-",
                "2026-11-23-24",
                "\u0662\u0660\u0662\u0666-\u0661\u0661-\u0662\u0663",
                "2026-11-23T10:00:00.Z 12 12"
            })
    void whatIsNoDate_isRefused(String text) {
        assertThat(LooseDate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "+", "-", ":", " ", "a", "jan ", "(", "\u5e74", "2026-11-23 ", "10:00:00.1"})
    void hugeText_isRefusedForItsLength(String repeated) {
        String huge = "2026-11-23T" + repeated.repeat(100_000 / repeated.length()) + "x";

        boolean isDate = assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> LooseDate.parse(huge).isPresent());

        assertThat(isDate).isFalse();
    }

    @Test
    void lengthLimit_isBeyondEveryRealDate() {
        String longest = "Wednesday, 23 September 2026 10:00:00.123456789 GMT+0100 (CEST)";

        assertThat(LooseDate.parse(longest)).contains(Instant.parse("2026-09-23T09:00:00.123456789Z"));
        assertThat(LooseDate.parse(longest + " ,")).isEmpty();
    }
}
