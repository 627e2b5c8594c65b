package io.heliograph.mirror;

import io.heliograph.http.ByteRange;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A body that is put together of slices while it is read. Of what it reads it holds one slice, and in its second half the
 * next; so it costs the same however long it is.
 */
final class SlicedBody implements BodyReader {

    /** What is given at a time, bytes. */
    private static final int PIECE = 64 * 1024;

    private final ReadAhead aheadOfAll;
    private final Function<Slice, Future<Slices.Cut>> cutting;
    private final Deque<Stretch> rest;
    private Slice slice;
    private Buffer bytes;
    private long at;
    private @Nullable Ahead ahead;
    private boolean cancelled;

    /** What comes without a break: bytes of the file, or others. */
    sealed interface Stretch {
        /** Bytes of the file. */
        record Range(ByteRange.Part part) implements Stretch {}

        /** What stands between them. */
        record Between(Buffer bytes) implements Stretch {}
    }

    private record Ahead(Slice slice, Future<Slices.Cut> cut) {}

    /**
     * A body whose first bytes of the file are here.
     *
     * @param aheadOfAll counts what is asked for before it is wanted
     * @param cutting gives a slice
     * @param slice in which the first range begins
     * @param bytes of it
     */
    SlicedBody(
            ReadAhead aheadOfAll,
            Function<Slice, Future<Slices.Cut>> cutting,
            List<Stretch> stretches,
            Slice slice,
            Buffer bytes) {
        this.aheadOfAll = aheadOfAll;
        this.cutting = cutting;
        this.rest = new ArrayDeque<>(stretches);
        this.slice = slice;
        this.bytes = bytes;
        this.at = begin();
    }

    /** Where the stretch that is next begins. */
    private long begin() {
        return rest.peek() instanceof Stretch.Range range ? range.part().first() : 0;
    }

    @Override
    public Future<Piece> next() {
        Stretch stretch = rest.peek();
        if (cancelled) {
            return Future.failedFuture(new OriginFailure(OriginFailure.Kind.BROKEN, "nobody reads it any more"));
        }
        if (stretch == null) {
            return Future.succeededFuture(new Piece.End(FieldLines.NONE));
        }
        if (stretch instanceof Stretch.Between between) {
            pass();
            return Future.succeededFuture(new Piece.Bytes(between.bytes()));
        }
        ByteRange.Part part = ((Stretch.Range) stretch).part();
        Slice wanted = Slice.at(at);
        if (wanted.equals(slice)) {
            return Future.succeededFuture(piece(part));
        }
        return cut(wanted).map(cut -> {
            slice = wanted;
            bytes = cut.bytes();
            return piece(part);
        });
    }

    private Piece piece(ByteRange.Part part) {
        int from = (int) (at - slice.first());
        int to = (int) Math.min(Math.min(from + PIECE, bytes.length()), part.last() + 1 - slice.first());
        at = slice.first() + to;
        if (at > part.last()) {
            pass();
        } else if (to >= bytes.length() / 2) {
            goAhead(slice.next(), part);
        }
        return new Piece.Bytes(bytes.slice(from, to));
    }

    private void pass() {
        rest.poll();
        at = begin();
    }

    private void goAhead(Slice next, ByteRange.Part part) {
        // One who has left while a slice was on its way takes no other.
        if (!cancelled && ahead == null && next.first() <= part.last() && aheadOfAll.mayGrow()) {
            ahead = new Ahead(next, cutting.apply(next));
        }
    }

    private Future<Slices.Cut> cut(Slice wanted) {
        Ahead before = ahead;
        forget();
        return before != null && before.slice().equals(wanted)
                ? Awaited.onThisLoop(before.cut())
                : Awaited.onThisLoop(cutting.apply(wanted));
    }

    private void forget() {
        if (ahead != null) {
            ahead = null;
            aheadOfAll.taken();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        rest.clear();
        bytes = Buffer.buffer();
        forget();
    }
}
