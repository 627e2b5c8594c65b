package io.heliograph.mirror;

import io.heliograph.http.ContentRange;
import io.heliograph.http.EntityTag;
import io.heliograph.http.Slice;
import io.heliograph.http.Slicing;
import io.heliograph.http.StoredResponse;
import io.heliograph.rewrite.Syntax;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Takes the slices of large files: those that were asked for, and those that pass in a whole. */
final class SliceIntake {

    private final Shelf shelf;
    private final long smallBytes;
    private final LongConsumer received;
    private final Runnable stored;

    /**
     * An intake into a shelf.
     *
     * @param smallBytes length up to which it is looked whether a file is a document
     * @param received is told how many bytes came
     * @param stored is told of each slice that was stored
     */
    SliceIntake(Shelf shelf, long smallBytes, LongConsumer received, Runnable stored) {
        this.shelf = shelf;
        this.smallBytes = smallBytes;
        this.received = received;
        this.stored = stored;
    }

    /** The slice that was asked for; a part that is something else is not taken (RFC 9110, section 15.3.7). */
    Future<Landing> take(Intake.Arrival arrival, Slice slice) {
        Optional<EntityTag> tag = Slicing.tag(arrival.whole().fields());
        Optional<ContentRange> range = ContentRange.parse(arrival.field("content-range"));
        boolean good = arrival.isPart()
                && tag.isPresent()
                && range.isPresent()
                && slice.is(range.get())
                && isOpaque(arrival.field("content-type"), range.get().length());
        if (!good) {
            arrival.body().abandon();
            return Future.succeededFuture(new Landing.NotSliced(arrival.stored()));
        }
        long length = range.get().length();
        return CollectedBody.of(arrival.body(), slice.bytes(length), received).compose(bytes -> {
            if (bytes.length() != slice.bytes(length)) {
                return Future.failedFuture(new OriginFailure(
                        OriginFailure.Kind.BROKEN, "it sent fewer bytes than it said in Content-Range"));
            }
            Variant said = head(arrival, tag.get(), length);
            // The slice first: who finds the head must find it, or would ask for it again.
            put(arrival.question().key(), said, slice, bytes);
            Variant head = shelf.putSliced(arrival.question().key(), said);
            return Future.succeededFuture(new Landing.Sliced(head, slice, bytes));
        });
    }

    /** Whether it holds no links: small files of types that say little are looked into, but as a whole. */
    private boolean isOpaque(String type, long length) {
        return Syntax.ofType(type) == Syntax.OPAQUE && (length > smallBytes || !Syntax.mayBeRewritable(type));
    }

    /** What a whole that comes is kept as while its slices pass; nothing if it may not be sliced. */
    @Nullable Variant headOfWhole(Intake.Arrival arrival) {
        return Slicing.tagOfWhole(arrival.whole().fields())
                .filter(tag -> arrival.isStorable() && arrival.whole().status() == 200)
                .map(tag -> shelf.putSliced(arrival.question().key(), head(arrival, tag, arrival.length())))
                .orElse(null);
    }

    /** The head of the whole: a part says of it all that counts (RFC 9111, section 3.4). */
    private static Variant head(Intake.Arrival arrival, EntityTag tag, long length) {
        StoredResponse part = arrival.stored();
        return Variant.of(
                part.asWhole(Slicing.ofTheWhole(part.fields()).without("accept-ranges")),
                new Content.Sliced(tag, length));
    }

    private void put(CacheKey key, Variant head, Slice slice, Buffer bytes) {
        Content.Sliced content = (Content.Sliced) head.content();
        CacheKey own = key.slice(content.tag(), slice);
        Content.Part part = new Content.Part(bytes, slice.first(), content.length());
        shelf.put(own, Variant.of(head.response(), part), bytes);
        stored.run();
    }

    /** Cuts slices from a whole that passes. */
    final class Cutter {

        private final CacheKey key;
        private final Variant head;
        private final long length;
        private Slice slice = new Slice(0);
        private Buffer bytes = Buffer.buffer();

        Cutter(CacheKey key, Variant head, long length) {
            this.key = key;
            this.head = head;
            this.length = length;
        }

        /** The next bytes. */
        void add(Buffer piece) {
            int at = 0;
            while (at < piece.length()) {
                int taken = Math.min(piece.length() - at, Slice.BYTES - bytes.length());
                bytes.appendBuffer(piece, at, taken);
                at += taken;
                if (bytes.length() == Slice.BYTES) {
                    cut();
                }
            }
        }

        /** All bytes were here: what is left is the last slice, if they are as many as was said. */
        void end() {
            if (bytes.length() > 0 && slice.first() + bytes.length() == length) {
                cut();
            }
        }

        private void cut() {
            if (!isHere() && slice.first() + bytes.length() <= length) {
                put(key, head, slice, bytes);
            }
            slice = slice.next();
            bytes = Buffer.buffer();
        }

        /** Of slices on disk it is not known when they came: where there was a purge, what comes is stored anew. */
        private boolean isHere() {
            CacheKey own = key.slice(((Content.Sliced) head.content()).tag(), slice);
            List<Variant> here = shelf.get(own);
            return here.isEmpty()
                    ? shelf.isOnDisk(own) && !shelf.wasPurged(key, head)
                    : here.stream().allMatch(stored -> shelf.isSliceOf(key, head, stored));
        }
    }
}
