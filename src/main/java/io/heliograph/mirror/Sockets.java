package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.outbound.Dialler;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens WebSockets (RFC 6455) to the origin for visitors of a site. Key, subprotocols and extensions are between visitor
 * and origin; nobody in the middle takes frames apart.
 */
final class Sockets {

    private static final int MOST_OPEN = 1_000;

    private static final Set<String> OF_THE_PROTOCOL =
            Set.of("sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol", "sec-websocket-extensions");

    private static final Set<String> OF_THE_ANSWER =
            Set.of("sec-websocket-accept", "sec-websocket-protocol", "sec-websocket-extensions");

    private final OriginSite origin;
    private final URI site;
    private final RequestFields requestFields;
    private final Dialler dialler;
    private final OriginHealth health;
    private final String name;
    private final MirrorListener listener;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * No socket yet.
     *
     * @param name of the site
     * @param site scheme and authority of the site's own server
     */
    Sockets(
            String name,
            OriginSite origin,
            URI site,
            RequestFields requestFields,
            Dialler dialler,
            OriginHealth health,
            MirrorListener listener) {
        this.name = name;
        this.listener = listener;
        this.origin = origin;
        this.site = site;
        this.requestFields = requestFields;
        this.dialler = dialler;
        this.health = health;
    }

    /** Opens one; never fails. */
    Future<SocketAnswer> open(MirrorRequest request, CacheKey key) {
        List<String> origins = request.fields().values("origin");
        // Pages of others could speak in a visitor's name (RFC 6455, section 10.2); programs say no origin.
        if (origins.size() > 1 || origins.size() == 1 && !origin.own().isOurs(origins.get(0), request.host())) {
            return refused(403);
        }
        if (!health.allows(key.server())) {
            return refused(OriginFailure.Kind.AWAY.status());
        }
        if (open.incrementAndGet() > MOST_OPEN) {
            open.decrementAndGet();
            return refused(503);
        }
        return dialler.upgrade(key.server(), key.target(), fields(request, !origins.isEmpty()))
                .map(response -> answer(key, response))
                .recover(e -> {
                    OriginFailure failure = OriginFailure.of(e);
                    health.failed(key.server(), failure.kind());
                    return refused(failure.kind().status());
                })
                .onSuccess(answer -> {
                    if (answer instanceof SocketAnswer.Open opened) {
                        listener.sockets(name, 1);
                        opened.socket().closeHandler(closed -> {
                            open.decrementAndGet();
                            listener.sockets(name, -1);
                        });
                    } else {
                        open.decrementAndGet();
                    }
                });
    }

    private FieldLines fields(MirrorRequest request, boolean fromAPage) {
        FieldLines visitor = request.fields();
        FieldLines fields = requestFields
                .forOrigin(visitor, false)
                .where(name -> !name.startsWith("sec-websocket-") && !name.equals("origin"))
                .without("accept-encoding")
                .plus("connection", "Upgrade")
                .plus("upgrade", "websocket");
        for (String name : OF_THE_PROTOCOL) {
            for (String value : visitor.values(name)) {
                fields = fields.plus(name, value);
            }
        }
        if (!fromAPage) {
            return fields;
        }
        String known = origin.own().known(visitor, request.host());
        return fields.plus("origin", known.isEmpty() ? site.toString() : known);
    }

    /** What the origin says of one visitor's wish is passed on, what it says of itself is our bad gateway. */
    private SocketAnswer answer(CacheKey key, HttpClientResponse response) {
        int status = response.statusCode();
        response.exceptionHandler(e -> {});
        health.answered(key.server(), status);
        if (status == 101 && "websocket".equalsIgnoreCase(response.getHeader("upgrade"))) {
            NetSocket socket = response.netSocket();
            socket.pause();
            return new SocketAnswer.Open(Upstream.fields(response.headers()).where(OF_THE_ANSWER::contains), socket);
        }
        response.request().connection().close();
        return new SocketAnswer.Refused(status >= 400 && status < 500 ? status : 502);
    }

    private static Future<SocketAnswer> refused(int status) {
        return Future.succeededFuture(new SocketAnswer.Refused(status));
    }
}
