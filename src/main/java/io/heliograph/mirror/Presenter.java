package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.ByteRange;
import io.heliograph.http.ByteRanges;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.http.FieldLines;
import io.heliograph.http.HttpDate;
import io.heliograph.http.MediaType;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.TargetedCacheControl;
import io.heliograph.http.Validation;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes answers of stored responses: conditions, ranges, codings, and the fields for the host that was asked. */
final class Presenter {

    /** Less is not worth a coding, bytes. */
    private static final int SMALLEST_CODED = 256;

    /** What frames a message, or is said by us. */
    private static final Set<String> OURS = Set.of("content-length", "accept-ranges", "x-robots-tag");

    private static final Content ON_ITS_WAY = new Content.Plain(Buffer.buffer(), "");

    private final MirrorSettings settings;
    private final OriginSite origin;
    private final Renditions renditions;
    private final InstantSource clock;

    Presenter(MirrorSettings settings, OriginSite origin, Renditions renditions, InstantSource clock) {
        this.settings = settings;
        this.origin = origin;
        this.renditions = renditions;
        this.clock = clock;
    }

    /** An answer of a response that is here. */
    Future<MirrorAnswer> answer(
            MirrorRequest request, CacheKey key, Variant variant, Outcome outcome, CacheStatus status) {
        StoredResponse response = variant.response();
        FieldLines lasting = variant.onHosts()
                .computeIfAbsent(
                        request.host().base(), base -> lasting(key, response, variant.content(), request.host()));
        FieldLines fields = withAge(lasting, response, outcome, status);
        if (variant.content() instanceof Content.Part part) {
            return Future.succeededFuture(part(request, part, fields, outcome));
        }
        boolean ranged = response.status() == 200 && request.fields().has("range") && !request.isHead();
        ContentCoding coding = ranged ? ContentCoding.IDENTITY : coding(request, variant);
        boolean codes = isCodable(variant);
        return renditions
                .of(variant, request.host(), coding)
                .map(rendition -> present(request, response, rendition, coding, codes, fields, outcome));
    }

    /** An answer of a response whose body is on its way. */
    MirrorAnswer streamed(
            MirrorRequest request,
            CacheKey key,
            StoredResponse response,
            long length,
            BodyReader body,
            Outcome outcome,
            CacheStatus status) {
        FieldLines fields = withAge(lasting(key, response, ON_ITS_WAY, request.host()), response, outcome, status);
        String contentRange = response.fields().value("content-range");
        if (response.status() == 200
                && contentRange.isEmpty()
                && Validation.holds(request.fields(), response.tag(), modified(response))) {
            body.cancel();
            return new MirrorAnswer.Whole(outcome, 304, notModified(fields), -1, Buffer.buffer());
        }
        return new MirrorAnswer.Streamed(outcome, response.status(), fields, length, body);
    }

    private MirrorAnswer present(
            MirrorRequest request,
            StoredResponse response,
            Renditions.Rendition rendition,
            ContentCoding coding,
            boolean codes,
            FieldLines all,
            Outcome outcome) {
        Optional<EntityTag> tag = tag(response, rendition, coding);
        FieldLines fields = tag.map(t -> all.with("etag", t.field())).orElse(all);
        if (codes) {
            fields = varyByCoding(fields.without("content-encoding"));
        }
        if (coding != ContentCoding.IDENTITY) {
            fields = fields.plus("content-encoding", coding.token());
        }
        Buffer body = rendition.bytes();
        if (response.status() != 200) {
            boolean none = response.status() == 204 || response.status() == 304;
            return whole(request, outcome, response.status(), fields, none ? -1 : body.length(), body);
        }
        if (Validation.holds(request.fields(), tag, modified(response))) {
            return new MirrorAnswer.Whole(outcome, 304, notModified(fields), -1, Buffer.buffer());
        }
        if (coding == ContentCoding.IDENTITY && !fields.has("content-encoding")) {
            fields = fields.plus("accept-ranges", "bytes");
        }
        String range = request.isHead() || !Validation.rangeHolds(request.fields(), tag, response)
                ? ""
                : request.fields().value("range");
        return range.isEmpty()
                ? whole(request, outcome, 200, fields, body.length(), body)
                : ranged(request, outcome, fields, ByteRanges.of(range, body.length()), body);
    }

    /** Parts of what is here as a whole (RFC 9110, section 15.3.7), or word that there are none (section 15.5.17). */
    private static MirrorAnswer ranged(
            MirrorRequest request, Outcome outcome, FieldLines fields, List<ByteRange> ranges, Buffer body) {
        if (ranges.get(0) instanceof ByteRange.Whole) {
            return whole(request, outcome, 200, fields, body.length(), body);
        }
        if (ranges.get(0) instanceof ByteRange.Unsatisfiable) {
            FieldLines none = fields.without("content-type", "content-encoding", "etag", "last-modified")
                    .with("content-range", "bytes */" + body.length());
            return new MirrorAnswer.Whole(outcome, 416, none, 0, Buffer.buffer());
        }
        if (ranges.size() == 1 && ranges.get(0) instanceof ByteRange.Part part) {
            Buffer slice = body.slice((int) part.first(), (int) part.last() + 1);
            return whole(
                    request,
                    outcome,
                    206,
                    fields.plus("content-range", part.field(body.length())),
                    slice.length(),
                    slice);
        }
        String boundary = "heliograph"
                + Renditions.fingerprint(
                        body.slice(0, Math.min(body.length(), 1024)).getBytes());
        Buffer all = Buffer.buffer();
        for (ByteRange range : ranges) {
            ByteRange.Part part = (ByteRange.Part) range;
            all.appendString("\r\n--" + boundary + "\r\n");
            if (fields.has("content-type")) {
                all.appendString("Content-Type: " + fields.value("content-type") + "\r\n");
            }
            all.appendString("Content-Range: " + part.field(body.length()) + "\r\n\r\n");
            all.appendBuffer(body.slice((int) part.first(), (int) part.last() + 1));
        }
        all.appendString("\r\n--" + boundary + "--\r\n");
        return whole(
                request,
                outcome,
                206,
                fields.with("content-type", "multipart/byteranges; boundary=" + boundary),
                all.length(),
                all);
    }

    /** A part of a part: the request was found to want no more than is here. */
    private static MirrorAnswer part(MirrorRequest request, Content.Part part, FieldLines fields, Outcome outcome) {
        ByteRange.Part wanted = wanted(request, part);
        if (wanted == null) {
            throw new IllegalStateException("a part that was not asked for");
        }
        int from = (int) (wanted.first() - part.first());
        Buffer slice = part.body().slice(from, from + (int) wanted.length());
        return whole(
                request, outcome, 206, fields.with("content-range", wanted.field(part.total())), slice.length(), slice);
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

    private static MirrorAnswer whole(
            MirrorRequest request, Outcome outcome, int status, FieldLines fields, long length, Buffer body) {
        return new MirrorAnswer.Whole(outcome, status, fields, length, request.isHead() ? Buffer.buffer() : body);
    }

    /** The tag of bytes that are not the origin's is our own; theirs stands for theirs alone (R16). */
    private Optional<EntityTag> tag(StoredResponse response, Renditions.Rendition rendition, ContentCoding coding) {
        if (!rendition.tag().isEmpty()) {
            return Optional.of(EntityTag.strong(rendition.tag()));
        }
        return response.tag()
                .map(tag -> coding == ContentCoding.IDENTITY
                        ? tag
                        : new EntityTag(
                                tag.weak(), tag.opaque() + renditions.coder().tagSuffix(coding)));
    }

    /** The fields of a stored response on a host, those apart that differ from one answer to the next. Made once. */
    private FieldLines lasting(CacheKey key, StoredResponse response, Content content, Host host) {
        FieldLines fields = origin.fields(key, response, content, host).where(name -> !OURS.contains(name));
        if (!settings.strict()) {
            fields = fields.without(TargetedCacheControl.FIELD, "surrogate-control", "surrogate-key", "cache-tag");
        }
        if (!fields.has("date")) {
            fields = fields.plus("date", HttpDate.format(response.received()));
        }
        if (!settings.robots().isEmpty()) {
            return fields.plus("x-robots-tag", settings.robots());
        }
        for (String robots : response.fields().values("x-robots-tag")) {
            fields = fields.plus("x-robots-tag", robots);
        }
        return fields;
    }

    /** The same with what this answer's age and way were. */
    private FieldLines withAge(FieldLines fields, StoredResponse response, Outcome outcome, CacheStatus status) {
        FieldLines aged = outcome == Outcome.MISS || outcome == Outcome.PASS
                ? fields
                : fields.with("age", Long.toString(response.age(clock.instant()).toSeconds()));
        return aged.plus("cache-status", status.field());
    }

    /** RFC 9110, section 15.4.5: no fields about a content that is not sent. */
    private static FieldLines notModified(FieldLines fields) {
        return fields.without("content-type", "content-encoding", "content-language", "content-range", "accept-ranges");
    }

    private static FieldLines varyByCoding(FieldLines fields) {
        String vary = fields.value("vary");
        return vary.toLowerCase(Locale.ROOT).contains("accept-encoding")
                ? fields
                : fields.with("vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    }

    private ContentCoding coding(MirrorRequest request, Variant variant) {
        return isCodable(variant)
                ? ContentCoding.choose(
                        request.fields().value("accept-encoding"),
                        renditions.coder().codings())
                : ContentCoding.IDENTITY;
    }

    /** Whether a content is coded for those who like that. */
    private boolean isCodable(Variant variant) {
        if (variant.content().bytes() < SMALLEST_CODED) {
            return false;
        }
        FieldLines fields = variant.response().fields();
        if (variant.content() instanceof Content.Open) {
            return true;
        }
        return !settings.strict()
                && !fields.has("content-encoding")
                && !variant.response().control().has("no-transform")
                && isCompressible(MediaType.bare(fields.value("content-type")));
    }

    private static boolean isCompressible(String type) {
        return type.startsWith("text/")
                || type.endsWith("+xml")
                || type.endsWith("+json")
                || type.endsWith("/xml")
                || type.endsWith("/json")
                || type.endsWith("javascript")
                || type.equals("application/wasm")
                || type.equals("font/ttf")
                || type.equals("image/x-icon");
    }

    private static Instant modified(StoredResponse response) {
        return response.lastModified().orElseGet(response::date);
    }
}
