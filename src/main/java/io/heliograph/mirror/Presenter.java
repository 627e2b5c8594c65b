package io.heliograph.mirror;

import io.heliograph.article.Host;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        FieldLines fields = fields(request, key, variant, outcome, status);
        if (variant.content() instanceof Content.Part part) {
            return Future.succeededFuture(Parts.ofPart(request, part, fields, outcome));
        }
        boolean ranged = response.status() == 200 && request.fields().has("range") && !request.isHead();
        ContentCoding coding = ranged ? ContentCoding.IDENTITY : coding(request, variant);
        boolean codes = isCodable(variant);
        return renditions
                .of(variant, request.host(), coding)
                .map(rendition -> present(request, response, rendition, coding, codes, fields, outcome));
    }

    /** The fields of an answer of a response that is here. */
    FieldLines fields(MirrorRequest request, CacheKey key, Variant variant, Outcome outcome, CacheStatus status) {
        FieldLines lasting = variant.onHosts()
                .computeIfAbsent(
                        request.host().base(),
                        base -> lasting(key, variant.response(), variant.content(), request.host()));
        return withAge(lasting, variant.response(), outcome, status);
    }

    /** Whether a visitor has what is here as the origin sent it, by its own tag or time. */
    static boolean isHeld(MirrorRequest request, Variant variant) {
        return Validation.holds(request.fields(), variant.response().tag(), modified(variant.response()));
    }

    /** Whether a visitor may have a part of it. */
    static boolean rangeHolds(MirrorRequest request, Variant variant) {
        return Validation.rangeHolds(request.fields(), variant.response().tag(), variant.response());
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
            return notModified(outcome, fields);
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
            return notModified(outcome, fields);
        }
        if (coding == ContentCoding.IDENTITY && !fields.has("content-encoding")) {
            fields = fields.plus("accept-ranges", "bytes");
        }
        String range = request.isHead() || !Validation.rangeHolds(request.fields(), tag, response)
                ? ""
                : request.fields().value("range");
        return range.isEmpty()
                ? whole(request, outcome, 200, fields, body.length(), body)
                : Parts.ofWhole(outcome, fields, ByteRanges.of(range, body.length()), body);
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
    static MirrorAnswer notModified(Outcome outcome, FieldLines fields) {
        FieldLines rest = fields.without(
                "content-type", "content-encoding", "content-language", "content-range", "accept-ranges");
        return new MirrorAnswer.Whole(outcome, 304, rest, -1, Buffer.buffer());
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
