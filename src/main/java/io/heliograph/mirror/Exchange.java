package io.heliograph.mirror;

import io.heliograph.http.ByteRange;
import io.heliograph.http.CacheDecision;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Vary;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A GET or HEAD on its way through a mirror. */
final class Exchange {

    /** How often one who waited for others looks again before he asks for himself. */
    private static final int MOST_ROUNDS = 3;

    /** How long an origin may keep silent where there is something to serve instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Station station;
    private final MirrorRequest request;
    private final CacheKey key;
    private final String range;
    private @Nullable FieldLines forOrigin;

    Exchange(Station station, MirrorRequest request, CacheKey key) {
        this.station = station;
        this.request = request;
        this.key = key;
        this.range = request.isHead() ? "" : request.fields().value("range");
    }

    /** What of the visitor's fields the origin gets to see. A hit that depends on none of them has no need of it. */
    private FieldLines fields() {
        FieldLines made = forOrigin;
        if (made == null) {
            made = station.requestFields().forOrigin(request.fields(), false);
            forOrigin = made;
        }
        return made;
    }

    Future<MirrorAnswer> answer() {
        if (station.requestFields().isPersonal(request.fields())) {
            return alone(Reason.BYPASS, null, true, fields());
        }
        List<Variant> variants = station.shelf().get(key);
        if (variants.isEmpty() && station.shelf().isOnDisk(key)) {
            return Awaited.onThisLoop(station.shelf().load(key)).compose(this::decide);
        }
        return decide(variants);
    }

    private Future<MirrorAnswer> decide(List<Variant> variants) {
        Variant part = range.isEmpty() ? null : part(variants);
        if (part != null) {
            return hit(part);
        }
        List<Variant> wholes = new ArrayList<>(variants.size());
        List<StoredResponse> responses = new ArrayList<>(variants.size());
        boolean chosen = false;
        for (Variant variant : variants) {
            if (!variant.isPart()) {
                wholes.add(variant);
                responses.add(variant.response());
                chosen |= !variant.response().vary().names().isEmpty();
            }
        }
        CacheDecision decision = CacheDecision.decide(
                now(),
                chosen && !station.rules().strict() ? fields() : request.fields(),
                responses,
                response -> station.shelf().standing(key, Variant.holding(wholes, response)),
                station.rules());
        if (decision instanceof CacheDecision.Serve serve) {
            Variant variant = Variant.holding(wholes, serve.response());
            if (serve.revalidate()) {
                refresh(variant);
            }
            return hit(variant);
        }
        if (decision instanceof CacheDecision.Validate validate) {
            return ask(
                    Variant.holding(wholes, validate.response()),
                    validate.reason(),
                    validate.response().vary(),
                    0);
        }
        if (decision instanceof CacheDecision.GatewayTimeout) {
            return Future.succeededFuture(new MirrorAnswer.OriginDown(
                    Outcome.FAILED,
                    504,
                    CacheStatus.forwarded(Reason.REQUEST)
                            .detail("only-if-cached")
                            .field()));
        }
        // Where it is known what variants are chosen by, those who want the same one ask together.
        Vary vary = wholes.isEmpty() ? Vary.NONE : wholes.get(0).response().vary();
        return ask(null, ((CacheDecision.Fetch) decision).reason(), vary, 0);
    }

    private @Nullable Variant part(List<Variant> variants) {
        for (Variant variant : variants) {
            if (variant.content() instanceof Content.Part part
                    && isGood(variant)
                    && request.fields().value("if-range").isEmpty()) {
                ByteRange.Part wanted = Presenter.wanted(request, part);
                if (wanted != null) {
                    return variant;
                }
            }
        }
        return null;
    }

    private Future<MirrorAnswer> hit(Variant variant) {
        boolean fresh = variant.response().staleness(now()).isNegative();
        return present(variant, fresh ? Outcome.HIT : Outcome.STALE, CacheStatus.hit(ttl(variant)));
    }

    private Duration ttl(Variant variant) {
        return variant.response().staleness(now()).negated();
    }

    /**
     * Asks the origin, together with all who want the same, unless the answer is likely for one alone.
     *
     * @param vary by what it chooses, as far as is known: nothing else that a visitor wishes reaches it
     */
    private Future<MirrorAnswer> ask(@Nullable Variant known, Reason reason, Vary vary, int round) {
        if (station.flights().isApart(key)) {
            return alone(reason, known, false, fields());
        }
        FieldLines keyed = station.requestFields().keyed(fields(), vary);
        if (request.isHead() || !forwardedRange(known).isEmpty() || round >= MOST_ROUNDS) {
            return alone(reason, known, false, keyed);
        }
        Flights.Seat seat = station.flights().join(new Flights.Flight(key, vary.selecting(fields())), () -> {
            Variant landed = reason == Reason.URI_MISS || reason == Reason.VARY_MISS ? landed() : null;
            return landed == null
                    ? station.fetches().ask(question(known, "", false, keyed))
                    : Future.succeededFuture(new Landing.Here(
                            landed, Outcome.COLLAPSED, landed.response().status(), false, true));
        });
        return Awaited.onThisLoop(patiently(seat.landing(), known))
                .compose(
                        landing -> isForMe(landing, seat.isLeader(), keyed)
                                ? land(landing, reason, seat.isLeader())
                                : again(known, reason, landing, round),
                        e -> failed(e, reason));
    }

    /** What a flight has brought that ended after it was looked for what is stored, and before another could begin. */
    private @Nullable Variant landed() {
        for (Variant variant : station.shelf().get(key)) {
            if (!variant.isPart() && isGood(variant)) {
                return variant;
            }
        }
        return null;
    }

    /** Whether a stored response is for this request, and may be used without a question. */
    private boolean isGood(Variant variant) {
        return variant.response().isSelectedBy(fields())
                && variant.response().staleness(now()).isNegative()
                && !variant.response().control().has("no-cache")
                && station.shelf().standing(key, variant) == CacheDecision.Standing.GOOD;
    }

    /** What the origin says or, if it keeps silent for long, what is stored: nobody waits for what he need not. */
    private Future<Landing> patiently(Future<Landing> landing, @Nullable Variant known) {
        if (known == null
                || station.rules().strict()
                || !CacheDecision.mayServeStale(
                        now(), known.response(), station.shelf().standing(key, known), station.rules())) {
            return landing;
        }
        return Awaited.orAfter(landing, PATIENCE, () -> new Landing.Here(known, Outcome.STALE, 504, false, true));
    }

    /**
     * Whether an answer is for this request, and not only for those who have no wishes, or others.
     *
     * @param asked the fields of the question, if this request was the one that asked
     */
    private boolean isForMe(Landing landing, boolean leader, FieldLines asked) {
        if (leader && asked.equals(fields())) {
            return true;
        }
        return landing.isShared()
                ? landing.response().isSelectedBy(fields())
                // An error is the same whatever is wished.
                : leader && landing.response().status() >= 400;
    }

    /** Goes with those who want the same variant, if that was it; else alone, with all that the visitor wishes. */
    private Future<MirrorAnswer> again(@Nullable Variant known, Reason reason, Landing landing, int round) {
        if (landing.isShared()) {
            return ask(null, Reason.VARY_MISS, landing.response().vary(), round + 1);
        }
        landing.letGo();
        return alone(reason, known, false, fields());
    }

    private Future<MirrorAnswer> alone(Reason reason, @Nullable Variant known, boolean personal, FieldLines forOrigin) {
        return Awaited.onThisLoop(station.fetches()
                        .ask(question(personal ? null : known, forwardedRange(known), personal, forOrigin)))
                .compose(landing -> land(landing, reason, true), e -> failed(e, reason));
    }

    /** A range is asked for of the origin only where the whole is not stored, and likely no document. */
    private String forwardedRange(@Nullable Variant known) {
        return known == null && !range.isEmpty() && (station.rules().strict() || LargeFiles.isLikely(key.target()))
                ? range
                : "";
    }

    private Question question(@Nullable Variant known, String asked, boolean personal, FieldLines forOrigin) {
        FieldLines out = asked.isEmpty() || request.fields().value("if-range").isEmpty()
                ? forOrigin
                : forOrigin.plus("if-range", request.fields().value("if-range"));
        return new Question(key, request.method(), unconditional(out), known, asked, personal, this::hint);
    }

    /** What the client has is for us to compare, unless nothing of ours can be. */
    private static FieldLines unconditional(FieldLines out) {
        return out.without("if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "range");
    }

    private void hint(FieldLines hints) {
        request.hints().accept(station.origin().hints(key, hints, request.host()));
    }

    private void refresh(Variant variant) {
        FieldLines keyed =
                station.requestFields().keyed(fields(), variant.response().vary());
        station.flights()
                .join(
                        new Flights.Flight(key, ""),
                        () -> station.fetches()
                                .ask(new Question(key, "GET", unconditional(keyed), variant, "", false, hints -> {})));
    }

    private Future<MirrorAnswer> land(Landing landing, Reason reason, boolean leader) {
        if (landing instanceof Landing.Here here) {
            CacheStatus status = status(reason, here.status(), here.isStored() && leader, leader);
            Outcome outcome = here.outcome() == Outcome.MISS && !leader ? Outcome.COLLAPSED : here.outcome();
            settleHead(here);
            return present(here.variant(), outcome, status);
        }
        Landing.Coming coming = (Landing.Coming) landing;
        StoredResponse head = leader ? coming.whole() : coming.stored();
        BodyReader body = coming.body().reader();
        if (body == null) {
            return alone(reason, null, false, fields());
        }
        return Future.succeededFuture(station.presenter()
                .streamed(
                        request,
                        key,
                        head,
                        coming.length(),
                        body,
                        leader ? (coming.isStored() ? Outcome.MISS : Outcome.PASS) : Outcome.COLLAPSED,
                        status(reason, head.status(), coming.isStored() && leader, leader)));
    }

    /** The answer to a HEAD says something about what is stored for GET (RFC 9111, section 4.3.5). */
    private void settleHead(Landing.Here here) {
        if (request.isHead() && here.outcome() == Outcome.MISS) {
            station.heads().settle(key, fields(), here.variant().response());
        }
    }

    private static CacheStatus status(Reason reason, int originStatus, boolean stored, boolean leader) {
        CacheStatus status = CacheStatus.forwarded(reason).status(originStatus);
        if (stored) {
            status.stored();
        }
        return leader ? status : status.collapsed();
    }

    private Future<MirrorAnswer> failed(Throwable cause, Reason reason) {
        OriginFailure failure = OriginFailure.of(cause);
        return Future.succeededFuture(new MirrorAnswer.OriginDown(
                Outcome.FAILED,
                failure.kind().status(),
                CacheStatus.forwarded(reason)
                        .detail(failure.kind().name().toLowerCase(Locale.ROOT))
                        .field()));
    }

    private Future<MirrorAnswer> present(Variant variant, Outcome outcome, CacheStatus status) {
        return Awaited.onThisLoop(station.presenter().answer(request, key, variant, outcome, status));
    }

    private Instant now() {
        return station.clock().instant();
    }
}
