package io.heliograph.http;

import static io.heliograph.http.CacheSamples.NOON;
import static io.heliograph.http.CacheSamples.SAFE;
import static io.heliograph.http.CacheSamples.STRICT;
import static io.heliograph.http.CacheSamples.at;
import static io.heliograph.http.CacheSamples.ok;
import static io.heliograph.http.CacheSamples.stored;
import static io.heliograph.http.CacheSamples.storedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.CacheDecision.Fetch;
import io.heliograph.http.CacheDecision.GatewayTimeout;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheDecision.Serve;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheDecision.Validate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111, section 4. */
class CacheDecisionTest {

    @Test
    void nothingStored_isFetched() {
        assertThat(decide(0, FieldLines.NONE, STRICT)).isEqualTo(new Fetch(Reason.URI_MISS));
    }

    /** Section 4.2: fresh as long as the lifetime is greater than the age. */
    @Test
    void fresh_isServed_untilItsTimeIsOver() {
        StoredResponse response = ok("max-age=10");

        assertThat(decide(9, FieldLines.NONE, STRICT, response)).isEqualTo(new Serve(response, false));
        assertThat(decide(10, FieldLines.NONE, STRICT, response)).isEqualTo(new Validate(response, Reason.STALE));
    }

    /** Section 5.2.2.4. */
    @Test
    void noCache_isAlwaysValidated() {
        StoredResponse response = ok("no-cache, max-age=10");

        assertThat(decide(1, FieldLines.NONE, STRICT, response)).isEqualTo(new Validate(response, Reason.STALE));
    }

    /** Section 4.1. */
    @Test
    void otherVariant_isFetched() {
        StoredResponse response =
                storedFor(FieldLines.of("foo", "1"), 200, "vary", "foo", "cache-control", "max-age=10");

        assertThat(decide(1, FieldLines.of("foo", "2"), STRICT, response)).isEqualTo(new Fetch(Reason.VARY_MISS));
        assertThat(decide(1, FieldLines.of("foo", "1"), STRICT, response)).isEqualTo(new Serve(response, false));
    }

    /** Section 4: of several that fit, the most recent. */
    @Test
    void latestVariant_isServed() {
        StoredResponse old = stored(200, "cache-control", "max-age=1000", "date", HttpDate.format(at(-10)));
        StoredResponse young = stored(200, "cache-control", "max-age=1000", "date", HttpDate.format(at(-5)));

        assertThat(decide(1, FieldLines.NONE, STRICT, old, young)).isEqualTo(new Serve(young, false));
    }

    /** RFC 5861, section 3. */
    @Test
    void staleWhileRevalidate_isServed_andAskedForMeanwhile() {
        StoredResponse response = ok("max-age=10, stale-while-revalidate=5");

        assertThat(decide(12, FieldLines.NONE, SAFE, response)).isEqualTo(new Serve(response, true));
        assertThat(decide(15, FieldLines.NONE, SAFE, response)).isEqualTo(new Validate(response, Reason.STALE));
    }

    @ParameterizedTest(name = "section 4.2.4: {0} is validated when stale")
    @CsvSource({"must-revalidate", "proxy-revalidate", "s-maxage=10"})
    void staleWhileRevalidate_yieldsTo(String directive) {
        StoredResponse response = ok("max-age=10, stale-while-revalidate=5, " + directive);

        assertThat(decide(12, FieldLines.NONE, STRICT, response)).isInstanceOf(Validate.class);
    }

    /** RFC 5861 beside RFC 9111, section 5.2.2.10: who sends both means {@code s-maxage} as a length of life. */
    @Test
    void staleWhileRevalidate_isLeave_besideSharedMaxAge() {
        StoredResponse response = ok("s-maxage=10, stale-while-revalidate=5");

        assertThat(decide(12, FieldLines.NONE, SAFE, response)).isEqualTo(new Serve(response, true));
        assertThat(decide(15, FieldLines.NONE, SAFE, response)).isEqualTo(new Validate(response, Reason.STALE));
        assertThat(decide(12, FieldLines.NONE, STRICT, response)).isEqualTo(new Validate(response, Reason.STALE));
    }

    @ParameterizedTest(name = "section 5.2.1: {0} after {1} s is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=0 | 0 | Validate",
                "max-age=1 | 3 | Validate",
                "max-age=5 | 3 | Serve",
                "min-fresh=50 | 60 | Validate",
                "min-fresh=30 | 60 | Serve",
                "no-cache | 3 | Validate",
                "max-stale=20 | 110 | Serve",
                "max-stale=5 | 110 | Validate",
                "max-stale | 1000 | Serve",
                "only-if-cached | 3 | Serve",
                "only-if-cached | 110 | GatewayTimeout",
            })
    void requestDirectives_countToTheLetter(String directive, long after, String decision) {
        FieldLines request = FieldLines.of("cache-control", directive);

        assertThat(decide(after, request, STRICT, ok("max-age=100")).getClass().getSimpleName())
                .isEqualTo(decision);
    }

    @ParameterizedTest(name = "a public mirror does not let visitors say {0}")
    @CsvSource({"no-cache", "max-age=0", "min-fresh=1000", "no-store"})
    void requestDirectives_areIgnoredByAPublicMirror(String directive) {
        FieldLines request = FieldLines.of("cache-control", directive, "pragma", "no-cache");

        assertThat(decide(3, request, SAFE, ok("max-age=100"))).isInstanceOf(Serve.class);
    }

    /** Section 5.4. */
    @Test
    void pragma_countsWithoutCacheControl() {
        assertThat(decide(3, FieldLines.of("pragma", "no-cache"), STRICT, ok("max-age=100")))
                .isInstanceOf(Validate.class);
        assertThat(decide(3, FieldLines.of("pragma", "no-cache", "cache-control", "x"), STRICT, ok("max-age=100")))
                .isInstanceOf(Serve.class);
    }

    /** Section 5.2.1.7. */
    @Test
    void onlyIfCached_withNothingStored_timesOut() {
        assertThat(decide(0, FieldLines.of("cache-control", "only-if-cached"), STRICT))
                .isEqualTo(new GatewayTimeout());
    }

    /** Section 4.4. */
    @Test
    void invalidated_isValidated_howeverFresh() {
        StoredResponse response = ok("max-age=100, stale-while-revalidate=100");

        assertThat(CacheDecision.decide(at(1), FieldLines.NONE, List.of(response), r -> Standing.INVALID, SAFE))
                .isEqualTo(new Validate(response, Reason.STALE));
        assertThat(CacheDecision.mayServeStale(at(1), response, Standing.INVALID, SAFE))
                .isFalse();
    }

    @Test
    void purged_isStale() {
        StoredResponse response = ok("max-age=100");

        assertThat(CacheDecision.decide(at(1), FieldLines.NONE, List.of(response), r -> Standing.PURGED, SAFE))
                .isEqualTo(new Validate(response, Reason.STALE));
        assertThat(CacheDecision.mayServeStale(at(1), response, Standing.PURGED, SAFE))
                .isTrue();
    }

    @ParameterizedTest(name = "section 4.2.4 and RFC 5861, section 4: {0} after {1} s: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=10 | 100 | true",
                "max-age=10 | 604811 | false",
                "max-age=10, stale-if-error=700000 | 604811 | true",
                "max-age=10, must-revalidate | 100 | false",
                "max-age=10, proxy-revalidate | 100 | false",
                "s-maxage=10 | 100 | false",
                "s-maxage=10, stale-if-error=100 | 100 | true",
                "s-maxage=10, stale-if-error=100 | 111 | false",
                "s-maxage=10, stale-if-error=100, must-revalidate | 100 | false",
                "no-cache | 1 | false",
            })
    void stale_isServedInTrouble_asFarAsAllowed(String cacheControl, long after, boolean served) {
        assertThat(CacheDecision.mayServeStale(at(after), ok(cacheControl), Standing.GOOD, SAFE))
                .isEqualTo(served);
    }

    private static CacheDecision decide(long after, FieldLines request, CacheRules rules, StoredResponse... stored) {
        return CacheDecision.decide(
                NOON.plusSeconds(after), request, List.of(stored), response -> Standing.GOOD, rules);
    }
}
