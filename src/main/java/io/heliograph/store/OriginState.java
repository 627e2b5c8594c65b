package io.heliograph.store;

import java.time.Instant;

/**
 * What is remembered of an origin between polls and restarts.
 *
 * @param title as the origin calls itself, plain text; empty if it does not, as for the next two
 * @param etag opaque validator of the last document, quotes included; empty if it had none
 * @param lastModified likewise, verbatim
 * @param failures polls that failed since the last good one
 * @param lastSuccess when a poll last succeeded; {@link Instant#EPOCH} if none did
 * @param nextPoll not before this moment
 */
public record OriginState(
        String title,
        String description,
        String language,
        String etag,
        String lastModified,
        int failures,
        Instant lastSuccess,
        Instant nextPoll) {

    /** An origin that was never polled. */
    public static final OriginState NEW = new OriginState("", "", "", "", "", 0, Instant.EPOCH, Instant.EPOCH);

    /** Whether a poll ever succeeded. */
    public boolean hasSucceeded() {
        return lastSuccess.isAfter(Instant.EPOCH);
    }
}
