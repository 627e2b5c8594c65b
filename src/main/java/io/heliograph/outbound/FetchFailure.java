package io.heliograph.outbound;

/** Nothing usable came back. The message is for the operator; it names the host and says what to do. */
public final class FetchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What went wrong, and whether a later try may succeed without anybody's doing. */
    public enum Reason {
        /** The name has no address. */
        DNS(true),
        /** The address, port or scheme is one to which we do not go. */
        FORBIDDEN(false),
        /** No connection. */
        CONNECT(true),
        /** The certificate does not hold for the name, or there is no common protocol. */
        TLS(false),
        /** Not done in time. */
        TIMEOUT(true),
        /** Not begun, because as many exchanges with the server are under way, and wait, as may. */
        BUSY(true),
        /** More than we take. */
        TOO_LARGE(false),
        /** Too many redirects, or one that leads nowhere. */
        REDIRECT(false),
        /** Not HTTP, or broken off. */
        PROTOCOL(true);

        private final boolean retryHelps;

        Reason(boolean retryHelps) {
            this.retryHelps = retryHelps;
        }

        public boolean retryHelps() {
            return retryHelps;
        }
    }

    FetchFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    FetchFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
