package io.heliograph.server;

import io.heliograph.article.Address;
import io.heliograph.mirror.Mirror;
import io.heliograph.representation.Target;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** Takes a request through its stations. One for each event loop. */
final class PublicHandler implements Handler<HttpServerRequest> {

    private final FirstFilter filter;
    private final Routes routes = new Routes();
    private final DocumentHandler documents;
    private final MediaHandler media;
    private final MirrorHandler mirrors;
    private final ServerListener listener;
    private final ReportDesk reports;
    private final SocketHandler sockets;
    private final Visits visits;
    private final Refuser refuser;
    private final FeedDesk desk;
    private final RequestBodies requestBodies;

    PublicHandler(
            Vertx vertx,
            FirstFilter filter,
            DocumentHandler documents,
            MediaHandler media,
            MirrorHandler mirrors,
            Visits visits,
            Refuser refuser,
            FeedDesk desk,
            ServerListener listener) {
        this.filter = filter;
        this.documents = documents;
        this.media = media;
        this.mirrors = mirrors;
        this.sockets = new SocketHandler(vertx, visits, listener);
        this.reports = new ReportDesk(vertx);
        this.visits = visits;
        this.refuser = refuser;
        this.desk = desk;
        this.requestBodies = new RequestBodies(vertx, refuser, listener);
        this.listener = listener;
    }

    /** Tells those who would not come to an end by themselves that the gateway goes away. Called on this event loop. */
    void leave() {
        sockets.leave();
    }

    @Override
    public void handle(HttpServerRequest request) {
        long start = System.nanoTime();
        Visits.Visit visit = visits.of(request.connection());
        if (visit.isEnding()) {
            return;
        }
        visit.asked();
        Admission admission = filter.admit(request);
        if (admission instanceof Admission.Rejected rejected) {
            refuse(request, rejected.rejection(), start);
            return;
        }
        Admission.Admitted admitted = (Admission.Admitted) admission;
        String own = admitted.own();
        if (own.isEmpty() && admitted.front().mirror() != null) {
            mirrored(request, admitted, admitted.front().mirror(), visit, start);
        } else {
            own(request, admitted, own.isEmpty() ? admitted.target().path() : own, visit, start);
        }
    }

    /** What is ours. */
    private void own(
            HttpServerRequest request, Admission.Admitted admitted, String path, Visits.Visit visit, long start) {
        Mirror mirror = admitted.front().mirror();
        if (path.equals(ReportDesk.PATH)
                && request.method().equals(HttpMethod.POST)
                && mirror != null
                && mirror.takesReports()) {
            reported(request, admitted, mirror, visit, start);
            return;
        }
        if (!FirstFilter.KNOWN_METHODS.contains(request.method().name())) {
            refuse(request, Rejection.method(FirstFilter.METHODS), start);
            return;
        }
        if (Refuser.hasBody(request)) {
            requestBodies.bound(request);
            RequestBodies.endAfterwards(request, visit);
        }
        Exchange exchange = exchange(request, admitted, path);
        request.response().endHandler(end -> tell(exchange, visit, start));
        if (request.method().equals(HttpMethod.OPTIONS)) {
            options(exchange, FirstFilter.METHODS);
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

    private void reported(
            HttpServerRequest request, Admission.Admitted admitted, Mirror mirror, Visits.Visit visit, long start) {
        Exchange exchange = exchange(request, admitted, ReportDesk.PATH);
        request.response().endHandler(end -> tell(exchange, visit, start));
        RequestBodies.endAfterwards(request, visit);
        reports.handle(request, mirror);
    }

    /** Finds out what is asked for, and on which terms it is given. */
    private Exchange exchange(HttpServerRequest request, Admission.Admitted admitted, String asked) {
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
                ? new Exchange(request, admitted, asked, route, negotiated, access)
                : new Exchange(request, admitted, asked, Route.MISSING, false, desk.outside(access));
    }

    /** What is the web origin's, and ours where that is down. */
    private void mirrored(
            HttpServerRequest request, Admission.Admitted admitted, Mirror mirror, Visits.Visit visit, long start) {
        if (request.canUpgradeToWebSocket()) {
            socket(request, admitted, mirror, start);
            return;
        }
        String method = request.method().name();
        boolean withBody = Refuser.hasBody(request);
        boolean passes = admitted.front().methods().contains(method)
                || method.equals("OPTIONS") && !withBody && mirror.isPreflight(MirrorHandler.asked(admitted, request));
        if (!passes && !method.equals("OPTIONS")) {
            refuse(request, Rejection.method(admitted.front().allow()), start);
            return;
        }
        if (withBody && RequestBodies.isTooLarge(request)) {
            refuse(request, RequestBodies.TOO_LARGE, start);
            return;
        }
        String path = admitted.target().path();
        Access access = desk.access(admitted.host(), new Route.Mirrored(), Optional.empty());
        Exchange exchange = new Exchange(request, admitted, path, new Route.Mirrored(), false, access);
        BoundedBody body = null;
        if (withBody && (method.equals("GET") || method.equals("HEAD") || !passes)) {
            requestBodies.bound(request);
        } else if (withBody) {
            body = requestBodies.bounded(request, start);
            if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
                // The body is taken from here on (RFC 9110, section 10.1.1).
                request.response().writeContinue();
            }
        }
        if (withBody) {
            RequestBodies.endAfterwards(request, visit);
        }
        request.response().endHandler(end -> {
            tell(exchange, visit, start);
            if (withBody && !request.isEnded()) {
                // Nobody will read the rest of a body that the origin did not want.
                request.connection().close();
            }
        });
        if (!passes) {
            // What the scripts of other sites may do is the origin's to grant, and nobody asked it.
            request.response()
                    .setStatusCode(204)
                    .putHeader(Fields.ALLOW, admitted.front().allow())
                    .end();
            return;
        }
        mirrors.handle(
                exchange,
                mirror,
                admitted.target().query(),
                body,
                down -> documents.standIn(standIn(request, admitted, access), down, mirror.robots()));
    }

    private void socket(HttpServerRequest request, Admission.Admitted admitted, Mirror mirror, long start) {
        if (Refuser.hasBody(request) || !mirror.takesSockets()) {
            refuse(request, new Rejection(403, Rejection.Reason.SOCKET, "no WebSocket is opened here"), start);
            return;
        }
        sockets.handle(
                request,
                admitted,
                mirror,
                start,
                status -> refuse(
                        request,
                        new Rejection(status, Rejection.Reason.SOCKET, "the site opens no WebSocket to you here"),
                        start));
    }

    /** The same request for what is ours: the article of its path, or our front page. */
    private static Exchange standIn(HttpServerRequest request, Admission.Admitted admitted, Access access) {
        String path = admitted.target().path();
        String address = Address.of(path, admitted.target().query());
        Target target = address.equals("/") ? new Target.FrontPage() : new Target.ArticlePage(address);
        return new Exchange(request, admitted, path, new Route.Document("mirror", "html", target), false, access);
    }

    private void refuse(HttpServerRequest request, Rejection rejection, long start) {
        if (Refuser.hasBody(request)) {
            requestBodies.bound(request);
        }
        refuser.refuse(request, rejection, start);
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
    private static void options(Exchange exchange, String methods) {
        HttpServerResponse response = exchange.response();
        response.setStatusCode(204);
        response.putHeader(Fields.ALLOW, methods);
        if (exchange.path().startsWith(PrivatePath.PREFIX)) {
            response.end();
            return;
        }
        Fields.common(response.headers());
        response.putHeader("access-control-allow-methods", methods);
        response.putHeader(
                "access-control-allow-headers",
                "A-IM, Accept, Accept-Encoding, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range");
        response.putHeader("access-control-max-age", "86400");
        response.end();
    }
}
