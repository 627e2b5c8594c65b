package io.heliograph.server;

import io.heliograph.mirror.Mirror;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Takes what browsers report of the pages of a mirror. */
final class ReportDesk {

    /** Where they send it, below the prefix; {@link io.heliograph.mirror.Mirror} says so in its policy. */
    static final String PATH = Mirror.REPORTS;

    private static final long DEADLINE_MILLIS = 10_000;
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_READ_BYTES = 64 * 1024;

    private final Vertx vertx;

    ReportDesk(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Reads a report, and answers. What is too long is read to its end, for a while, or its sender would not hear why. */
    void handle(HttpServerRequest request, Mirror mirror) {
        Buffer body = Buffer.buffer();
        int[] total = {0};
        long timer =
                vertx.setTimer(DEADLINE_MILLIS, late -> request.connection().close());
        request.exceptionHandler(e -> vertx.cancelTimer(timer));
        request.handler(piece -> {
            total[0] += piece.length();
            if (total[0] > MOST_READ_BYTES) {
                request.connection().close();
            } else if (total[0] <= MOST_BYTES) {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            int status = total[0] > MOST_BYTES
                    ? 413
                    : mirror.reported(String.valueOf(request.getHeader("content-type")), body);
            HttpServerResponse response = request.response();
            if (!response.closed()) {
                response.setStatusCode(status)
                        .putHeader("cache-control", "no-store")
                        .end();
            }
        });
    }
}
