package io.heliograph.mirror;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps requests away from a server that cannot be reached: after the first that failed, one is let through from time to
 * time to see whether it is back. So an origin that comes back meets no stampede, and visitors do not wait for one that
 * does not.
 */
final class Breaker {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();

    /** A server is away; the next try is allowed at a moment. */
    private record Outage(Instant next, Duration pause) {}

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a request may be tried. Of several that ask when a pause is over, one may. */
    boolean allows(URI server) {
        String key = server.getRawAuthority();
        Outage outage = outages.get(key);
        if (outage == null) {
            return true;
        }
        Instant now = clock.instant();
        return !now.isBefore(outage.next())
                && outages.replace(key, outage, new Outage(now.plus(outage.pause()), outage.pause()));
    }

    void reached(URI server) {
        if (!outages.isEmpty()) {
            outages.remove(server.getRawAuthority());
        }
    }

    void missed(URI server) {
        Instant now = clock.instant();
        outages.compute(server.getRawAuthority(), (key, outage) -> {
            if (outage == null) {
                return new Outage(now.plus(FIRST_PAUSE), FIRST_PAUSE);
            }
            Duration doubled = outage.pause().multipliedBy(2);
            Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return new Outage(now.plus(pause), pause);
        });
    }
}
