package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 5.6.7. */
class HttpDateTest {

    @Test
    void format_isImfFixdate() {
        assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37.999Z")))
                .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05|Mon, 05 Jan",
                "2026-02-03|Tue, 03 Feb",
                "2026-03-04|Wed, 04 Mar",
                "2026-04-02|Thu, 02 Apr",
                "2026-05-01|Fri, 01 May",
                "2026-06-06|Sat, 06 Jun",
                "2026-07-05|Sun, 05 Jul",
                "2026-08-03|Mon, 03 Aug",
                "2026-09-01|Tue, 01 Sep",
                "2026-10-07|Wed, 07 Oct",
                "2026-11-05|Thu, 05 Nov",
                "2026-12-04|Fri, 04 Dec",
            })
    void format_namesDaysAndMonthsInEnglish_whateverTheLocale(String day, String written) {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        // When
        String field;
        try {
            field = HttpDate.format(Instant.parse(day + "T00:00:00Z"));
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(field).isEqualTo(written + " 2026 00:00:00 GMT");
        assertThat(HttpDate.parse(field)).contains(Instant.parse(day + "T00:00:00Z"));
    }

    @ParameterizedTest(name = "all three forms are understood: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994|1994-11-06T08:49:37Z",
                "Sun Nov 16 08:49:37 1997|1997-11-16T08:49:37Z",
                "Wednesday, 09-Nov-94 08:49:37 GMT|1994-11-09T08:49:37Z",
                "Friday, 01-Jan-99 00:00:00 GMT|1999-01-01T00:00:00Z",
                "Thursday, 29-Feb-24 23:59:59 GMT|2024-02-29T23:59:59Z",
                "Thu, 29 Feb 2024 00:00:00 GMT|2024-02-29T00:00:00Z",
                "Tue, 29 Feb 2000 00:00:00 GMT|2000-02-29T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT|1970-01-01T00:00:00Z",
                "Wed, 31 Dec 1969 23:59:59 GMT|1969-12-31T23:59:59Z",
            })
    void parse_readsTheThreeForms(String field, String instant) {
        assertThat(HttpDate.parse(field)).contains(Instant.parse(instant));
    }

    @Test
    void parse_takesNoTwoDigitYear_moreThan50YearsAhead() {
        // 1977, not 2077: in 2026 the latter would be 51 years ahead.
        assertThat(HttpDate.parse("Tuesday, 01-Nov-77 00:00:00 GMT")).contains(Instant.parse("1977-11-01T00:00:00Z"));
        assertThat(HttpDate.parse("Friday, 01-Nov-30 00:00:00 GMT")).contains(Instant.parse("2030-11-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "no date: {0}")
    @ValueSource(
            strings = {
                "",
                "0",
                "now",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06 Nov +1994 08:49:37 GMT",
                "Sun, 06 Nov -1994 08:49:37 GMT",
                "Fri, 06 Nov -1994 08:49:37 GMT",
                "Mon, 06 Nov +10000 08:49:37 GMT",
                "Sun,  06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994  08:49:37 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 23:60:00 GMT",
                "Sun, 06 Nov 1994 08:49:37.5 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Monday, 06-Nov-94 08:49:37 GMT",
                "Mon Nov  6 08:49:37 1994",
                "Thu, 31 Nov 1994 08:49:37 GMT",
                "Wed, 29 Feb 2023 00:00:00 GMT",
                "Thu, 29 Feb 1900 00:00:00 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Sunday, 06 Nov 94 08:49:37 GMT",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov   6 08:49:37 1994",
                "Sun Nov  6 08:49:37 1994 GMT",
                "Sun Nov  6 08:49:37 +19940",
                "1994-11-06T08:49:37Z",
                "784111777",
                "Sun, 06 Nov 1994 08:49:37 GMT; length=3",
                "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT, Sunday, 06-Nov-94 08:49:37 GMT",
            })
    void parse_isEmpty_forWhatIsNoneOfThem(String field) {
        assertThat(HttpDate.parse(field)).isEmpty();
    }

    /** RFC 9111, section 4.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sun, 06 nov 1994 08:49:37 gmt",
                "SUN, 06 NOV 1994 08:49:37 GMT",
                "sunday, 06-nov-94 08:49:37 gmt",
                "SUN NOV  6 08:49:37 1994",
            })
    void parse_doesNotLookAtTheCase(String field) {
        assertThat(HttpDate.parse(field)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void toSecond_cuts_neverRounds() {
        assertThat(HttpDate.toSecond(Instant.parse("2026-11-23T10:00:00.999999999Z")))
                .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(HttpDate.toSecond(Instant.parse("1969-12-31T23:59:59.5Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59Z"));
    }
}
