package io.heliograph.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** For how long a response is fresh (RFC 9111, section 4.2.1 and 4.2.2). */
public final class Freshness {

    /** The statuses that may be fresh without saying so (RFC 9110, section 15.1). */
    private static final Set<Integer> HEURISTIC = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    /** Of the time since it last changed, the part that it is guessed to stay as it is: a tenth. */
    private static final int HEURISTIC_PART = 10;

    private Freshness() {}

    /** The time it is fresh; zero if it is stale as it comes. */
    static Duration lifetime(int status, FieldLines fields, CacheControl control, Instant received, CacheRules rules) {
        if (control.seconds("s-maxage") >= 0) {
            return Duration.ofSeconds(control.seconds("s-maxage"));
        }
        if (control.seconds("max-age") >= 0) {
            return Duration.ofSeconds(control.seconds("max-age"));
        }
        Instant date = StoredResponse.dateOf(fields, received);
        boolean targeted = TargetedCacheControl.of(fields).isPresent();
        if (fields.has("expires") && !targeted) {
            List<String> lines = fields.values("expires");
            Optional<Instant> expires = lines.size() == 1 ? HttpDate.parse(lines.get(0)) : Optional.empty();
            // What is no date, "0" above all, and what contradicts itself has expired (section 5.3).
            return expires.map(at -> positive(Duration.between(date, at))).orElse(Duration.ZERO);
        }
        if (!isHeuristic(status) && !control.has("public")) {
            return Duration.ZERO;
        }
        Duration otherwise = status == 404 || status == 410 ? rules.missing() : Duration.ZERO;
        return HttpDate.parse(fields.value("last-modified"))
                .map(changed -> positive(Duration.between(changed, date)).dividedBy(HEURISTIC_PART))
                .map(guess -> guess.compareTo(rules.longestHeuristic()) > 0 ? rules.longestHeuristic() : guess)
                .orElse(otherwise);
    }

    /** Whether a response with this status may be stored though it says nothing about it. */
    static boolean isHeuristic(int status) {
        return HEURISTIC.contains(status);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
