package io.heliograph.http;

import java.time.Duration;
import java.time.Instant;

/** Responses and rules for tests about caching. */
final class CacheSamples {

    /** When responses in tests come, unless they say otherwise. */
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    static final CacheRules STRICT = new CacheRules(true, Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO);
    static final CacheRules SAFE =
            new CacheRules(false, Duration.ofDays(7), Duration.ofDays(1), Duration.ofSeconds(10));

    private CacheSamples() {}

    /** A response to a request without fields, of noon. */
    static StoredResponse stored(int status, String... fields) {
        return storedFor(FieldLines.NONE, status, fields);
    }

    static StoredResponse storedFor(FieldLines request, int status, String... fields) {
        FieldLines lines = FieldLines.of(fields);
        return new StoredResponse(status, lines, Vary.of(lines).selecting(request), NOON, NOON, STRICT);
    }

    static StoredResponse ok(String cacheControl) {
        return stored(200, "cache-control", cacheControl);
    }

    static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
