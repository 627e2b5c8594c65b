package io.heliograph.origin;

import java.time.Duration;

/** An origin gave nothing that can be used. The message is for the operator: what happened, and what to do. */
public final class OriginFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Duration retryAfter;

    /** Kinds of failures; a label of metrics. */
    public enum Reason {
        /** It cannot be reached, or may not be. */
        UNREACHABLE,
        /** It answered with an error. */
        STATUS,
        /** It asks to be left alone for a while. */
        THROTTLED,
        /** It said that it is gone for good. */
        GONE,
        /** What it gave is no document of a kind we read. */
        UNREADABLE,
        /** More than we take. */
        TOO_LARGE,
        /** The store did not take what it gave. */
        STORE
    }

    public OriginFailure(Reason reason, String message) {
        this(reason, message, Duration.ZERO);
    }

    public OriginFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = Duration.ZERO;
    }

    /** A failure after which the origin wants no request for a while. */
    public OriginFailure(Reason reason, String message, Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** How long the origin wants no request; zero if it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
