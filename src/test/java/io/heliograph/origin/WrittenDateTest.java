package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as people write them, in many languages. */
class WrittenDateTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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
}
