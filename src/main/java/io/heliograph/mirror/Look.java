package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks an origin for a page by which it shows that it is well. */
final class Look {

    /** For the head of an answer, and for its body. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Words that come later in a page are not looked for, bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final HealthSettings settings;
    private final FieldLines fields;
    private final Asking asking;
    private final WorkerExecutor workers;

    /** What was found; a label of metrics. */
    enum Finding {
        GOOD,
        /** Nobody was asked, because too many wait for an answer; that says nothing. */
        BUSY,
        /** No connection. */
        UNREACHABLE,
        /** Not in time. */
        TIMEOUT,
        /** Not HTTP, broken off, or in a coding that is not known. */
        BROKEN,
        /** Another status than it should have. */
        STATUS,
        /** Words that should be there are not. */
        CONTENT
    }

    /** Sends a request, whatever is believed of the server's health. */
    @FunctionalInterface
    interface Asking {
        Future<Upstream.Incoming> send(Upstream.Outgoing outgoing, Duration patience);
    }

    /**
     * A way to look.
     *
     * @param settings which page, and what it should be like
     * @param fields of the requests
     * @param asking takes them to a server, or to one of its addresses
     */
    Look(Vertx vertx, HealthSettings settings, FieldLines fields, Asking asking, WorkerExecutor workers) {
        this.vertx = vertx;
        this.settings = settings;
        this.fields = fields.with("accept-encoding", "identity").with("cache-control", "no-cache");
        this.asking = asking;
        this.workers = workers;
    }

    /** Asks once; never fails. */
    Future<Finding> at(URI server) {
        Promise<Finding> finding = Promise.promise();
        Upstream.Outgoing outgoing = new Upstream.Outgoing(server, "GET", settings.path(), fields, null, hints -> {});
        asking.send(outgoing, PATIENCE)
                .compose(this::look)
                .onComplete(result -> finding.complete(
                        result.succeeded()
                                ? result.result()
                                : of(OriginFailure.of(result.cause()).kind())));
        return finding.future();
    }

    private Future<Finding> look(Upstream.Incoming incoming) {
        boolean accepted = settings.accepts(incoming.status());
        if (!accepted || settings.contains().isEmpty()) {
            incoming.body().abandon();
            return Future.succeededFuture(accepted ? Finding.GOOD : Finding.STATUS);
        }
        return body(incoming.body())
                .compose(body -> workers.executeBlocking(
                        () -> {
                            byte[] plain = Codings.undo(
                                    body.getBytes(), incoming.fields().value("content-encoding"), MOST_BYTES);
                            // Bytes as characters, so that a page in another charset has at least the ASCII words.
                            String text = new String(plain, StandardCharsets.ISO_8859_1);
                            String words = new String(
                                    settings.contains().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                            return text.contains(words) ? Finding.GOOD : Finding.CONTENT;
                        },
                        false));
    }

    /** The body, or as much of it as is looked at. */
    private Future<Buffer> body(OriginBody body) {
        Promise<Buffer> whole = Promise.promise();
        Buffer taken = Buffer.buffer();
        long timer = vertx.setTimer(PATIENCE.toMillis(), late -> {
            if (whole.tryFail(new OriginFailure(OriginFailure.Kind.TIMEOUT, "the body took too long"))) {
                body.abandon();
            }
        });
        whole.future().onComplete(done -> vertx.cancelTimer(timer));
        body.takenBy(new Upstream.Taker() {
            @Override
            public void piece(Buffer piece) {
                taken.appendBuffer(piece);
                if (taken.length() >= MOST_BYTES && whole.tryComplete(taken.slice(0, MOST_BYTES))) {
                    body.abandon();
                }
            }

            @Override
            public void end(FieldLines trailers) {
                whole.tryComplete(taken);
            }

            @Override
            public void broken(OriginFailure failure) {
                whole.tryFail(failure);
            }
        });
        return whole.future();
    }

    private static Finding of(OriginFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, AWAY -> Finding.UNREACHABLE;
            case BUSY -> Finding.BUSY;
            case TIMEOUT -> Finding.TIMEOUT;
            case BROKEN, UNREADABLE, VISITOR, LOOP -> Finding.BROKEN;
        };
    }
}
