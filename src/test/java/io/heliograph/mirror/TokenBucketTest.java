package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much of something is taken. */
class TokenBucketTest {

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private final TokenBucket bucket = new TokenBucket(2, Duration.ofMillis(100), () -> now);

    @Test
    void emptyBucket_givesOneWheneverAWhileIsOver() {
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();

        now = now.plusMillis(150);

        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
        now = now.plusMillis(50);
        assertThat(bucket.take()).isTrue();
    }

    @Test
    void restedBucket_holdsNoMoreThanItsMost() {
        now = now.plusSeconds(3600);

        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }
}
