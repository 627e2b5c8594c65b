package io.heliograph.server;

import io.heliograph.server.Rejection.Reason;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Asks visitors to come again until there is somebody to answer them. One for each event loop. */
final class Door implements Handler<HttpServerRequest> {

    private static final Rejection STARTING =
            new Rejection(503, Reason.STARTING, "this gateway is starting; try again in a moment");

    private final Refuser refuser;
    private final Visits visits;
    private @Nullable Handler<HttpServerRequest> inside;

    Door(Refuser refuser, Visits visits) {
        this.refuser = refuser;
        this.visits = visits;
    }

    /** From now on requests are for this handler. */
    void open(Handler<HttpServerRequest> handler) {
        inside = handler;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (inside != null) {
            inside.handle(request);
        } else if (!visits.of(request.connection()).isEnding()) {
            refuser.refuse(request, STARTING, System.nanoTime());
        }
    }
}
