package io.heliograph.server;

import io.heliograph.mirror.Mirror;
import io.heliograph.mirror.SocketAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins WebSockets of visitors with those of the origin (RFC 6455). One for each event loop. */
final class SocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final Vertx vertx;
    private final Visits visits;
    private final ServerListener listener;
    private final Set<Tunnel> tunnels = new HashSet<>();

    SocketHandler(Vertx vertx, Visits visits, ServerListener listener) {
        this.vertx = vertx;
        this.visits = visits;
        this.listener = listener;
    }

    /** What is done where there is no socket. */
    interface Refusal {
        void because(int status);
    }

    /**
     * Opens a socket to the origin, and only then the visitor's.
     *
     * @param start when the request came, by the clock of {@link System#nanoTime}
     */
    void handle(HttpServerRequest request, Admission.Admitted admitted, Mirror mirror, long start, Refusal refusal) {
        request.pause();
        mirror.socket(MirrorHandler.asked(admitted, request)).onSuccess(answer -> {
            if (answer instanceof SocketAnswer.Open open) {
                accept(request, admitted, open, start);
            } else if (answer instanceof SocketAnswer.Refused refused) {
                request.resume();
                refusal.because(refused.status());
            }
        });
    }

    private void accept(HttpServerRequest request, Admission.Admitted admitted, SocketAnswer.Open open, long start) {
        NetSocket origin = open.socket();
        HttpServerResponse response = request.response();
        response.setStatusCode(101).putHeader("connection", "Upgrade").putHeader("upgrade", "websocket");
        open.fields().forEach(line -> response.headers().add(line.name(), line.value()));
        request.toNetSocket()
                .onSuccess(visitor -> {
                    visits.left(request.connection());
                    listener.answered(
                            admitted.host().host().base(),
                            "mirror",
                            "socket",
                            101,
                            "identity",
                            System.nanoTime() - start);
                    Tunnel tunnel = new Tunnel(visitor, origin);
                    tunnels.add(tunnel);
                    tunnel.open(() -> tunnels.remove(tunnel));
                })
                .onFailure(e -> {
                    LOG.atDebug().setCause(e).log("A visitor left before his socket was open");
                    origin.close();
                });
    }

    /** Tells all whose sockets are open that the gateway goes away. Called on this handler's event loop. */
    void leave() {
        List.copyOf(tunnels).forEach(tunnel -> tunnel.leave(vertx));
    }
}
