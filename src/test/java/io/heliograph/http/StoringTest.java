package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111, section 3. */
class StoringTest {

    @ParameterizedTest(name = "section 3: {0} with \"{1}\" is stored: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | max-age=5 | true",
                "200 | no-store | false",
                "200 | max-age=5, no-store | false",
                "200 | private, max-age=5 | false",
                "200 | no-cache | true",
                "200 | foo | true",
                "404 | foo | true",
                "500 | foo | false",
                "500 | max-age=5 | true",
                "500 | s-maxage=5 | true",
                "599 | public | true",
                "599 | foo | false",
                "599 | max-age=5 | true",
                "206 | max-age=5 | false",
                "304 | max-age=5 | false",
                "103 | max-age=5 | false",
                "200 | max-age=5, no-store, must-understand | true",
                "599 | max-age=5, no-store, must-understand | false",
                "599 | max-age=5, must-understand | false",
            })
    void response_isStored_asItAllows(int status, String cacheControl, boolean stored) {
        assertThat(isStored("GET", FieldLines.NONE, status, FieldLines.of("cache-control", cacheControl)))
                .isEqualTo(stored);
    }

    @Test
    void otherMethods_areNotStored() {
        FieldLines fresh = FieldLines.of("cache-control", "max-age=5");

        assertThat(isStored("POST", FieldLines.NONE, 200, fresh)).isFalse();
        assertThat(isStored("HEAD", FieldLines.NONE, 200, fresh)).isFalse();
    }

    @ParameterizedTest(name = "section 3.5: \"{0}\" allows credentials: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=5 | false",
                "max-age=5, public | true",
                "max-age=5, must-revalidate | true",
                "s-maxage=5 | true"
            })
    void authorized_isStored_whereAllowed(String cacheControl, boolean stored) {
        FieldLines request = FieldLines.of("authorization", "Basic eA==");

        assertThat(isStored("GET", request, 200, FieldLines.of("cache-control", cacheControl)))
                .isEqualTo(stored);
    }

    /** R8: a public mirror keeps nothing that may be one visitor's. */
    @Test
    void mirror_keepsNeitherCookiesNorWhatWasAskedWithCredentials() {
        FieldLines fresh = FieldLines.of("cache-control", "public, max-age=5");
        CacheControl control = StoredResponse.controlOf(fresh);
        FieldLines cookie = fresh.plus("set-cookie", "a=b");

        assertThat(Storing.allows("GET", FieldLines.NONE, 200, cookie, control, CacheSamples.SAFE))
                .isFalse();
        assertThat(Storing.allows("GET", FieldLines.of("cookie", "a=b"), 200, fresh, control, CacheSamples.SAFE))
                .isFalse();
        assertThat(Storing.allows("GET", FieldLines.of("authorization", "x"), 200, fresh, control, CacheSamples.SAFE))
                .isFalse();
        assertThat(Storing.allows("GET", FieldLines.NONE, 200, fresh, control, CacheSamples.SAFE))
                .isTrue();
    }

    @Test
    void cookies_areStoredToTheLetter() {
        FieldLines response = FieldLines.of("cache-control", "max-age=5", "set-cookie", "a=b");

        assertThat(isStored("GET", FieldLines.of("cookie", "a=b"), 200, response))
                .isTrue();
    }

    /** Section 5.2.1.5. */
    @Test
    void requestNoStore_isHonouredToTheLetter() {
        FieldLines request = FieldLines.of("cache-control", "no-store");

        assertThat(isStored("GET", request, 200, FieldLines.of("cache-control", "max-age=5")))
                .isFalse();
    }

    @Test
    void varyStar_isNotStored() {
        assertThat(isStored("GET", FieldLines.NONE, 200, FieldLines.of("cache-control", "max-age=5", "vary", "*")))
                .isFalse();
    }

    /** Section 3.1; sections 5.2.2.4 and 5.2.2.7. */
    @Test
    void fields_areStoredWithoutThoseOfTheConnectionAndThoseForOne() {
        FieldLines response = FieldLines.of(
                "Connection",
                "close, a",
                "A",
                "1",
                "Keep-Alive",
                "5",
                "Proxy-Authenticate",
                "x",
                "Transfer-Encoding",
                "chunked",
                "TE",
                "x",
                "Upgrade",
                "y",
                "Cache-Control",
                "no-cache=\"b\", private=\"c\"",
                "B",
                "2",
                "C",
                "3",
                "D",
                "4");

        assertThat(Storing.fields(response, StoredResponse.controlOf(response)))
                .extracting(FieldLines.Line::name)
                .containsExactly("cache-control", "d");
    }

    private static boolean isStored(String method, FieldLines request, int status, FieldLines response) {
        return Storing.allows(
                method, request, status, response, StoredResponse.controlOf(response), CacheSamples.STRICT);
    }
}
