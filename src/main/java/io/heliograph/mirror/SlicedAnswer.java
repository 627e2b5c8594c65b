package io.heliograph.mirror;

import io.heliograph.article.Fingerprint;
import io.heliograph.http.ByteRange;
import io.heliograph.http.ByteRanges;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.http.MultipartRanges;
import io.heliograph.http.Slice;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a visit, of a large file that is kept in slices (RFC 9110, section 14, and RFC 9111, sections 3.3 and 3.4).
 * Its first bytes are here before it begins; should a later slice not be had, or be of another version, it breaks off.
 */
final class SlicedAnswer {

    private static final int BOUNDARY = 24;

    private final Visit visit;
    private final Slices slices;
    private final Variant head;
    private final Content.Sliced content;
    private final Outcome outcome;
    private final CacheStatus status;
    /** A slice that came with the head. */
    private final Landing.@Nullable Sliced first;

    /** An answer of what is known of a file. */
    SlicedAnswer(Visit visit, Variant head, Outcome outcome, CacheStatus status) {
        this(visit, head, outcome, status, null);
    }

    SlicedAnswer(Visit visit, Variant head, Outcome outcome, CacheStatus status, Landing.@Nullable Sliced first) {
        if (!(head.content() instanceof Content.Sliced sliced)) {
            throw new IllegalArgumentException("a response that is not sliced");
        }
        this.visit = visit;
        this.slices = visit.station().slices();
        this.head = head;
        this.content = sliced;
        this.outcome = outcome;
        this.status = status;
        this.first = first;
    }

    /**
     * The answer; fails with {@link Slices.NoLonger} where the file is not what it was, and with an {@link OriginFailure}
     * where the origin gives nothing.
     */
    Future<MirrorAnswer> made() {
        MirrorRequest request = visit.request();
        Presenter presenter = visit.station().presenter();
        FieldLines fields = presenter.fields(request, visit.key(), head, outcome, status);
        if (Presenter.isHeld(request, head)) {
            return Future.succeededFuture(Presenter.notModified(outcome, fields));
        }
        fields = fields.with("accept-ranges", "bytes");
        if (request.isHead()) {
            return Future.succeededFuture(
                    new MirrorAnswer.Whole(outcome, 200, fields, content.length(), Buffer.buffer()));
        }
        List<ByteRange> ranges = Presenter.rangeHolds(request, head)
                ? ByteRanges.of(visit.range(), content.length())
                : List.of(new ByteRange.Whole());
        if (ranges.get(0) instanceof ByteRange.Unsatisfiable) {
            return Future.succeededFuture(Parts.unsatisfiable(outcome, fields, content.length()));
        }
        if (ranges.get(0) instanceof ByteRange.Whole) {
            return streamed(200, fields, List.of(new ByteRange.Part(0, content.length() - 1)));
        }
        return streamed(206, fields, Parts.of(ranges));
    }

    private Future<MirrorAnswer> streamed(int code, FieldLines fields, List<ByteRange.Part> parts) {
        if (outcome == Outcome.STALE && !allHeld(parts)) {
            return Future.failedFuture(
                    new OriginFailure(OriginFailure.Kind.UNREACHABLE, "not all of what is wanted is stored"));
        }
        Slice begin = Slice.at(parts.get(0).first());
        return Awaited.onThisLoop(cut(begin)).map(cut -> {
            List<SlicedBody.Stretch> stretches = new ArrayList<>();
            FieldLines said = cut.stored() ? fields : anew(cut.head());
            long length;
            if (parts.size() > 1) {
                MultipartRanges several = several(said, parts);
                for (ByteRange.Part part : parts) {
                    stretches.add(between(several.head(part)));
                    stretches.add(new SlicedBody.Stretch.Range(part));
                }
                stretches.add(between(several.end()));
                length = several.bytes();
                said = said.with("content-type", several.contentType());
            } else {
                stretches.add(new SlicedBody.Stretch.Range(parts.get(0)));
                length = parts.get(0).length();
                said = code == 206 ? said.with("content-range", parts.get(0).field(content.length())) : said;
            }
            SlicedBody body = new SlicedBody(slices.ahead(), this::cut, stretches, begin, cut.bytes());
            return new MirrorAnswer.Streamed(cut.stored() ? outcome : Outcome.MISS, code, said, length, body);
        });
    }

    /** The fields, where the origin has just said them anew. */
    private FieldLines anew(Variant newer) {
        CacheStatus partial = outcome == Outcome.HIT
                ? CacheStatus.forwarded(Reason.PARTIAL).status(206).stored()
                : status;
        return visit.station()
                .presenter()
                .fields(visit.request(), visit.key(), newer, Outcome.MISS, partial)
                .with("accept-ranges", "bytes");
    }

    private MultipartRanges several(FieldLines fields, List<ByteRange.Part> parts) {
        String boundary = "heliograph" + Fingerprint.of(content.tag().opaque(), BOUNDARY);
        return new MultipartRanges(boundary, fields.value("content-type"), parts, content.length());
    }

    private boolean allHeld(List<ByteRange.Part> parts) {
        for (ByteRange.Part part : parts) {
            for (Slice slice = Slice.at(part.first()); slice.first() <= part.last(); slice = slice.next()) {
                if (!slices.holds(visit.key(), content, slice)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Future<Slices.Cut> cut(Slice slice) {
        if (first != null && first.slice().equals(slice)) {
            return Future.succeededFuture(new Slices.Cut(first.head(), first.bytes(), true));
        }
        return slices.get(
                head, content, slice, visit.question(slice, head.response().vary()));
    }

    /** What took the place of this version, if that is known and can be used. */
    Optional<Variant> successor() {
        return visit.station().shelf().get(visit.key()).stream()
                .filter(variant -> variant.content() instanceof Content.Sliced other && !other.equals(content))
                .filter(visit::isGood)
                .findFirst();
    }

    private static SlicedBody.Stretch between(String text) {
        return new SlicedBody.Stretch.Between(Buffer.buffer(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
