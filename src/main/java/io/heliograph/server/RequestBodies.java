package io.heliograph.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** What becomes of the bodies of requests. One for each event loop. */
final class RequestBodies {

    /** For a body of more than may be sent. */
    static final Rejection TOO_LARGE =
            new Rejection(413, Rejection.Reason.BODY, "the body is larger than may be sent here");

    /** A body that nobody asked for must be over by then. */
    private static final long DEADLINE_MILLIS = 10_000;

    /** Of a body that nobody asked for. */
    private static final long MOST_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final Refuser refuser;
    private final ServerListener listener;

    RequestBodies(Vertx vertx, Refuser refuser, ServerListener listener) {
        this.vertx = vertx;
        this.refuser = refuser;
        this.listener = listener;
    }

    /** Whether a body says that it is larger than may be sent. */
    static boolean isTooLarge(HttpServerRequest request) {
        String length = request.headers().get("content-length");
        return length != null && (length.length() > 18 || Long.parseLong(length.strip()) > BoundedBody.MOST_BYTES);
    }

    /**
     * A body that passes on, unless it becomes too large without having said so.
     *
     * @param start when the request came, by the clock of {@link System#nanoTime}
     */
    BoundedBody bounded(HttpServerRequest request, long start) {
        return new BoundedBody(request, () -> {
            if (request.response().headWritten()) {
                breakOff(request);
            } else {
                refuser.refuse(request, TOO_LARGE, start);
            }
        });
    }

    /** Lets a body pass unread, but not for ever and not without end. */
    void bound(HttpServerRequest request) {
        long timer = vertx.setTimer(DEADLINE_MILLIS, late -> breakOff(request));
        long[] bytes = {0};
        request.handler(chunk -> {
            bytes[0] += chunk.length();
            if (bytes[0] > MOST_BYTES && vertx.cancelTimer(timer)) {
                breakOff(request);
            }
        });
        request.exceptionHandler(e -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
    }

    /**
     * Lets a request be the last on its connection. Where a body ends, servers disagree more than about all else, and few
     * visitors send one.
     */
    static void endAfterwards(HttpServerRequest request, Visits.Visit visit) {
        visit.end();
        Future<Void> read = request.end();
        HttpServerResponse response = request.response();
        response.headersEndHandler(head -> response.putHeader("connection", Fields.CLOSE));
        // While there is something left to read, closing would take the answer away from its reader.
        response.bodyEndHandler(
                written -> read.onComplete(end -> request.connection().close()));
    }

    private void breakOff(HttpServerRequest request) {
        listener.rejected(Rejection.Reason.BODY.name().toLowerCase(Locale.ROOT));
        request.connection().close();
    }
}
