package io.heliograph.mirror;

import io.heliograph.outbound.FetchFailure;

/** The origin gave no answer that can be used. */
final class OriginFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong; a label of metrics. */
    enum Kind {
        /** No connection: no address, nobody there, no TLS. */
        UNREACHABLE(502),
        /** Nobody was asked, because it could not be reached a moment ago. */
        AWAY(502),
        /** Not in time. */
        TIMEOUT(504),
        /** Not asked, because as many others ask and wait as may, which says nothing about the origin. */
        BUSY(503),
        /** Not HTTP, broken off, or not what was asked for. */
        BROKEN(502),
        /** In a coding that cannot be undone, or too large to rewrite. */
        UNREADABLE(502),
        /** The visitor's own request broke off, which says nothing about the origin. */
        VISITOR(408),
        /** The request has been here before. */
        LOOP(508);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The status of the answer. */
        int status() {
            return status;
        }
    }

    OriginFailure(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** What an exchange with an origin failed of. */
    static OriginFailure of(Throwable cause) {
        if (cause instanceof OriginFailure failure) {
            return failure;
        }
        Kind kind = Kind.BROKEN;
        if (cause instanceof FetchFailure failure) {
            kind = switch (failure.reason()) {
                case TIMEOUT -> Kind.TIMEOUT;
                case BUSY -> Kind.BUSY;
                case DNS, FORBIDDEN, CONNECT, TLS -> Kind.UNREACHABLE;
                default -> Kind.BROKEN;
            };
        }
        return new OriginFailure(kind, String.valueOf(cause.getMessage()));
    }

    Kind kind() {
        return kind;
    }
}
