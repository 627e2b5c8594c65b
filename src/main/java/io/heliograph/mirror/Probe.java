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

/** Asks an origin from time to time for a page by which it shows that it is well. */
final class Probe {

    /** For all of an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** While something is wrong, the next probe comes no later. */
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(5);

    /** Words that come later in a page are not looked for, bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final URI server;
    private final HealthSettings settings;
    private final FieldLines fields;
    private final Asking asking;
    private final WorkerExecutor workers;
    private final Verdict verdict;
    private volatile boolean stopped;

    /** What came of a probe; a label of metrics. */
    enum Finding {
        GOOD,
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

    /** What is made of what came of a probe. */
    @FunctionalInterface
    interface Verdict {
        /** Whether all is as it should be, so that the next probe has time. */
        boolean isGood(Finding finding);
    }

    /**
     * A probe that has not begun.
     *
     * @param fields of its requests
     * @param asking takes them to the server, or to one of its addresses
     * @param verdict takes what came of each
     */
    Probe(
            Vertx vertx,
            URI server,
            HealthSettings settings,
            FieldLines fields,
            Asking asking,
            WorkerExecutor workers,
            Verdict verdict) {
        this.vertx = vertx;
        this.server = server;
        this.settings = settings;
        this.fields = fields.with("accept-encoding", "identity").with("cache-control", "no-cache");
        this.asking = asking;
        this.workers = workers;
        this.verdict = verdict;
    }

    /** Begins, if it is wanted; it ends with Vert.x. */
    void start() {
        if (settings.isOn()) {
            vertx.runOnContext(on -> again());
        }
    }

    void stop() {
        stopped = true;
    }

    private void again() {
        find().onComplete(found -> {
            if (stopped) {
                return;
            }
            boolean good = verdict.isGood(found.result());
            Duration pause = good || settings.every().compareTo(LONGEST_DOUBT) < 0 ? settings.every() : LONGEST_DOUBT;
            vertx.setTimer(pause.toMillis(), next -> again());
        });
    }

    /** Asks once; never fails. */
    private Future<Finding> find() {
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
    private Future<Buffer> body(Upstream.Body body) {
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
            case TIMEOUT, BUSY -> Finding.TIMEOUT;
            case BROKEN, UNREADABLE, VISITOR, LOOP -> Finding.BROKEN;
        };
    }
}
