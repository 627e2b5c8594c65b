package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who asks an origin that could not be reached: R21, a breaker that is half open. */
class BreakerTest {

    private static final URI ORIGIN = URI.create("https://www.example.org");
    private static final URI OTHER = URI.create("https://cdn.example.org");

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final Breaker breaker = new Breaker(() -> now);

    @Test
    void missedOrigin_isAskedByOne_onceAPauseIsOver() {
        breaker.missed(ORIGIN);

        assertThat(breaker.allows(ORIGIN)).isFalse();
        assertThat(breaker.allows(OTHER)).isTrue();
        now = now.plusSeconds(1);
        assertThat(breaker.allows(ORIGIN)).isTrue();
        assertThat(breaker.allows(ORIGIN)).isFalse();
    }

    @Test
    void pauses_growToFiveSeconds() {
        for (int i = 0; i < 10; i++) {
            breaker.missed(ORIGIN);
        }

        now = now.plusMillis(4900);
        assertThat(breaker.allows(ORIGIN)).isFalse();
        now = now.plusMillis(100);
        assertThat(breaker.allows(ORIGIN)).isTrue();
    }

    @Test
    void reachedOrigin_isAskedByAll() {
        breaker.missed(ORIGIN);
        breaker.reached(ORIGIN);

        assertThat(breaker.allows(ORIGIN)).isTrue();
        assertThat(breaker.allows(ORIGIN)).isTrue();
    }
}
