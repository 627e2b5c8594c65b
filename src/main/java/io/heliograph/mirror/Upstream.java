package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.http.MediaType;
import io.heliograph.http.Trailers;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.ReusedConnections;
import io.heliograph.outbound.ServerAddress;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends requests to the origin, and takes what comes back. */
final class Upstream {

    /** Until the fields of an answer, and between two pieces of its body. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two events; it is as long as visitors' connections may be silent. */
    private static final Duration ENDLESS_PATIENCE = Duration.ofMinutes(5);

    private static final Duration FOREVER = Duration.ofDays(365);

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Dialler dialler;
    private final InstantSource clock;
    private final OriginHealth health;
    private final ReusedConnections connections = new ReusedConnections();

    Upstream(Vertx vertx, Dialler dialler, OriginHealth health, InstantSource clock) {
        this.vertx = vertx;
        this.dialler = dialler;
        this.clock = clock;
        this.health = health;
    }

    /**
     * A request for the origin.
     *
     * @param target path and query
     * @param body paused; nothing if the request has none
     * @param hints takes the fields of early hints
     */
    record Outgoing(
            URI server,
            String method,
            String target,
            FieldLines fields,
            @Nullable ReadStream<Buffer> body,
            Consumer<FieldLines> hints) {}

    /**
     * The head of an answer; its body has not begun.
     *
     * @param requested when the request was sent
     * @param received when the fields were here
     */
    record Incoming(int status, FieldLines fields, Instant requested, Instant received, Body body) {}

    /** Sends a request; fails with an {@link OriginFailure}. The answer is for the event loop that asked. */
    Future<Incoming> send(Outgoing outgoing) {
        if (!health.allows(outgoing.server())) {
            return Future.failedFuture(
                    new OriginFailure(OriginFailure.Kind.AWAY, "it could not be reached a moment ago"));
        }
        return attempt(outgoing)
                .onSuccess(incoming -> health.answered(outgoing.server(), incoming.status()))
                .recover(e -> {
                    OriginFailure failure = OriginFailure.of(e);
                    health.failed(outgoing.server(), failure.kind());
                    return Future.failedFuture(failure);
                });
    }

    /**
     * The same, whatever is believed of the server's health, without a word to those who believe it, and on a connection of
     * its own: where visitors wait for one, that would be taken for the server's silence.
     */
    Future<Incoming> sendAnyhow(Outgoing outgoing, Duration patience) {
        return onFresh(outgoing, patience);
    }

    /** The same at one of the addresses that the configuration gives the server, on a connection of its own. */
    Future<Incoming> sendTo(ServerAddress address, Outgoing outgoing, Duration patience) {
        HttpMethod method = HttpMethod.valueOf(outgoing.method());
        return dialler.openFresh(outgoing.server(), address, method, outgoing.target())
                .compose(request -> ask(outgoing, request, patience));
    }

    /**
     * A connection that was idle may end just then, or bring what was left of the answer before (RFC 9112, section 6.3): what
     * may be asked twice is, and not of another that was idle; what may not is asked of none that was.
     */
    private Future<Incoming> attempt(Outgoing outgoing) {
        if (outgoing.body() != null || !ReusedConnections.isRepeatable(outgoing.method())) {
            return onFresh(outgoing, PATIENCE);
        }
        HttpMethod method = HttpMethod.valueOf(outgoing.method());
        if (RequestFields.isForEvents(outgoing.fields())) {
            return dialler.openEndless(outgoing.server(), method, outgoing.target())
                    .compose(request -> ask(outgoing, request, PATIENCE));
        }
        return dialler.open(outgoing.server(), method, outgoing.target()).compose(request -> {
            boolean again = connections.carries(request.connection());
            return ask(outgoing, request, PATIENCE)
                    .recover(e -> again && !(e instanceof OriginFailure)
                            ? onFresh(outgoing, PATIENCE)
                            : Future.failedFuture(e));
        });
    }

    private Future<Incoming> onFresh(Outgoing outgoing, Duration patience) {
        HttpMethod method = HttpMethod.valueOf(outgoing.method());
        return dialler.openFresh(outgoing.server(), method, outgoing.target())
                .compose(request -> ask(outgoing, request, patience));
    }

    private Future<Incoming> ask(Outgoing outgoing, HttpClientRequest request, Duration patience) {
        Instant requested = clock.instant();
        return Sending.of(vertx, outgoing, request, patience)
                .map(response -> new Incoming(
                        response.statusCode(),
                        withOneType(fields(response.headers())),
                        requested,
                        clock.instant(),
                        new Body(response)));
    }

    /** Whether a body is of events that go on and on. */
    static boolean isEndless(FieldLines fields) {
        return MediaType.bare(fields.value("content-type")).equals(RequestFields.EVENTS);
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

    static FieldLines fields(MultiMap headers) {
        List<FieldLines.Line> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(new FieldLines.Line(name, value)));
        return FieldLines.of(lines);
    }

    /** The body of an answer. It is paused until it is taken. */
    final class Body implements GrowingBody.Source {

        private final HttpClientResponse response;
        private final Context context = vertx.getOrCreateContext();
        private final long begunNanos = System.nanoTime();
        private long lastPieceNanos = begunNanos;
        private long timer = NO_TIMER;
        private boolean paused;
        private boolean over;

        Body(HttpClientResponse response) {
            this.response = response;
        }

        /** Has a body taken, piece by piece. Called on the event loop of the exchange. */
        void takenBy(Taker taker) {
            takenBy(taker, FOREVER);
        }

        /** The same of a body that is worth nothing before it is whole, and is broken off if that takes longer. */
        void takenBy(Taker taker, Duration longest) {
            Duration patience = isEndless(fields(response.headers())) ? ENDLESS_PATIENCE : PATIENCE;
            timer = vertx.setPeriodic(patience.toMillis() / 4, tick -> {
                long now = System.nanoTime();
                if (!paused && now - lastPieceNanos > patience.toNanos() || now - begunNanos > longest.toNanos()) {
                    response.request().reset();
                }
            });
            response.handler(piece -> {
                lastPieceNanos = System.nanoTime();
                taker.piece(piece);
            });
            response.exceptionHandler(e -> {
                vertx.cancelTimer(timer);
                over = true;
                taker.broken(new OriginFailure(OriginFailure.Kind.BROKEN, "the body broke off: " + e.getMessage()));
            });
            response.endHandler(end -> {
                vertx.cancelTimer(timer);
                over = true;
                taker.end(Trailers.of(fields(response.trailers())));
            });
            response.resume();
        }

        @Override
        public void pause() {
            context.runOnContext(on -> {
                paused = true;
                response.pause();
            });
        }

        @Override
        public void resume() {
            context.runOnContext(on -> {
                paused = false;
                lastPieceNanos = System.nanoTime();
                response.resume();
            });
        }

        @Override
        public void abandon() {
            context.runOnContext(on -> {
                if (over) {
                    return;
                }
                over = true;
                vertx.cancelTimer(timer);
                // That it was broken off is no news.
                response.exceptionHandler(e -> {});
                response.handler(piece -> {});
                if (isShort()) {
                    // To read it to its end costs less than another connection, unless that never comes.
                    long late = vertx.setTimer(
                            PATIENCE.toMillis(), over -> response.request().reset());
                    response.endHandler(end -> vertx.cancelTimer(late));
                    response.exceptionHandler(e -> vertx.cancelTimer(late));
                    response.resume();
                } else {
                    response.request().reset();
                }
            });
        }

        private boolean isShort() {
            String length = response.getHeader("content-length");
            return response.statusCode() == 304
                    || response.statusCode() == 204
                    || length != null && length.matches("\\d{1,4}");
        }
    }

    /** Takes a body. */
    interface Taker {
        void piece(Buffer piece);

        void end(FieldLines trailers);

        void broken(OriginFailure failure);
    }
}
