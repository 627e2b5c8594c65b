package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that comes in from the origin while several read it, each at his own pace and on his own event loop.
 *
 * <p>As long as it is kept, it comes as fast as the origin sends it, and new readers begin at its first byte. Once it is
 * let go, because it grew too large to be stored or may not be, what all have read is dropped, and the origin is held back
 * to the pace of the slowest.
 */
final class GrowingBody {

    /** How far the origin may be ahead of the slowest reader, bytes. */
    private static final long WINDOW = 512 * 1024;

    /** About what a piece takes beside its bytes. */
    private static final int PIECE_BYTES = 128;

    private final Source source;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Buffer> pieces = new ArrayList<>();
    private long droppedBytes;
    private int droppedPieces;
    private long receivedBytes;
    private boolean kept;
    private boolean paused;
    private boolean abandoned;
    private @Nullable FieldLines trailers;
    private @Nullable Throwable failure;
    private @Nullable Runnable over;

    /** Where the body comes from. */
    interface Source {
        void pause();

        void resume();

        /** Nobody wants the rest. */
        void abandon();
    }

    /** A body of which nothing is here. */
    GrowingBody(Source source, boolean kept) {
        this.source = source;
        this.kept = kept;
    }

    /** A reader who begins at the first byte, or nobody if that is gone. */
    synchronized @Nullable BodyReader reader() {
        if (abandoned || droppedPieces > 0 || !kept && !readers.isEmpty()) {
            return null;
        }
        Reader reader = new Reader();
        readers.add(reader);
        return reader;
    }

    /** Has something done once the body is whole, broken or let go. */
    void whenOver(Runnable task) {
        synchronized (this) {
            if (kept && trailers == null && failure == null) {
                over = task;
                return;
            }
        }
        task.run();
    }

    synchronized long receivedBytes() {
        return receivedBytes;
    }

    /** What is here takes of memory, bytes: small pieces take more than their length. */
    static long weight(Buffer piece) {
        return (long) piece.length() + PIECE_BYTES;
    }

    void add(Buffer piece) {
        List<Reader> waiting;
        synchronized (this) {
            pieces.add(piece);
            receivedBytes += piece.length();
            waiting = new ArrayList<>(readers);
            holdBack();
        }
        waiting.forEach(Reader::wake);
    }

    /** All of it is here. */
    void end(FieldLines fields) {
        List<Reader> waiting;
        synchronized (this) {
            trailers = fields;
            waiting = new ArrayList<>(readers);
        }
        tellOver();
        waiting.forEach(Reader::wake);
    }

    /** The rest will never come. */
    void fail(Throwable cause) {
        List<Reader> waiting;
        synchronized (this) {
            failure = cause;
            waiting = new ArrayList<>(readers);
        }
        tellOver();
        waiting.forEach(Reader::wake);
    }

    /** From now on nothing is kept but what readers need. */
    void letGo() {
        boolean unwanted;
        synchronized (this) {
            kept = false;
            drop();
            holdBack();
            unwanted = abandons();
        }
        tellOver();
        if (unwanted) {
            source.abandon();
        }
    }

    private void tellOver() {
        Runnable task;
        synchronized (this) {
            task = over;
            over = null;
        }
        if (task != null) {
            task.run();
        }
    }

    /** All bytes, of a body that is kept and whole. */
    synchronized Buffer whole() {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        Buffer all = Buffer.buffer((int) receivedBytes);
        pieces.forEach(all::appendBuffer);
        return all;
    }

    /** Whether nobody wants the rest; then nobody gets it any more. */
    private boolean abandons() {
        abandoned = !kept && readers.isEmpty() && trailers == null && failure == null;
        return abandoned;
    }

    private void drop() {
        if (kept) {
            return;
        }
        int slowest = Integer.MAX_VALUE;
        for (Reader reader : readers) {
            slowest = Math.min(slowest, reader.at);
        }
        int read = Math.min(slowest - droppedPieces, pieces.size());
        if (read > 0) {
            List<Buffer> first = pieces.subList(0, read);
            first.forEach(piece -> droppedBytes += piece.length());
            first.clear();
            droppedPieces += read;
        }
    }

    private void holdBack() {
        boolean ahead = !kept && receivedBytes - droppedBytes > WINDOW;
        if (ahead && !paused) {
            paused = true;
            source.pause();
        } else if (!ahead && paused) {
            paused = false;
            source.resume();
        }
    }

    /** One who reads. */
    private final class Reader implements BodyReader {

        private final @Nullable Context context = Vertx.currentContext();
        private int at;
        private @Nullable Promise<Piece> awaited;

        @Override
        public Future<Piece> next() {
            Promise<Piece> promise = Promise.promise();
            synchronized (GrowingBody.this) {
                awaited = promise;
            }
            wake();
            return promise.future();
        }

        @Override
        public void cancel() {
            boolean unwanted;
            synchronized (GrowingBody.this) {
                readers.remove(this);
                drop();
                holdBack();
                unwanted = abandons();
            }
            if (unwanted) {
                source.abandon();
            }
        }

        /** Gives the piece that is waited for, if it is here, on the reader's event loop. */
        private void wake() {
            Promise<Piece> promise;
            Piece piece = null;
            Throwable broken = null;
            synchronized (GrowingBody.this) {
                promise = awaited;
                if (promise == null) {
                    return;
                }
                if (at - droppedPieces < pieces.size()) {
                    piece = new Piece.Bytes(pieces.get(at - droppedPieces));
                    at++;
                    drop();
                    holdBack();
                } else if (failure != null) {
                    broken = failure;
                } else if (trailers != null) {
                    piece = new Piece.End(trailers);
                } else {
                    return;
                }
                awaited = null;
            }
            Piece given = piece;
            Throwable cause = broken;
            Runnable give = () -> {
                if (given != null) {
                    promise.complete(given);
                } else {
                    promise.fail(cause);
                }
            };
            if (context == null || context == Vertx.currentContext()) {
                give.run();
            } else {
                context.runOnContext(on -> give.run());
            }
        }
    }
}
