package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.ByteRanges;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.DeltaSeconds;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    private static final Buffer NOTHING = Buffer.buffer();
    private static final Content ON_ITS_WAY = new Content.Plain(NOTHING, "");

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

    /** An answer of a response that is stored, and about which nobody was asked. */
    Future<MirrorAnswer> hit(MirrorRequest request, CacheKey key, Variant variant, Outcome outcome) {
        StoredResponse response = variant.response();
        Instant now = clock.instant();
        boolean ranged = request.fields().has("range") && !request.isHead();
        if (response.status() != 200 || ranged || variant.isPart()) {
            return answer(request, key, variant, outcome, CacheStatus.hit(response.freshFor(now)));
        }
        OnHost own = onHost(request, key, variant);
        ContentCoding coding = coding(request, own);
        Future<Renditions.Rendition> rendition = renditions.of(variant, request.host(), coding);
        return rendition.succeeded()
                ? Future.succeededFuture(hit(request, response, own, rendition.result(), coding, outcome, now))
                : rendition.map(made -> hit(request, response, own, made, coding, outcome, now));
    }

    private MirrorAnswer hit(
            MirrorRequest request,
            StoredResponse response,
            OnHost own,
            Renditions.Rendition rendition,
            ContentCoding coding,
            Outcome outcome,
            Instant now) {
        Duration fresh = response.freshFor(now);
        long age = response.age(now).toSeconds();
        OnHost.Hit hit = own.hit(coding, age, fresh.toSeconds());
        if (hit == null) {
            FieldLines aged = own.lasting()
                    .with("age", Long.toString(age))
                    .plus("cache-status", CacheStatus.hit(fresh).field());
            EntityTag tag = tag(response, rendition, coding);
            FieldLines fields = coded(aged, tag, coding, own.isCodable());
            hit = new OnHost.Hit(age, fresh.toSeconds(), tag, ranged(fields), ofNoContent(fields));
            own.keep(coding, hit);
        }
        if (isHeld(request, hit.tag(), response)) {
            return new MirrorAnswer.Hit(outcome, 304, hit.notModified(), -1, NOTHING);
        }
        Buffer body = rendition.bytes();
        return new MirrorAnswer.Hit(outcome, 200, hit.fields(), body.length(), request.isHead() ? NOTHING : body);
    }

    /** An answer of a response that is here. */
    Future<MirrorAnswer> answer(
            MirrorRequest request, CacheKey key, Variant variant, Outcome outcome, CacheStatus status) {
        StoredResponse response = variant.response();
        OnHost own = onHost(request, key, variant);
        FieldLines fields = withAge(own.lasting(), response, outcome, status);
        if (response.status() == 206 && isHeld(request, variant)) {
            // Whether he has it counts before what part of it he wants (RFC 9110, section 13.2.2).
            return Future.succeededFuture(notModified(outcome, fields));
        }
        if (variant.content() instanceof Content.Part part) {
            return Future.succeededFuture(Parts.ofPart(request, part, fields, outcome));
        }
        boolean ranged = response.status() == 200 && request.fields().has("range") && !request.isHead();
        ContentCoding coding = ranged ? ContentCoding.IDENTITY : coding(request, own);
        return renditions
                .of(variant, request.host(), coding)
                .map(rendition -> present(request, response, rendition, coding, own.isCodable(), fields, outcome));
    }

    /** The fields of an answer of a response that is here. */
    FieldLines fields(MirrorRequest request, CacheKey key, Variant variant, Outcome outcome, CacheStatus status) {
        return withAge(onHost(request, key, variant).lasting(), variant.response(), outcome, status);
    }

    private OnHost onHost(MirrorRequest request, CacheKey key, Variant variant) {
        Host host = request.host();
        OnHost known = variant.onHosts().get(host);
        return known != null
                ? known
                : variant.onHosts()
                        .computeIfAbsent(
                                host,
                                asked -> new OnHost(
                                        lasting(key, variant.response(), variant.content(), asked),
                                        isCodable(variant)));
    }

    /** Whether a visitor has what is here as the origin sent it, by its own tag or time. */
    static boolean isHeld(MirrorRequest request, Variant variant) {
        return isHeld(request, variant.response().tag().orElse(null), variant.response());
    }

    private static boolean isHeld(MirrorRequest request, @Nullable EntityTag tag, StoredResponse response) {
        FieldLines fields = request.fields();
        return (fields.has("if-none-match") || fields.has("if-modified-since"))
                && Validation.holds(fields, Optional.ofNullable(tag), modified(response));
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
        // Whether he has it counts before what part of it he wants (RFC 9110, section 13.2.2).
        boolean conditional = response.status() == 206 || response.status() == 200 && contentRange.isEmpty();
        if (conditional && isHeld(request, response.tag().orElse(null), response)) {
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
        EntityTag tag = tag(response, rendition, coding);
        FieldLines fields = coded(all, tag, coding, codes);
        Buffer body = rendition.bytes();
        if (response.status() != 200) {
            boolean none = response.status() == 204 || response.status() == 304;
            return whole(request, outcome, response.status(), fields, none ? -1 : body.length(), body);
        }
        if (isHeld(request, tag, response)) {
            return notModified(outcome, fields);
        }
        fields = ranged(fields);
        String range = request.isHead() || !Validation.rangeHolds(request.fields(), Optional.ofNullable(tag), response)
                ? ""
                : request.fields().value("range");
        return range.isEmpty()
                ? whole(request, outcome, 200, fields, body.length(), body)
                : Parts.ofWhole(outcome, fields, ByteRanges.of(range, body.length()), body);
    }

    /** The fields of a content in a coding. */
    private static FieldLines coded(FieldLines all, @Nullable EntityTag tag, ContentCoding coding, boolean codes) {
        FieldLines fields = tag == null ? all : all.with("etag", tag.field());
        if (codes) {
            fields = varyByCoding(fields.without("content-encoding"));
        }
        return coding == ContentCoding.IDENTITY ? fields : fields.plus("content-encoding", coding.token());
    }

    /** The same of a content of which there are parts, too. */
    private static FieldLines ranged(FieldLines fields) {
        return fields.has("content-encoding") ? fields : fields.plus("accept-ranges", "bytes");
    }

    private static MirrorAnswer whole(
            MirrorRequest request, Outcome outcome, int status, FieldLines fields, long length, Buffer body) {
        return new MirrorAnswer.Whole(outcome, status, fields, length, request.isHead() ? NOTHING : body);
    }

    /** The tag of bytes that are not the origin's is our own; theirs stands for theirs alone (R16). */
    private @Nullable EntityTag tag(StoredResponse response, Renditions.Rendition rendition, ContentCoding coding) {
        if (!rendition.tag().isEmpty()) {
            return EntityTag.strong(rendition.tag());
        }
        return response.tag()
                .map(tag -> coding == ContentCoding.IDENTITY
                        ? tag
                        : new EntityTag(
                                tag.weak(), tag.opaque() + renditions.coder().tagSuffix(coding)))
                .orElse(null);
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
        // An age that is none is ignored (RFC 9111, section 5.1), and not passed on to others who might not.
        FieldLines aged = outcome == Outcome.MISS || outcome == Outcome.PASS
                ? fields.where(name -> !name.equals("age") || DeltaSeconds.parse(fields.value(name)) >= 0)
                : fields.with("age", Long.toString(response.age(clock.instant()).toSeconds()));
        return aged.plus("cache-status", status.field());
    }

    /** RFC 9110, section 15.4.5: no fields about a content that is not sent. */
    static MirrorAnswer notModified(Outcome outcome, FieldLines fields) {
        return new MirrorAnswer.Whole(outcome, 304, ofNoContent(fields), -1, NOTHING);
    }

    private static FieldLines ofNoContent(FieldLines fields) {
        return fields.without("content-type", "content-encoding", "content-language", "content-range", "accept-ranges");
    }

    private static FieldLines varyByCoding(FieldLines fields) {
        String vary = fields.value("vary");
        return vary.toLowerCase(Locale.ROOT).contains("accept-encoding")
                ? fields
                : fields.with("vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    }

    private ContentCoding coding(MirrorRequest request, OnHost own) {
        return own.isCodable()
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
        if (variant.content() instanceof Content.Open open) {
            return !open.packed();
        }
        return !settings.strict()
                && !fields.has("content-encoding")
                && !variant.response().control().has("no-transform")
                && MediaType.isCompressible(fields.value("content-type"));
    }

    private static Instant modified(StoredResponse response) {
        return response.lastModified().orElseGet(response::date);
    }
}
