package io.heliograph.outbound;

import java.util.Set;

/**
 * Where requests may go beyond the public internet.
 *
 * @param allow host names and address literals that an origin may name although they are private
 */
public record FetchSettings(Set<String> allow) {

    public FetchSettings {
        allow = Set.copyOf(allow);
    }
}
