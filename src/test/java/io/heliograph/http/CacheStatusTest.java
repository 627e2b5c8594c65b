package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.CacheDecision.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** RFC 9211, section 2. */
class CacheStatusTest {

    @Test
    void hit_saysHowLongItIsFresh() {
        assertThat(CacheStatus.hit(Duration.ofSeconds(376)).field()).isEqualTo("Heliograph; hit; ttl=376");
        assertThat(CacheStatus.hit(Duration.ofSeconds(-412)).field()).isEqualTo("Heliograph; hit; ttl=-412");
    }

    @Test
    void forwarded_saysWhyAndWhatCameOfIt() {
        assertThat(CacheStatus.forwarded(Reason.URI_MISS)
                        .status(200)
                        .stored()
                        .collapsed()
                        .detail("x")
                        .field())
                .isEqualTo("Heliograph; fwd=uri-miss; fwd-status=200; stored; collapsed; detail=x");
    }
}
