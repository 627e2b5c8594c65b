package io.heliograph.mirror;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The body of a visitor's request on its way to the origin, no faster than that takes it. One that breaks off is never
 * ended at the origin as if it were whole (RFC 9112, section 8), and is no fault of the origin's.
 */
final class Upload {

    /** Between two pieces, whoever is late. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For all of them: a connection to the origin is not there for who sends a byte now and then. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration CHECK = Duration.ofSeconds(5);

    private final ReadStream<Buffer> body;
    private final HttpClientRequest request;
    private final Promise<Void> sent = Promise.promise();
    private final long begun = System.nanoTime();
    private long moved = begun;
    private boolean paused;

    private Upload(ReadStream<Buffer> body, HttpClientRequest request) {
        this.body = body;
        this.request = request;
    }

    /**
     * Passes a body on; done when the origin has all of it. Fails with an {@link OriginFailure} where it does not come to
     * its end; what the origin said before stands all the same.
     *
     * @param body paused
     */
    static Future<Void> pass(Vertx vertx, ReadStream<Buffer> body, HttpClientRequest request) {
        return new Upload(body, request).pass(vertx);
    }

    /** Whether a body ended too soon because of the visitor or of time, so that no answer to it is of any use. */
    static boolean isGivenUp(Throwable cause) {
        return cause instanceof OriginFailure failure && failure.kind() != OriginFailure.Kind.BROKEN;
    }

    private Future<Void> pass(Vertx vertx) {
        long timer = vertx.setPeriodic(CHECK.toMillis(), tick -> check(System.nanoTime()));
        sent.future().onComplete(over -> vertx.cancelTimer(timer));
        body.exceptionHandler(e -> sent.tryFail(visitor("the visitor broke the body off")));
        body.endHandler(end -> request.end().onComplete(done -> {
            if (done.succeeded()) {
                sent.tryComplete();
            } else {
                sent.tryFail(refused(done.cause()));
            }
        }));
        body.handler(this::take);
        body.resume();
        return sent.future();
    }

    private void take(Buffer piece) {
        moved = System.nanoTime();
        if (sent.future().isComplete()) {
            // Nobody wants the rest; to read it keeps the connection alive until the answer is out.
            return;
        }
        request.write(piece).onFailure(e -> sent.tryFail(refused(e)));
        if (request.writeQueueFull()) {
            paused = true;
            body.pause();
            request.drainHandler(drained -> {
                paused = false;
                moved = System.nanoTime();
                body.resume();
            });
        }
    }

    private void check(long now) {
        boolean silent = now - moved > PATIENCE.toNanos();
        if (silent && paused) {
            sent.tryFail(new OriginFailure(OriginFailure.Kind.TIMEOUT, "it took nothing more of a body"));
        } else if (silent || now - begun > LONGEST.toNanos()) {
            sent.tryFail(visitor(
                    "the body did not come within " + TimeUnit.NANOSECONDS.toSeconds(now - begun) + " seconds"));
        }
    }

    private static OriginFailure visitor(String message) {
        return new OriginFailure(OriginFailure.Kind.VISITOR, message);
    }

    private static OriginFailure refused(Throwable cause) {
        return OriginFailure.of(cause);
    }
}
