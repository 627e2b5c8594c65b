package io.heliograph.mirror;

import io.heliograph.http.Trailers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;

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
    private final Context context;
    private final long begunNanos = System.nanoTime();
    private long lastPieceNanos = begunNanos;
    private long timer = NO_TIMER;
    private boolean paused;
    private boolean over;

    OriginBody(Vertx vertx, HttpClientResponse response) {
        this.vertx = vertx;
        this.response = response;
        this.context = vertx.getOrCreateContext();
    }

    /** Has a body taken, piece by piece. Called on the event loop of the exchange. */
    void takenBy(Upstream.Taker taker) {
        takenBy(taker, FOREVER);
    }

    /** The same of a body that is worth nothing before it is whole, and is broken off if that takes longer. */
    void takenBy(Upstream.Taker taker, Duration longest) {
        Duration patience = Upstream.isEndless(Upstream.fields(response.headers())) ? ENDLESS_PATIENCE : PATIENCE;
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
            taker.end(Trailers.of(Upstream.fields(response.trailers())));
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
