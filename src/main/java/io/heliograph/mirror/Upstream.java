package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.http.MediaType;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends visitors' requests to the origin while it is believed to be well, and takes what comes back. */
final class Upstream {

    /** Until the fields of an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Courier courier;
    private final OriginHealth health;

    Upstream(Courier courier, OriginHealth health) {
        this.courier = courier;
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
    record Incoming(int status, FieldLines fields, Instant requested, Instant received, OriginBody body) {}

    /** Sends a request; fails with an {@link OriginFailure}. The answer is for the event loop that asked. */
    Future<Incoming> send(Outgoing outgoing) {
        if (!health.allows(outgoing.server())) {
            return Future.failedFuture(
                    new OriginFailure(OriginFailure.Kind.AWAY, "it could not be reached a moment ago"));
        }
        return courier.send(outgoing, PATIENCE)
                .onSuccess(incoming -> health.answered(outgoing.server(), incoming.status()))
                .recover(e -> {
                    OriginFailure failure = OriginFailure.of(e);
                    health.failed(outgoing.server(), failure.kind());
                    return Future.failedFuture(failure);
                });
    }

    /** Whether a body is of events that go on and on. */
    static boolean isEndless(FieldLines fields) {
        return MediaType.bare(fields.value("content-type")).equals(RequestFields.EVENTS);
    }

    static FieldLines fields(MultiMap headers) {
        List<FieldLines.Line> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(new FieldLines.Line(name, value)));
        return FieldLines.of(lines);
    }

    /** Takes a body. */
    interface Taker {
        void piece(Buffer piece);

        void end(FieldLines trailers);

        void broken(OriginFailure failure);
    }
}
