package io.heliograph.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much of something is taken: so many in a row, and one more whenever a while is over. */
final class TokenBucket {

    private final int most;
    private final Duration refill;
    private final InstantSource clock;
    private int tokens;
    private Instant refilled;

    /** A full bucket. */
    TokenBucket(int most, Duration refill, InstantSource clock) {
        this.most = most;
        this.refill = refill;
        this.clock = clock;
        this.tokens = most;
        this.refilled = clock.instant();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        Instant now = clock.instant();
        long more = Duration.between(refilled, now).dividedBy(refill);
        if (more > 0) {
            tokens = (int) Math.min(most, tokens + more);
            refilled = refilled.plus(refill.multipliedBy(more));
        }
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }
}
