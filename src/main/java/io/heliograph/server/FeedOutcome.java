package io.heliograph.server;

import java.util.Locale;

/** What became of a request for a feed. */
public enum FeedOutcome {
    /** 304: the client has what there is. */
    NOT_MODIFIED,
    /** 226: the client got what it did not have (RFC 3229). */
    DELTA,
    /** The whole feed, to a client that asked whether it changed. */
    CHANGED,
    /** The whole feed, to a client that did not ask. */
    UNCONDITIONAL,
    /** 429: too many whole feeds. */
    LIMITED,
    /** Another answer, or one to HEAD. */
    OTHER;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As metrics call it. */
    public String label() {
        return label;
    }

    static FeedOutcome of(Exchange exchange) {
        return switch (exchange.response().getStatusCode()) {
            case 304 -> NOT_MODIFIED;
            case 226 -> DELTA;
            case 429 -> LIMITED;
            case 200 -> exchange.isHead() ? OTHER : exchange.isConditional() ? CHANGED : UNCONDITIONAL;
            default -> OTHER;
        };
    }
}
