package io.heliograph.server;

import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** The body of a request, which is broken off if it grows too large. */
final class BoundedBody implements ReadStream<Buffer> {

    /** Most that a visitor may send, bytes. */
    static final long MOST_BYTES = 16L << 20;

    private final HttpServerRequest request;
    private final Runnable tooLarge;
    private @Nullable Handler<Throwable> broken;
    private long bytes;

    /**
     * The body of a request, paused.
     *
     * @param tooLarge done once there is more than {@link #MOST_BYTES}
     */
    BoundedBody(HttpServerRequest request, Runnable tooLarge) {
        this.request = request;
        this.tooLarge = tooLarge;
        request.pause();
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        broken = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        if (handler == null) {
            request.handler(null);
            return this;
        }
        request.handler(piece -> {
            boolean before = bytes > MOST_BYTES;
            bytes += piece.length();
            if (bytes <= MOST_BYTES) {
                handler.handle(piece);
            } else if (!before) {
                tooLarge.run();
                breakOff();
            }
        });
        return this;
    }

    private void breakOff() {
        Handler<Throwable> told = broken;
        if (told != null) {
            told.handle(new VertxException("the body is larger than may be sent here", true));
        }
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }
}
