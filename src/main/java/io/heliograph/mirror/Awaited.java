package io.heliograph.mirror;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Futures as those who wait for them want them. */
final class Awaited {

    private Awaited() {}

    /** A future whose listeners are called on the event loop that waits, and at once if it is done. */
    static <T> Future<T> onThisLoop(Future<T> future) {
        Context context = Vertx.currentContext();
        if (future.isComplete() || context == null) {
            return future;
        }
        Promise<T> promise = Promise.promise();
        future.onComplete(result -> {
            if (Vertx.currentContext() == context) {
                promise.handle(result);
            } else {
                context.runOnContext(on -> promise.handle(result));
            }
        });
        return promise.future();
    }

    /**
     * What comes of a future or, if that takes longer, something else.
     *
     * @param late takes what comes when nobody waits for it any more
     */
    static <T> Future<T> orAfter(Future<T> future, Duration patience, Supplier<T> otherwise, Consumer<T> late) {
        Context context = Vertx.currentContext();
        if (future.isComplete() || context == null) {
            return future;
        }
        Promise<T> first = Promise.promise();
        long timer =
                context.owner().setTimer(Math.max(1, patience.toMillis()), over -> first.tryComplete(otherwise.get()));
        future.onComplete(result -> {
            context.owner().cancelTimer(timer);
            if (result.succeeded()) {
                if (!first.tryComplete(result.result())) {
                    late.accept(result.result());
                }
            } else {
                first.tryFail(result.cause());
            }
        });
        return first.future();
    }
}
