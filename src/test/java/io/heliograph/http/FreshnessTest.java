package io.heliograph.http;

import static io.heliograph.http.CacheSamples.NOON;
import static io.heliograph.http.CacheSamples.at;
import static io.heliograph.http.CacheSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9111, section 4.2. */
class FreshnessTest {

    private static final String DATE = HttpDate.format(NOON);

    /** Section 4.2.1. */
    @Test
    void lifetime_isTheFirstThatIsSaid() {
        String expires = HttpDate.format(at(30));

        assertThat(stored(200, "cache-control", "s-maxage=10, max-age=20", "expires", expires)
                        .lifetime())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(stored(200, "cache-control", "max-age=20", "expires", expires)
                        .lifetime())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(stored(200, "expires", expires, "date", DATE).lifetime()).isEqualTo(Duration.ofSeconds(30));
    }

    /** Section 4.2.1: it is counted from the response's own date, however wrong its clock. */
    @Test
    void expires_isCountedFromTheDate() {
        StoredResponse response = stored(200, "expires", HttpDate.format(at(7230)), "date", HttpDate.format(at(7200)));

        assertThat(response.lifetime()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest(name = "section 5.3: \"{0}\" has expired")
    @ValueSource(
            strings = {
                "0",
                "-1",
                "",
                "Thu, 18 Aug 2050 02:01:18 UTC",
                "Thu, 18 Aug 2050 02:01:18 AEST",
                "Thu, 18 Aug 50 02:01:18 GMT",
                "Thu 18 Aug 2050 02:01:18 GMT",
                "Thu, 18  Aug  2050 02:01:18 GMT",
                "Thu, 18-Aug-2050 02:01:18 GMT",
                "Thu, 18 Aug 2050 02.01.18 GMT",
                "Thu, 18 Aug 2050 2:01:18 GMT",
                "18 Aug 2050 02:01:18 GMT",
            })
    void expires_thatIsNoDate_isPast(String expires) {
        assertThat(stored(200, "expires", expires, "last-modified", HttpDate.format(at(-100_000)))
                        .lifetime())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void expires_onTwoLines_isPast() {
        String far = HttpDate.format(at(10_000));

        assertThat(stored(200, "expires", far, "expires", far).lifetime()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest(name = "section 4.2: dates match whatever their case: {0}")
    @ValueSource(
            strings = {
                "THU, 18 Aug 2050 02:01:18 GMT",
                "Thu, 18 AUG 2050 02:01:18 GMT",
                "Thu, 18 Aug 2050 02:01:18 gMT",
                "Thursday, 18-Aug-50 02:01:18 GMT",
                "Thu Aug 18 02:01:18 2050",
                "Sun, 21 Nov 2286 04:46:39 GMT",
            })
    void expires_inEveryForm_isUnderstood(String expires) {
        assertThat(stored(200, "expires", expires).lifetime()).isGreaterThan(Duration.ofDays(1000));
    }

    @ParameterizedTest(name = "section 4.2.2: {0} may be guessed fresh: {1}")
    @CsvSource({
        "200, true",
        "203, true",
        "204, true",
        "404, true",
        "405, true",
        "410, true",
        "414, true",
        "501, true",
        "201, false",
        "202, false",
        "302, false",
        "403, false",
        "500, false",
        "503, false",
        "599, false"
    })
    void heuristic_isForListedStatuses(int status, boolean guessed) {
        StoredResponse response =
                stored(status, "last-modified", HttpDate.format(NOON.minusSeconds(36_000)), "date", DATE);

        assertThat(response.lifetime()).isEqualTo(guessed ? Duration.ofHours(1) : Duration.ZERO);
    }

    /** Section 4.2.2: any status, where the response says that it is public. */
    @Test
    void heuristic_isForWhatIsPublic() {
        StoredResponse response =
                stored(599, "last-modified", HttpDate.format(at(-36_000)), "date", DATE, "cache-control", "public");

        assertThat(response.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void heuristic_hasACeiling() {
        StoredResponse response = stored(200, "last-modified", "Wed, 01 Jan 2020 00:00:00 GMT", "date", DATE);

        assertThat(response.lifetime()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void nothingSaid_isStale() {
        assertThat(stored(200).lifetime()).isEqualTo(Duration.ZERO);
        assertThat(stored(200).staleness(NOON)).isEqualTo(Duration.ZERO);
    }

    @Test
    void missing_isBelievedForAsLongAsTheOwnerSays() {
        StoredResponse response = new StoredResponse(404, FieldLines.NONE, "", NOON, NOON, CacheSamples.SAFE);

        assertThat(response.lifetime()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest(name = "section 5.1: Age \"{0}\" is {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30",
                "0030 | 30",
                "abc | 0",
                "-7200 | 0",
                "7200.0 | 0",
                "2147483647 | 2147483647",
                "99999999999 | 2147483648",
                "7200, 0 | 7200",
                "0, 7200 | 0",
                "\"7200\" | 0",
            })
    void age_isTheFirstNumber(String age, long seconds) {
        assertThat(stored(200, "age", age, "date", DATE).age(NOON)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** Section 4.2.3. */
    @Test
    void age_isTheLargerOfWhatIsSaidAndWhatIsSeen() {
        FieldLines old = FieldLines.of("date", HttpDate.format(at(-60)), "age", "10");
        StoredResponse response = new StoredResponse(200, old, "", NOON.minusSeconds(5), NOON, CacheSamples.STRICT);

        assertThat(response.age(at(3))).isEqualTo(Duration.ofSeconds(63));
    }

    /** Section 4.2.3: the time that the answer took is part of its age. */
    @Test
    void age_countsTheDelayOfTheAnswer() {
        FieldLines fields = FieldLines.of("date", HttpDate.format(NOON), "age", "10");
        StoredResponse response = new StoredResponse(200, fields, "", at(-5), NOON, CacheSamples.STRICT);

        assertThat(response.age(at(3))).isEqualTo(Duration.ofSeconds(18));
    }

    /** Section 4.2.3: a date that has not come yet makes nothing younger than it is. */
    @Test
    void age_isNeverNegative() {
        assertThat(stored(200, "date", HttpDate.format(at(7200)), "age", "5").age(at(1)))
                .isEqualTo(Duration.ofSeconds(6));
    }
}
