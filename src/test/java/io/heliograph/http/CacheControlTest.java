package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111, section 5.2. */
class CacheControlTest {

    @ParameterizedTest(name = "RFC 9111, section 1.2.2 and 4.2.1: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=3600 | 3600",
                "MaX-AgE=3600 | 3600",
                "max-age=003600 | 3600",
                "max-age=\"3600\" | 3600",
                "max-age=0 | 0",
                "max-age=99999999999 | 2147483648",
                "max-age=99999999999999999999999999 | 2147483648",
                "max-age=1800, max-age=1 | 1",
                "max-age=1, max-age=1800 | 1",
                "max-age='3600' | 0",
                "max-age=3600.5 | 0",
                "max-age=-1 | 0",
                "max-age=3600a | 0",
                "max-age | 0",
                "max-age= | 0",
                "max-age =3600 | 0",
                "max-age= 3600 | 0",
                "extension=\"max-age=3600\", max-age=1 | 1",
                "extension=\"a\\\"max-age=1\", max-age=5 | 5",
                "a=\"unclosed, max-age=5 | -1",
                ",, max-age=7 ,, | 7",
                "public | -1",
            })
    void maxAge_isTheStrictestThatCanBeRead(String field, long seconds) {
        assertThat(CacheControl.parse(field).seconds("max-age")).isEqualTo(seconds);
    }

    @Test
    void directives_areFoundWhateverTheirCase() {
        CacheControl control = CacheControl.parse("No-StOrE, PRIVATE, must-understand, unknown=1");

        assertThat(control.has("no-store")).isTrue();
        assertThat(control.has("private")).isTrue();
        assertThat(control.has("must-understand")).isTrue();
        assertThat(control.has("public")).isFalse();
    }

    /** Section 5.2.2.4 and 5.2.2.7. */
    @Test
    void noCacheWithFields_isAboutThoseAlone() {
        CacheControl control = CacheControl.parse("no-cache=\"Set-Cookie, X-A\", private=\"x-b\", max-age=5");

        assertThat(control.has("no-cache")).isFalse();
        assertThat(control.fields("no-cache")).containsExactlyInAnyOrder("set-cookie", "x-a");
        assertThat(control.has("private")).isFalse();
        assertThat(control.fields("private")).containsExactly("x-b");
        assertThat(control.seconds("max-age")).isEqualTo(5);
    }

    @Test
    void noCacheWithEmptyFields_isAboutAll() {
        assertThat(CacheControl.parse("no-cache=\"\"").has("no-cache")).isTrue();
    }

    /** Section 5.2.1.2: without a number, any staleness will do. */
    @Test
    void maxStale_withoutNumber_isWithoutBound() {
        assertThat(CacheControl.parse("max-stale").seconds("max-stale")).isEqualTo(Long.MAX_VALUE);
        assertThat(CacheControl.parse("max-stale=10").seconds("max-stale")).isEqualTo(10);
    }

    @ParameterizedTest(name = "RFC 9111, section 4.2.4: {0}")
    @CsvSource({
        "must-revalidate, true",
        "proxy-revalidate, true",
        "no-cache, true",
        "s-maxage=5, true",
        "max-age=5, false",
        "stale-if-error=5, false"
    })
    void forbidsStale_bySection4_2_4(String field, boolean forbids) {
        assertThat(CacheControl.parse(field).forbidsStale()).isEqualTo(forbids);
    }
}
