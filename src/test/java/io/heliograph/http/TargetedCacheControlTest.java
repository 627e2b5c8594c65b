package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9213. */
class TargetedCacheControlTest {

    /** Section 2.2: it stands in place of {@code Cache-Control} and {@code Expires}. */
    @Test
    void targeted_countsInPlaceOfTheOthers() {
        StoredResponse response = CacheSamples.stored(
                200, "cdn-cache-control", "max-age=3600", "cache-control", "no-store", "expires", "0");

        assertThat(response.control().has("no-store")).isFalse();
        assertThat(response.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    /** Section 2.1: what is empty or cannot be read is as if it were not there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "max-age=10000, &&&&&", "MaX-aGe=3600", "max-age =3600"})
    void targeted_thatCannotBeRead_isIgnoredWhole(String field) {
        StoredResponse response = CacheSamples.stored(200, "cdn-cache-control", field, "cache-control", "no-store");

        assertThat(response.control().has("no-store")).isTrue();
    }

    /** Section 2.1: a directive of another type than it should have is none. */
    @Test
    void targeted_withANumberAsText_hasNoLifetime() {
        StoredResponse response = CacheSamples.stored(
                200, "cdn-cache-control", "max-age=\"10000\"", "cache-control", "max-age=5", "expires", "0");

        assertThat(response.lifetime()).isEqualTo(Duration.ZERO);
    }

    @Test
    void targeted_isPreferredWhereItIsStricter() {
        StoredResponse response =
                CacheSamples.stored(200, "cdn-cache-control", "max-age=1", "cache-control", "max-age=3600");

        assertThat(response.lifetime()).isEqualTo(Duration.ofSeconds(1));
    }
}
