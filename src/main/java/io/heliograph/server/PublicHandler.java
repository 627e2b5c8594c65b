package io.heliograph.server;

import io.heliograph.representation.Target;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import java.util.Optional;

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
    private final Visits visits;
    private final Refuser refuser;
    private final FeedDesk desk;

    PublicHandler(
            Vertx vertx,
            FirstFilter filter,
            DocumentHandler documents,
            MediaHandler media,
            Visits visits,
            Refuser refuser,
            FeedDesk desk,
            ServerListener listener) {
        this.vertx = vertx;
        this.filter = filter;
        this.documents = documents;
        this.media = media;
        this.visits = visits;
        this.refuser = refuser;
        this.desk = desk;
        this.listener = listener;
    }

    @Override
    public void handle(HttpServerRequest request) {
        long start = System.nanoTime();
        Visits.Visit visit = visits.of(request.connection());
        if (visit.isEnding()) {
            return;
        }
        visit.asked();
        boolean body = Refuser.hasBody(request);
        if (body) {
            boundBody(request);
        }
        Admission admission = filter.admit(request);
        if (admission instanceof Admission.Rejected rejected) {
            refuser.refuse(request, rejected.rejection(), start);
            return;
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        if (body) {
            endAfterwards(request, visit);
        }
        Exchange exchange = exchange(request, admitted);
        request.response().endHandler(end -> tell(exchange, visit, start));
        if (request.method().equals(HttpMethod.OPTIONS)) {
            options(exchange);
        } else if (exchange.route() instanceof Route.Document document) {
            if (desk.admits(exchange)) {
                documents.handle(exchange, document.target());
            }
        } else if (exchange.route() instanceof Route.Media file) {
            media.handle(exchange, file.path(), () -> documents.handle(exchange, new Target.ArticlePage(file.path())));
        } else {
            documents.missing(exchange);
        }
    }

    /** Finds out what is asked for, and on which terms it is given. */
    private Exchange exchange(HttpServerRequest request, Admission.Admitted admitted) {
        String asked = admitted.target().path();
        Optional<PrivatePath> own = PrivatePath.of(asked);
        Route route = routes.find(own.map(PrivatePath::path).orElse(asked));
        boolean negotiated = route instanceof Route.NegotiatedFeed;
        if (route instanceof Route.NegotiatedFeed feed) {
            String accept = String.join(",", request.headers().getAll("accept"));
            // A page with a token in its address would tell it to who looks over a shoulder.
            route = Routes.negotiate(feed, accept, own.isEmpty());
        }
        if (route instanceof Route.Document document) {
            route = Routes.refined(document, admitted.target().query());
        }
        Access access = desk.access(admitted.host(), route, own);
        return desk.isOpen(route, access, own)
                ? new Exchange(request, admitted.host(), asked, route, negotiated, access)
                : new Exchange(request, admitted.host(), asked, Route.MISSING, false, desk.outside(access));
    }

    private void tell(Exchange exchange, Visits.Visit visit, long start) {
        long now = System.nanoTime();
        visit.answered(now);
        listener.answered(
                exchange.host().base(),
                exchange.route().name(),
                exchange.route().format(),
                exchange.response().getStatusCode(),
                exchange.coding().token(),
                now - start);
        if (exchange.isFeed()) {
            desk.tell(exchange);
        }
    }

    /** What may be done, for people and for the preflights of scripts (Fetch, section 3.3.5). */
    private static void options(Exchange exchange) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(204);
        response.putHeader(Fields.ALLOW, Fields.METHODS);
        if (exchange.path().startsWith(PrivatePath.PREFIX)) {
            response.end();
            return;
        }
        Fields.common(response.headers());
        response.putHeader("access-control-allow-methods", Fields.METHODS);
        response.putHeader(
                "access-control-allow-headers",
                "A-IM, Accept, Accept-Encoding, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range");
        response.putHeader("access-control-max-age", "86400");
        response.end();
    }

    /**
     * Lets a request be the last on its connection. Where a body ends, servers disagree more than about all else, and no
     * reader of ours sends one.
     */
    private static void endAfterwards(HttpServerRequest request, Visits.Visit visit) {
        visit.end();
        Future<Void> read = request.end();
        HttpServerResponse response = request.response();
        response.headersEndHandler(head -> response.putHeader("connection", Fields.CLOSE));
        // While there is something left to read, closing would take the answer away from its reader.
        response.bodyEndHandler(
                written -> read.onComplete(end -> request.connection().close()));
    }

    /** Lets a body pass unread, but not for ever and not without end. */
    private void boundBody(HttpServerRequest request) {
        long timer = vertx.setTimer(BODY_DEADLINE_MILLIS, late -> breakOff(request));
        long[] bytes = {0};
        request.handler(chunk -> {
            bytes[0] += chunk.length();
            if (bytes[0] > MOST_BODY_BYTES && vertx.cancelTimer(timer)) {
                breakOff(request);
            }
        });
        request.exceptionHandler(e -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
    }

    private void breakOff(HttpServerRequest request) {
        listener.rejected(Rejection.Reason.BODY.name().toLowerCase(Locale.ROOT));
        request.connection().close();
    }
}
