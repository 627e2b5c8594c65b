package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stored responses take in memory. */
class ResponseCacheTest {

    /** Each host keeps them in its own way: many hosts must not take more than the memory that is given. */
    @Test
    void fields_countForEachHostOfASite() {
        StoredResponse response = new StoredResponse(
                200,
                FieldLines.of("x-long", "a".repeat(10_000)),
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                new CacheRules(false, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        Variant variant = Variant.of(response, new Content.Plain(Buffer.buffer("body"), ""));

        assertThat(variant.bytes(3)).isGreaterThan(variant.bytes(1) + 20_000).isGreaterThan(40_000);
    }
}
