package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.http.MediaType;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.ReusedConnections;
import io.heliograph.outbound.ServerAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes requests to the origin and brings the heads of its answers, whatever is believed of the origin's health. */
final class Courier {

    private final Vertx vertx;
    private final Dialler dialler;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ReusedConnections connections = new ReusedConnections();

    /**
     * A courier.
     *
     * @param nanos a clock that only measures, as {@link System#nanoTime()}
     */
    Courier(Vertx vertx, Dialler dialler, InstantSource clock, LongSupplier nanos) {
        this.nanos = nanos;
        this.vertx = vertx;
        this.dialler = dialler;
        this.clock = clock;
    }

    /**
     * Sends a request. A connection that was idle may end just then, or bring what was left of the answer before (RFC 9112,
     * section 6.3): what may be asked twice is, and not of another that was idle; what may not is asked of none that was. The
     * answer is for the event loop that asked.
     *
     * @param patience from the end of the request to the head of its answer
     */
    Future<Upstream.Incoming> send(Upstream.Outgoing outgoing, Duration patience) {
        if (outgoing.body() != null || !ReusedConnections.isRepeatable(outgoing.method())) {
            return sendApart(outgoing, patience);
        }
        HttpMethod method = HttpMethod.valueOf(outgoing.method());
        if (RequestFields.isForEvents(outgoing.fields())) {
            return dialler.openEndless(outgoing.server(), method, outgoing.target())
                    .compose(request -> ask(outgoing, request, patience));
        }
        return dialler.open(outgoing.server(), method, outgoing.target()).compose(request -> {
            boolean again = connections.carries(request.connection());
            return ask(outgoing, request, patience)
                    .recover(e -> again && !(e instanceof OriginFailure)
                            ? sendApart(outgoing, patience)
                            : Future.failedFuture(e));
        });
    }

    /** The same on a connection of its own: where visitors wait for one, that would be taken for the server's silence. */
    Future<Upstream.Incoming> sendApart(Upstream.Outgoing outgoing, Duration patience) {
        return dialler.openFresh(outgoing.server(), HttpMethod.valueOf(outgoing.method()), outgoing.target())
                .compose(request -> ask(outgoing, request, patience));
    }

    /** The same at one of the addresses that the configuration gives the server. */
    Future<Upstream.Incoming> sendTo(ServerAddress address, Upstream.Outgoing outgoing, Duration patience) {
        HttpMethod method = HttpMethod.valueOf(outgoing.method());
        return dialler.openFresh(outgoing.server(), address, method, outgoing.target())
                .compose(request -> ask(outgoing, request, patience));
    }

    private Future<Upstream.Incoming> ask(Upstream.Outgoing outgoing, HttpClientRequest request, Duration patience) {
        Instant requested = clock.instant();
        return Sending.of(vertx, outgoing, request, patience)
                .map(response -> new Upstream.Incoming(
                        response.statusCode(),
                        withOneType(Upstream.fields(response.headers())),
                        requested,
                        clock.instant(),
                        new OriginBody(vertx, response, nanos)));
    }

    /**
     * The fields with one content type at most, the last that is one: browsers take that (WHATWG Fetch, "extract a MIME type"),
     * others perhaps the first, and what is rewritten must be what all of them see.
     */
    private static FieldLines withOneType(FieldLines fields) {
        String said = fields.value("content-type");
        if (said.indexOf(',') < 0) {
            return fields;
        }
        List<String> types = MediaType.list(said);
        for (int i = types.size() - 1; i >= 0; i--) {
            if (types.get(i).indexOf('/') > 0) {
                return fields.with("content-type", types.get(i));
            }
        }
        return fields.without("content-type");
    }
}
