package io.heliograph.http;

import static io.heliograph.http.CacheSamples.NOON;
import static io.heliograph.http.CacheSamples.STRICT;
import static io.heliograph.http.CacheSamples.at;
import static io.heliograph.http.CacheSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111, sections 4.3 and 3.2. */
class ValidationTest {

    private static final String NOON_FIELD = HttpDate.format(NOON);

    /** Section 4.3.1: both validators, in place of the client's own conditions. */
    @Test
    void request_isMadeConditionalByWhatIsStored() {
        FieldLines request = FieldLines.of("if-none-match", "\"theirs\"", "if-range", "\"x\"", "accept", "a/b");
        StoredResponse response = stored(200, "etag", "W/\"ours\"", "last-modified", NOON_FIELD);

        assertThat(Validation.conditional(request, response))
                .isEqualTo(
                        FieldLines.of("accept", "a/b", "if-none-match", "W/\"ours\"", "if-modified-since", NOON_FIELD));
        assertThat(Validation.isPossible(stored(200))).isFalse();
    }

    /** Section 3.2. */
    @Test
    void notModified_bringsNewFields_butNoneOfTheContent() {
        StoredResponse old = stored(
                200,
                "cache-control",
                "max-age=1",
                "content-type",
                "text/html",
                "content-length",
                "36",
                "age",
                "50",
                "x-a",
                "1",
                "x-b",
                "1");
        FieldLines newer = FieldLines.of(
                "cache-control",
                "max-age=100",
                "content-type",
                "text/plain",
                "content-length",
                "10",
                "content-encoding",
                "gzip",
                "x-a",
                "2",
                "connection",
                "x-c",
                "x-c",
                "3");

        StoredResponse fresh = Validation.freshen(old, newer, at(60), at(60), STRICT);

        assertThat(fresh.fields().value("x-a")).isEqualTo("2");
        assertThat(fresh.fields().value("x-b")).isEqualTo("1");
        assertThat(fresh.fields().value("content-type")).isEqualTo("text/html");
        assertThat(fresh.fields().value("content-length")).isEqualTo("36");
        assertThat(fresh.fields().has("content-encoding")).isFalse();
        assertThat(fresh.fields().has("x-c")).isFalse();
        assertThat(fresh.lifetime()).isEqualTo(Duration.ofSeconds(100));
        assertThat(fresh.age(at(61))).isEqualTo(Duration.ofSeconds(1));
    }

    /** R8: what a 304 gives to the one who asked is not for those who get what is stored. */
    @Test
    void cookieOfA304_isNotStored() {
        FieldLines newer = FieldLines.of("set-cookie", "a=b", "set-cookie2", "a=b", "x-a", "2");

        StoredResponse fresh = Validation.freshen(stored(200), newer, at(60), at(60), CacheSamples.SAFE);

        assertThat(fresh.fields().has("set-cookie")).isFalse();
        assertThat(fresh.fields().has("set-cookie2")).isFalse();
        assertThat(fresh.fields().value("x-a")).isEqualTo("2");
        assertThat(Validation.freshen(stored(200), newer, at(60), at(60), STRICT)
                        .fields()
                        .value("set-cookie"))
                .isEqualTo("a=b");
    }

    @ParameterizedTest(name = "section 4.3.4: a 304 with {1} for {0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | \"a\" | true",
                "\"a\" | \"b\" | false",
                "W/\"a\" | W/\"a\" | true",
                "W/\"a\" | \"a\" | true",
                "W/\"a\" | W/\"b\" | false",
                "\"a\" | | true",
                "| \"a\" | false",
            })
    void notModified_isAboutTheResponseWithItsTag(String stored, String said, boolean about) {
        StoredResponse response = stored == null ? stored(200) : stored(200, "etag", stored);
        FieldLines fields = said == null ? FieldLines.NONE : FieldLines.of("etag", said);

        assertThat(Validation.isAbout(fields, response)).isEqualTo(about);
    }

    @ParameterizedTest(name = "section 4.3.2: {0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "if-none-match | \"a\" | true",
                "if-none-match | W/\"a\" | true",
                "if-none-match | \"x\", \"a\", \"y\" | true",
                "if-none-match | * | true",
                "if-none-match | \"x\" | false",
                "if-none-match | a | false",
                "if-modified-since | Sat, 28 Nov 2026 12:00:00 GMT | true",
                "if-modified-since | Saturday, 28-Nov-26 12:00:01 GMT | true",
                "if-modified-since | Sat, 28 Nov 2026 11:59:59 GMT | false",
                "if-modified-since | yesterday | false",
                "if-match | \"a\" | false",
            })
    void client_hasItAlready(String field, String value, boolean holds) {
        assertThat(Validation.holds(FieldLines.of(field, value), Optional.of(EntityTag.strong("a")), NOON))
                .isEqualTo(holds);
    }

    /** RFC 9110, section 13.2.2: where tags are compared, dates are not. */
    @Test
    void tags_takePrecedenceOverDates() {
        String later = HttpDate.format(at(100));
        String earlier = HttpDate.format(at(-100));
        Optional<EntityTag> tag = Optional.of(EntityTag.strong("a"));

        assertThat(Validation.holds(FieldLines.of("if-none-match", "\"b\"", "if-modified-since", later), tag, NOON))
                .isFalse();
        assertThat(Validation.holds(FieldLines.of("if-none-match", "\"a\"", "if-modified-since", earlier), tag, NOON))
                .isTrue();
    }

    @ParameterizedTest(name = "RFC 9110, section 13.1.5: If-Range {0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | true",
                "W/\"a\" | false",
                "\"b\" | false",
                "Sat, 28 Nov 2026 12:00:00 GMT | true",
                "Sat, 28 Nov 2026 11:00:00 GMT | false",
            })
    void range_isSentOnlyOfTheSame(String ifRange, boolean holds) {
        StoredResponse response = stored(200, "last-modified", NOON_FIELD, "date", HttpDate.format(at(60)));

        assertThat(Validation.rangeHolds(
                        FieldLines.of("if-range", ifRange), Optional.of(EntityTag.strong("a")), response))
                .isEqualTo(holds);
    }

    /** RFC 9110, section 8.8.2.2: within one second, there may have been two. */
    @Test
    void range_byADateThatIsAsYoungAsTheResponse_isNotSent() {
        StoredResponse response = stored(200, "last-modified", NOON_FIELD, "date", NOON_FIELD);

        assertThat(Validation.rangeHolds(FieldLines.of("if-range", NOON_FIELD), Optional.empty(), response))
                .isFalse();
    }

    @ParameterizedTest(name = "section 4.3.5: HEAD with {0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "content-length | 36 | true",
                "content-length | 37 | false",
                "etag | \"a\" | true",
                "etag | \"b\" | false",
                "x | y | true"
            })
    void head_isAboutTheSame(String field, String value, boolean same) {
        assertThat(Validation.isSame(stored(200, "etag", "\"a\""), 200, FieldLines.of(field, value), 36))
                .isEqualTo(same);
    }
}
