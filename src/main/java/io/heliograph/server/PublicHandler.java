package io.heliograph.server;

import io.heliograph.representation.RepresentationCache;
import io.heliograph.representation.Target;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/** Takes a request through its stations. One for each event loop. */
final class PublicHandler implements Handler<HttpServerRequest> {

    /** A body that nobody asked for must be over by then. */
    private static final long BODY_DEADLINE_MILLIS = 10_000;

    private static final long MOST_BODY_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final FirstFilter filter;
    private final Routes routes = new Routes();
    private final DocumentHandler documents;
    private final MediaHandler media;
    private final ServerListener listener;

    /** Connections of this event loop that end with the answer that is being sent. */
    private final Set<HttpConnection> ending = Collections.newSetFromMap(new IdentityHashMap<>());

    PublicHandler(
            Vertx vertx, FirstFilter filter, RepresentationCache cache, MediaHandler media, ServerListener listener) {
        this.vertx = vertx;
        this.filter = filter;
        this.documents = new DocumentHandler(cache);
        this.media = media;
        this.listener = listener;
    }

    @Override
    public void handle(HttpServerRequest request) {
        long start = System.nanoTime();
        if (!ending.isEmpty() && ending.contains(request.connection())) {
            return;
        }
        if (hasBody(request)) {
            boundBody(request);
        }
        Admission admission = filter.admit(request);
        if (admission instanceof Admission.Rejected rejected) {
            reject(request, rejected.rejection(), start);
            return;
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        Route route = routes.find(admitted.target().path());
        boolean negotiated = route instanceof Route.NegotiatedFeed;
        if (route instanceof Route.NegotiatedFeed feed) {
            route = Routes.negotiate(feed, String.join(",", request.headers().getAll("accept")));
        }
        if (route instanceof Route.Document document) {
            route = Routes.refined(document, admitted.target().query());
        }
        Exchange exchange =
                new Exchange(request, admitted.host(), admitted.target().path(), route, negotiated);
        request.response().endHandler(end -> tell(exchange, start));
        if (request.method().equals(HttpMethod.OPTIONS)) {
            options(request.response());
        } else if (route instanceof Route.Document document) {
            documents.handle(exchange, document.target());
        } else if (route instanceof Route.Media file) {
            media.handle(exchange, file.path(), () -> documents.handle(exchange, new Target.ArticlePage(file.path())));
        }
    }

    private void tell(Exchange exchange, long start) {
        listener.answered(
                exchange.host().base(),
                exchange.route().name(),
                exchange.route().format(),
                exchange.response().getStatusCode(),
                exchange.coding().token(),
                System.nanoTime() - start);
    }

    private void reject(HttpServerRequest request, Rejection rejection, long start) {
        HttpServerResponse response = request.response();
        response.endHandler(end -> {
            listener.rejected(rejection.reason().name().toLowerCase(Locale.ROOT));
            listener.answered("other", "rejected", "none", rejection.status(), "identity", System.nanoTime() - start);
        });
        if (rejection.status() == 405) {
            response.putHeader(Fields.ALLOW, Fields.METHODS);
        }
        boolean close = rejection.isClose() || hasBody(request);
        if (close) {
            response.putHeader("connection", Fields.CLOSE);
            end(request.connection());
        }
        boolean head = request.method().equals(HttpMethod.HEAD);
        Future<Void> sent = Responder.sendText(response, rejection.status(), rejection.explanation(), head);
        if (close) {
            sent.onComplete(done -> request.connection().close());
        }
    }

    /** Whatever comes on this connection after the present request is left unread. */
    private void end(HttpConnection connection) {
        if (ending.add(connection)) {
            connection.closeHandler(closed -> ending.remove(connection));
        }
    }

    /** What may be done, for people and for the preflights of scripts (Fetch, section 3.3.5). */
    private static void options(HttpServerResponse response) {
        Fields.common(response.headers());
        response.setStatusCode(204);
        response.putHeader(Fields.ALLOW, Fields.METHODS);
        response.putHeader("access-control-allow-methods", Fields.METHODS);
        response.putHeader(
                "access-control-allow-headers",
                "Accept, Accept-Encoding, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range");
        response.putHeader("access-control-max-age", "86400");
        response.end();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.headers().get("content-length");
        return length != null && !length.equals("0") || request.headers().contains("transfer-encoding");
    }

    /** Lets a body pass unread, but not for ever and not without end. */
    private void boundBody(HttpServerRequest request) {
        long timer = vertx.setTimer(
                BODY_DEADLINE_MILLIS, late -> request.connection().close());
        long[] bytes = {0};
        request.handler(chunk -> {
            bytes[0] += chunk.length();
            if (bytes[0] > MOST_BODY_BYTES) {
                vertx.cancelTimer(timer);
                request.connection().close();
            }
        });
        request.exceptionHandler(e -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
    }
}
