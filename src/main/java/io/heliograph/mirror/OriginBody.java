package io.heliograph.mirror;

import io.heliograph.http.Trailers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The body of an answer. It is paused until it is taken. */
final class OriginBody implements GrowingBody.Source {

    /** Between two pieces. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two events; it is as long as visitors' connections may be silent. */
    private static final Duration ENDLESS_PATIENCE = Duration.ofMinutes(5);

    private static final Duration FOREVER = Duration.ofDays(365);

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final HttpClientResponse response;
    private final LongSupplier nanos;
    private final Context context;
    private final long begunNanos;
    private long lastPieceNanos;
    private long patienceNanos = PATIENCE.toNanos();
    private long longestNanos = FOREVER.toNanos();
    private long timer = NO_TIMER;
    private boolean paused;
    private boolean over;

    OriginBody(Vertx vertx, HttpClientResponse response, LongSupplier nanos) {
        this.vertx = vertx;
        this.response = response;
        this.nanos = nanos;
        this.context = vertx.getOrCreateContext();
        this.begunNanos = nanos.getAsLong();
        this.lastPieceNanos = begunNanos;
    }

    /** Has a body taken, piece by piece. Called on the event loop of the exchange. */
    void takenBy(Upstream.Taker taker) {
        takenBy(taker, FOREVER);
    }

    /** The same of a body that is worth nothing before it is whole, and is broken off if that takes longer. */
    void takenBy(Upstream.Taker taker, Duration longest) {
        longestNanos = longest.toNanos();
        await(Upstream.isEndless(Upstream.fields(response.headers())) ? ENDLESS_PATIENCE : PATIENCE);
        response.handler(piece -> {
            lastPieceNanos = nanos.getAsLong();
            taker.piece(piece);
        });
        response.exceptionHandler(e -> {
            end();
            taker.broken(new OriginFailure(OriginFailure.Kind.BROKEN, "the body broke off: " + e.getMessage()));
        });
        response.endHandler(end -> {
            end();
            taker.end(Trailers.of(Upstream.fields(response.trailers())));
        });
        response.resume();
    }

    /** Looks from time to time whether anything comes. */
    private void await(Duration patience) {
        vertx.cancelTimer(timer);
        patienceNanos = patience.toNanos();
        timer = vertx.setPeriodic(patience.toMillis() / 4, tick -> check());
    }

    /** Breaks a body off of which nothing comes, or that is not over in its time. On the event loop of the exchange. */
    void check() {
        long now = nanos.getAsLong();
        boolean waits = over || !paused;
        if (waits && now - lastPieceNanos > patienceNanos || now - begunNanos > longestNanos) {
            response.request().reset();
        }
    }

    private void end() {
        vertx.cancelTimer(timer);
        over = true;
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
            lastPieceNanos = nanos.getAsLong();
            response.resume();
        });
    }

    @Override
    public void abandon() {
        context.runOnContext(on -> {
            if (over) {
                return;
            }
            end();
            response.handler(piece -> {});
            // That it ended, or was broken off, is no news.
            response.endHandler(end -> end());
            response.exceptionHandler(e -> end());
            if (isShort()) {
                // To read it to its end costs less than another connection, unless that never comes.
                paused = false;
                lastPieceNanos = nanos.getAsLong();
                await(PATIENCE);
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
