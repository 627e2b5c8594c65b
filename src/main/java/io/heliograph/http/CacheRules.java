package io.heliograph.http;

import java.time.Duration;

/**
 * What of HTTP caching is left to a cache's owner.
 *
 * @param strict whether clients' cache directives are honoured (RFC 9111, section 5.2.1), and cookies and answers to
 *     requests with credentials are stored where that is allowed; a public mirror had better not
 * @param maxStale how long after its freshness a response may be used while the origin is down, where it does not forbid it
 * @param longestHeuristic most that is guessed for a response that does not say how long it is fresh
 * @param missing for how long it is believed that something is not there, where the origin does not say
 */
public record CacheRules(boolean strict, Duration maxStale, Duration longestHeuristic, Duration missing) {

    public CacheRules {
        if (maxStale.isNegative() || longestHeuristic.isNegative() || missing.isNegative()) {
            throw new IllegalArgumentException("a negative duration");
        }
    }
}
