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

    /* ---------------- What people write ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "November 23, 2026                        | 2026-11-23T00:00:00Z",
                "November 23rd, 2026                      | 2026-11-23T00:00:00Z",
                "Nov. 1st, 2026, 9:30 a.m.                | 2026-11-01T09:30:00Z",
                "Sept 5, 2026                             | 2026-09-05T00:00:00Z",
                "5 Sept. 2026                             | 2026-09-05T00:00:00Z",
                "2026 Nov 23                              | 2026-11-23T00:00:00Z",
                "23/Nov/2026:10:00:00 +0100               | 2026-11-23T09:00:00Z",
                "23 Nov 2026 1000                         | 2026-11-23T10:00:00Z",
                "23 Nov 2026 100000                       | 2026-11-23T10:00:00Z",
                "10:00 AM Nov 23, 2026                    | 2026-11-23T10:00:00Z",
                "Nov 23, 2026 3:05 PM                     | 2026-11-23T15:05:00Z",
                "Nov 23, 2026 3:05PM                      | 2026-11-23T15:05:00Z",
                "Nov 23, 2026 3:05 p.m. EST               | 2026-11-23T20:05:00Z",
                "Nov 23, 2026 12:00 AM                    | 2026-11-23T00:00:00Z",
                "Nov 23, 2026 12:30 PM                    | 2026-11-23T12:30:00Z",
                "Nov 23, 2026 15:05 PM                    | 2026-11-23T15:05:00Z",
                "Monday, November 23, 2026 - 10:00        | 2026-11-23T10:00:00Z",
                "2026-23-11                               | 2026-11-23T00:00:00Z",
                "1795428000                               | 2026-11-23T10:00:00Z",
                "1795428000123                            | 2026-11-23T10:00:00.123Z"
            })
    void plainDate_isRead(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23. November 2026 10:00                  | 2026-11-23T10:00:00Z",
                "Montag, 5. Januar 2026                   | 2026-01-05T00:00:00Z",
                "3. M\u00e4rz 2026                        | 2026-03-03T00:00:00Z",
                "lundi 23 novembre 2026                   | 2026-11-23T00:00:00Z",
                "1 ao\u00fbt 2026                         | 2026-08-01T00:00:00Z",
                "3 f\u00e9vr. 2026                        | 2026-02-03T00:00:00Z",
                "12 mars 2026                             | 2026-03-12T00:00:00Z",
                "23 de noviembre de 2026                  | 2026-11-23T00:00:00Z",
                "5 enero 2026                             | 2026-01-05T00:00:00Z",
                "23 novembro 2026                         | 2026-11-23T00:00:00Z",
                "7 dicembre 2026                          | 2026-12-07T00:00:00Z",
                "4 mei 2026                               | 2026-05-04T00:00:00Z",
                "2026. november 23. 10:00                 | 2026-11-23T10:00:00Z",
                "4 maja 2026                              | 2026-05-04T00:00:00Z",
                "17. maj 2026                             | 2026-05-17T00:00:00Z",
                "24. joulukuuta 2026                      | 2026-12-24T00:00:00Z",
                "23. marraskuuta 2026                     | 2026-11-23T00:00:00Z",
                "5 \u044f\u043d\u0432\u0430\u0440\u044f 2026 | 2026-01-05T00:00:00Z",
                "23 \u043d\u043e\u044f\u0431\u0440\u044f 2026 \u0433. | 2026-11-23T00:00:00Z",
                "29 Ekim 2026                             | 2026-10-29T00:00:00Z",
                "17 Agustus 2026                          | 2026-08-17T00:00:00Z",
                "25 \u039c\u03b1\u03c1\u03c4\u03af\u03bf\u03c5 2026 | 2026-03-25T00:00:00Z"
            })
    void dateInAnotherLanguage_isRead(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    /** Tuesday begins like March in many languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mar. 24 nov. 2026 10:00                  | 2026-11-24T10:00:00Z",
                "Mar, 24 Nov 2026 10:00:00 +0100          | 2026-11-24T09:00:00Z",
                "mardi 24 novembre 2026                   | 2026-11-24T00:00:00Z",
                "martes, 24 de noviembre de 2026          | 2026-11-24T00:00:00Z",
                "marted\u00ec 24 novembre 2026            | 2026-11-24T00:00:00Z",
                "Mar 24, 2026                             | 2026-03-24T00:00:00Z",
                "mar 24 mar 2026                          | 2026-03-24T00:00:00Z"
            })
    void weekdayThatLooksLikeAMonth_isNoMonth(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026\u5e7411\u670823\u65e5                         | 2026-11-23T00:00:00Z",
                "2026\u5e7411\u670823\u65e5 10:30                   | 2026-11-23T10:30:00Z",
                "2026\u5e7411\u670823\u65e5 10:30:05                | 2026-11-23T10:30:05Z",
                "2026\u5e74 11\u6708 23\u65e5                       | 2026-11-23T00:00:00Z",
                "2026\u5e741\u67083\u65e5 \u4e0b\u53483:05          | 2026-01-03T15:05:00Z",
                "2026\u5e741\u67083\u65e5\u4e0b\u53483:05           | 2026-01-03T15:05:00Z",
                "2026\u5e741\u67083\u65e5 \u4e0a\u534812:05         | 2026-01-03T00:05:00Z",
                "2026\u5e7411\u670823\u65e510\u65f630\u5206         | 2026-11-23T10:30:00Z",
                "2026\u5e7411\u670823\u65e5(\u6708) 10\u664230\u52065\u79d2 | 2026-11-23T10:30:05Z",
                "2026\u5e7411\u670823\u65e5\u6708\u66dc\u65e5 \u5348\u5f8c3\u6642 | 2026-11-23T15:00:00Z",
                "\uff12\uff10\uff12\uff16\u5e74\uff11\uff11\u6708\uff12\uff13\u65e5 \uff11\uff10\uff1a\uff10\uff10 | 2026-11-23T10:00:00Z",
                "2026\u5e7411\u6708                                 | 2026-11-01T00:00:00Z",
                "2026\ub144 11\uc6d4 23\uc77c                       | 2026-11-23T00:00:00Z",
                "2026\ub14411\uc6d423\uc77c                         | 2026-11-23T00:00:00Z",
                "2026\ub144 11\uc6d4 23\uc77c \uc624\ud6c4 3:05     | 2026-11-23T15:05:00Z",
                "2026\ub144 11\uc6d4 23\uc77c \uc624\uc804 12\uc2dc 5\ubd84 | 2026-11-23T00:05:00Z",
                "2026. 11. 23. \uc624\ud6c4 3:05                    | 2026-11-23T15:05:00Z"
            })
    void dateInChineseJapaneseOrKorean_isRead(String text, Instant instant) {
        assertThat(LooseDate.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T10:00:00           | 2026-11-23T09:00:00Z",
                "2026-07-23 10:00              | 2026-07-23T08:00:00Z",
                "2026-11-23                    | 2026-11-22T23:00:00Z",
                "23 November 2026 10:00        | 2026-11-23T09:00:00Z",
                "2026-03-29 02:30              | 2026-03-29T01:30:00Z",
                "2026-11-23T10:00:00 Nowhere   | 2026-11-23T09:00:00Z",
                "2026-11-23T10:00:00Z          | 2026-11-23T10:00:00Z",
                "2026-11-23T10:00:00+03:00     | 2026-11-23T07:00:00Z"
            })
    void dateWithoutAZone_isInTheZoneOfHome(String text, Instant instant) {
        assertThat(LooseDate.parse(text, BERLIN)).contains(instant);
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
