package io.heliograph.mirror;

import io.heliograph.http.ByteRange;
import io.heliograph.http.ByteRanges;
import io.heliograph.http.FieldLines;
import io.heliograph.http.MultipartRanges;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that are parts of what is here (RFC 9110, sections 14 and 15.3.7). */
final class Parts {

    private Parts() {}

    /** Parts of what is here as a whole, or word that there are none. */
    static MirrorAnswer ofWhole(Outcome outcome, FieldLines fields, List<ByteRange> ranges, Buffer body) {
        if (ranges.get(0) instanceof ByteRange.Whole) {
            return new MirrorAnswer.Whole(outcome, 200, fields, body.length(), body);
        }
        if (ranges.get(0) instanceof ByteRange.Unsatisfiable) {
            return unsatisfiable(outcome, fields, body.length());
        }
        List<ByteRange.Part> parts = of(ranges);
        if (parts.size() == 1) {
            Buffer slice = slice(body, parts.get(0));
            FieldLines one = fields.plus("content-range", parts.get(0).field(body.length()));
            return new MirrorAnswer.Whole(outcome, 206, one, slice.length(), slice);
        }
        String boundary = "heliograph"
                + Renditions.fingerprint(
                        body.slice(0, Math.min(body.length(), 1024)).getBytes());
        MultipartRanges several = new MultipartRanges(boundary, fields.value("content-type"), parts, body.length());
        Buffer all = Buffer.buffer();
        for (ByteRange.Part part : parts) {
            all.appendString(several.head(part), "ISO-8859-1").appendBuffer(slice(body, part));
        }
        all.appendString(several.end());
        return new MirrorAnswer.Whole(
                outcome, 206, fields.with("content-type", several.contentType()), all.length(), all);
    }

    /** A part of a part: the request was found to want no more than is here. */
    static MirrorAnswer ofPart(MirrorRequest request, Content.Part part, FieldLines fields, Outcome outcome) {
        ByteRange.Part wanted = wanted(request, part);
        if (wanted == null) {
            throw new IllegalStateException("a part that was not asked for");
        }
        int from = (int) (wanted.first() - part.first());
        Buffer slice = part.body().slice(from, from + (int) wanted.length());
        FieldLines said = fields.with("content-range", wanted.field(part.total()));
        return new MirrorAnswer.Whole(outcome, 206, said, slice.length(), slice);
    }

    /** Nothing of what is asked for is there (RFC 9110, section 15.5.17). */
    static MirrorAnswer unsatisfiable(Outcome outcome, FieldLines fields, long length) {
        FieldLines none = fields.without("content-type", "content-encoding", "etag", "last-modified")
                .with("content-range", "bytes */" + length);
        return new MirrorAnswer.Whole(outcome, 416, none, 0, Buffer.buffer());
    }

    /** What a request wants of a part that is here; nothing if it wants more or other than that. */
    static ByteRange.@Nullable Part wanted(MirrorRequest request, Content.Part part) {
        List<ByteRange> ranges = ByteRanges.of(request.fields().value("range"), part.total());
        return ranges.size() == 1
                        && ranges.get(0) instanceof ByteRange.Part wanted
                        && wanted.first() >= part.first()
                        && wanted.last() < part.first() + part.body().length()
                ? wanted
                : null;
    }

    /** Ranges that are parts, each of them. */
    static List<ByteRange.Part> of(List<ByteRange> ranges) {
        return ranges.stream().map(ByteRange.Part.class::cast).toList();
    }

    private static Buffer slice(Buffer body, ByteRange.Part part) {
        return body.slice((int) part.first(), (int) part.last() + 1);
    }
}
