package io.heliograph.server;

import io.heliograph.server.Rejection.Reason;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** Turns requests away, and tells of it. One for each event loop. */
final class Refuser {

    private static final Rejection LINE =
            new Rejection(414, Reason.TOO_LONG, "the request line is longer than this gateway reads");
    private static final Rejection HEADER =
            new Rejection(431, Reason.TOO_LONG, "the header fields are longer than this gateway reads");
    private static final Rejection VERSION =
            new Rejection(505, Reason.FRAMING, "this gateway speaks HTTP/1.1 and HTTP/1.0");
    private static final Rejection NO_HTTP =
            new Rejection(400, Reason.FRAMING, "this is no request that HTTP/1.1 knows");

    private final ServerListener listener;
    private final Visits visits;

    Refuser(ServerListener listener, Visits visits) {
        this.listener = listener;
        this.visits = visits;
    }

    /** Turns away what the decoder could not read. */
    void refuseUnreadable(HttpServerRequest request) {
        if (visits.of(request.connection()).isEnding()) {
            return;
        }
        Throwable cause = request.decoderResult().cause();
        refuse(request, unreadable(cause), System.nanoTime());
    }

    private static Rejection unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return LINE;
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return HEADER;
        }
        return cause instanceof RequestHeads.UnknownVersion ? VERSION : NO_HTTP;
    }

    /**
     * Turns a request away.
     *
     * @param start when it came, by the clock of {@link System#nanoTime}
     */
    void refuse(HttpServerRequest request, Rejection rejection, long start) {
        Visits.Visit visit = visits.of(request.connection());
        visit.asked();
        HttpServerResponse response = request.response();
        response.endHandler(end -> {
            long now = System.nanoTime();
            visit.answered(now);
            listener.rejected(rejection.reason().name().toLowerCase(Locale.ROOT));
            listener.answered("other", "rejected", "none", rejection.status(), "identity", now - start);
        });
        if (rejection.status() == 405) {
            response.putHeader(Fields.ALLOW, rejection.allow());
        }
        if (rejection.status() == 503) {
            response.putHeader(Fields.RETRY_AFTER, "1");
        }
        boolean close = rejection.isClose() || hasBody(request);
        if (close) {
            response.putHeader("connection", Fields.CLOSE);
            visit.end();
        }
        boolean head = request.method().equals(HttpMethod.HEAD);
        Future<Void> sent = isForAPerson(request, rejection)
                ? Responder.sendRefusal(response, rejection.status(), rejection.explanation(), head)
                : Responder.sendText(response, rejection.status(), rejection.explanation(), head);
        if (close) {
            sent.onComplete(done -> request.connection().close());
        }
    }

    private static boolean isForAPerson(HttpServerRequest request, Rejection rejection) {
        String accept = request.getHeader("accept");
        boolean explained = switch (rejection.status()) {
            case 400, 405, 421, 503 -> true;
            default -> false;
        };
        return explained && accept != null && accept.contains("text/html");
    }

    /** Whether a body belongs to the request (RFC 9112, section 6). */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.headers().get("content-length");
        return length != null && !length.equals("0") || request.headers().contains("transfer-encoding");
    }
}
