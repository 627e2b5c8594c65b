package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.http.ByteRange;
import io.heliograph.http.CacheRules;
import io.heliograph.http.EntityTag;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.heliograph.http.StoredResponse;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body that is put together of slices while it is read. */
class SlicedBodyTest {

    private static final long LENGTH = 10L * Slice.BYTES;

    private final ReadAhead ahead = new ReadAhead();
    private final List<Promise<Slices.Cut>> asked = new ArrayList<>();

    private SlicedBody body(long first, long from, long last) {
        Slice begin = Slice.at(first);
        return new SlicedBody(
                ahead,
                slice -> {
                    Promise<Slices.Cut> cut = Promise.promise();
                    asked.add(cut);
                    return cut.future();
                },
                List.of(
                        new SlicedBody.Stretch.Range(new ByteRange.Part(first, first)),
                        new SlicedBody.Stretch.Range(new ByteRange.Part(from, last))),
                begin,
                Buffer.buffer(new byte[Slice.BYTES]));
    }

    private static Slices.Cut cut() {
        Instant now = Instant.EPOCH;
        StoredResponse response = new StoredResponse(
                200, FieldLines.NONE, "", now, now, new CacheRules(false, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        Variant head = Variant.of(response, new Content.Sliced(EntityTag.strong("one"), LENGTH));
        return new Slices.Cut(head, Buffer.buffer(new byte[Slice.BYTES]), true);
    }

    @Test
    void secondHalfOfASlice_asksForTheNext_whichCountsUntilItIsTaken() {
        SlicedBody body = body(0, 2L * Slice.BYTES - 10, LENGTH - 1);
        body.next();
        body.next();

        asked.get(0).complete(cut());

        assertThat(asked).hasSize(2);
        assertThat(ahead.slices()).isEqualTo(1);
        body.cancel();
        assertThat(ahead.slices()).isZero();
    }

    /** One slice for each visitor who left would soon be all that may be asked for ahead. */
    @Test
    void visitorWhoLeavesWhileASliceIsOnItsWay_hasNothingAskedForAhead() {
        SlicedBody body = body(0, 2L * Slice.BYTES - 10, LENGTH - 1);
        body.next();
        Future<BodyReader.Piece> waiting = body.next();
        body.cancel();

        asked.get(0).complete(cut());

        assertThat(waiting.isComplete()).isTrue();
        assertThat(asked).hasSize(1);
        assertThat(ahead.slices()).isZero();
    }
}
