package io.heliograph.server;

/**
 * A request that no site of ours answers.
 *
 * @param status 400, 403, 405, 413, 414, 421, 431 or 503; for a WebSocket whatever the origin says
 * @param reason one of a small fixed set, for counting
 * @param explanation for a person, one line, with nothing in it that the client sent
 * @param allow the methods that would be answered, for a 405
 */
record Rejection(int status, Reason reason, String explanation, String allow) {

    Rejection(int status, Reason reason, String explanation) {
        this(status, reason, explanation, FirstFilter.METHODS);
    }

    /** The method is none that is answered there. */
    static Rejection method(String allow) {
        return new Rejection(405, Reason.METHOD, "only " + allow + " are answered here", allow);
    }

    /** Kinds of rejections; a label of metrics. */
    enum Reason {
        FRAMING,
        TOO_LONG,
        HOST,
        UNKNOWN_HOST,
        METHOD,
        TARGET,
        BODY,
        SOCKET,
        STARTING
    }

    /** Whether the connection ends: what follows on it may not be what it seems, or nobody is there yet. */
    boolean isClose() {
        return status != 405 && status != 421;
    }
}
