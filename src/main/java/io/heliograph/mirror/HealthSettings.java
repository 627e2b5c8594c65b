package io.heliograph.mirror;

import java.time.Duration;
import java.util.Set;

/**
 * How a site's origin is probed.
 *
 * @param path and query of a page that shows that the origin is well, as a rule a deep one; empty for no probes
 * @param every from one probe to the next
 * @param status that the answer must have; 0 for any by which a server does not say that it cannot answer
 * @param contains words that must be in it, in UTF-8; empty for any
 */
public record HealthSettings(String path, Duration every, int status, String contains) {

    /** No probes: how an origin is, visitors' requests tell. */
    public static final HealthSettings NONE = new HealthSettings("", Duration.ofSeconds(30), 200, "");

    /** What the addresses of a server are asked that has no probes. */
    static final HealthSettings FRONT = new HealthSettings("/", Duration.ofSeconds(30), 0, "");

    /** What a server says of itself as a whole; 500 may be about one page. */
    static final Set<Integer> ERRORS = Set.of(502, 503, 504);

    public HealthSettings {
        if (!path.isEmpty() && !path.startsWith("/") || every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("no probe");
        }
    }

    /** Whether an answer has the status that it should have. */
    boolean accepts(int given) {
        return status == 0 ? !ERRORS.contains(given) : status == given;
    }

    boolean isOn() {
        return !path.isEmpty();
    }
}
