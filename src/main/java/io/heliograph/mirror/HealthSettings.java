package io.heliograph.mirror;

import java.time.Duration;

/**
 * How a site's origin is probed.
 *
 * @param path and query of a page that shows that the origin is well, as a rule a deep one; empty for no probes
 * @param every from one probe to the next
 * @param status that the answer must have
 * @param contains words that must be in it, in UTF-8; empty for any
 */
public record HealthSettings(String path, Duration every, int status, String contains) {

    /** No probes: how an origin is, visitors' requests tell. */
    public static final HealthSettings NONE = new HealthSettings("", Duration.ofSeconds(30), 200, "");

    public HealthSettings {
        if (!path.isEmpty() && !path.startsWith("/") || every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("no probe");
        }
    }

    boolean isOn() {
        return !path.isEmpty();
    }
}
