package io.heliograph.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Sends bodies, and bounds what waits for slow readers. What waits is held in direct memory, a copy for each reader; when
 * there is no more of it, event loops stand still. So a large body goes out piece by piece, each when the one before is
 * taken, and the pieces are small once much is waiting: a fast reader gets its body all the same, and many slow ones
 * hold little. One for each event loop.
 */
final class Bodies {

    private static final int PIECE = 64 * 1024;
    private static final int SMALL_PIECE = 4 * 1024;

    private final long mostWaiting;
    private long waiting;

    /**
     * A sender of bodies to whom nothing was given yet.
     *
     * @param mostWaiting bytes beyond which pieces are small
     */
    Bodies(long mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** Ends a response, whose fields are set, with its body. */
    void send(HttpServerResponse response, Buffer body) {
        send(response, body, 0);
    }

    /** Bytes that were given to the network and not taken yet. */
    long waiting() {
        return waiting;
    }

    private void send(HttpServerResponse response, Buffer body, int from) {
        int at = from;
        while (true) {
            int piece = waiting < mostWaiting ? PIECE : SMALL_PIECE;
            int left = body.length() - at;
            if (left <= piece) {
                awaiting(response.end(at == 0 ? body : body.slice(at, body.length())), left);
                return;
            }
            Future<Void> taken = response.write(body.slice(at, at + piece));
            awaiting(taken, piece);
            at += piece;
            if (!taken.isComplete()) {
                int next = at;
                taken.onSuccess(done -> send(response, body, next));
                return;
            }
            if (taken.failed()) {
                return;
            }
        }
    }

    private void awaiting(Future<Void> taken, int bytes) {
        if (!taken.isComplete()) {
            waiting += bytes;
            taken.onComplete(done -> waiting -= bytes);
        }
    }
}
