package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A body of the origin that is taken whole before anything is made of it. */
final class CollectedBody implements Upstream.Taker {

    /** Drops that come one by one keep everybody waiting who wants the same: the largest document may come at 1 Mbit/s. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final OriginBody source;
    private final long most;
    private final LongConsumer received;
    private final Vestibule.@Nullable Stay stay;
    private final Promise<Buffer> promise = Promise.promise();
    private final Buffer body = Buffer.buffer();

    private CollectedBody(OriginBody source, long most, LongConsumer received, Vestibule.@Nullable Stay stay) {
        this.stay = stay;
        this.source = source;
        this.most = most;
        this.received = received;
    }

    /**
     * All bytes; fails with an {@link OriginFailure} if they do not come, or are too many.
     *
     * @param received is told how many came, once all have
     */
    static Future<Buffer> of(OriginBody source, long most, LongConsumer received) {
        return of(new CollectedBody(source, most, received, null));
    }

    /**
     * The same of a body that waits where there is no room for it.
     *
     * @param stay grows as the body does; whoever takes that ends it
     */
    static Future<Buffer> of(OriginBody source, long most, LongConsumer received, Vestibule.Stay stay) {
        return of(new CollectedBody(source, most, received, stay));
    }

    private static Future<Buffer> of(CollectedBody collected) {
        collected.source.takenBy(collected, LONGEST);
        return collected.promise.future();
    }

    @Override
    public void piece(Buffer piece) {
        if (promise.future().isComplete()) {
            return;
        }
        if (body.length() + (long) piece.length() > most) {
            if (promise.tryFail(new OriginFailure(
                    OriginFailure.Kind.UNREADABLE, "it sent more than " + most + " bytes of a document"))) {
                source.abandon();
            }
        } else {
            body.appendBuffer(piece);
            if (stay != null) {
                stay.grow(piece.length());
            }
        }
    }

    @Override
    public void end(FieldLines trailers) {
        received.accept(body.length());
        promise.tryComplete(body);
    }

    @Override
    public void broken(OriginFailure failure) {
        promise.tryFail(failure);
    }
}
