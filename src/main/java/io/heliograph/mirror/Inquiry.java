package io.heliograph.mirror;

import io.heliograph.http.CacheDecision;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Vary;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a visit comes to once the origin is asked: together with all who want the same, or alone. */
final class Inquiry {

    /** How often one who waited for others looks again before he asks for himself. */
    private static final int MOST_ROUNDS = 3;

    /** How long an origin may keep silent where there is something to serve instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18}-\\d{0,18}|-\\d{1,18})");

    private final Visit visit;
    private final Station station;
    private final MirrorRequest request;
    private final CacheKey key;

    Inquiry(Visit visit) {
        this.visit = visit;
        this.station = visit.station();
        this.request = visit.request();
        this.key = visit.key();
    }

    /**
     * Asks the origin, together with all who want the same, unless the answer is likely for one alone.
     *
     * @param known what is stored, and may still hold
     * @param vary by what it chooses, as far as is known: nothing else that a visitor wishes reaches it
     */
    Future<MirrorAnswer> ask(@Nullable Variant known, Reason reason, Vary vary) {
        return ask(known, reason, vary, 0);
    }

    private Future<MirrorAnswer> ask(@Nullable Variant known, Reason reason, Vary vary, int round) {
        if (station.flights().isApart(key)) {
            return alone(reason, known, false, visit.fields());
        }
        if (known == null && !visit.range().isEmpty() && LargeFiles.isLikely(key.target()) && visit.mayBeSliced()) {
            return begin(reason, vary);
        }
        FieldLines keyed = visit.keyed(vary);
        if (!forwardedRange(known).isEmpty() || round >= MOST_ROUNDS) {
            return alone(reason, known, false, keyed);
        }
        String selecting = vary.selecting(visit.fields());
        Flights.Seat seat = station.flights().join(new Flights.Flight(key, selecting, request.isHead()), () -> {
            Variant landed = reason == Reason.URI_MISS || reason == Reason.VARY_MISS ? landed() : null;
            return landed == null
                    ? station.fetches().ask(visit.question(known, "", false, keyed))
                    : Future.succeededFuture(new Landing.Here(
                            landed, Outcome.COLLAPSED, landed.response().status(), false, true));
        });
        return Awaited.onThisLoop(patiently(seat, known))
                .compose(
                        landing -> isForMe(landing, seat.isLeader(), keyed)
                                ? land(landing, reason, seat.isLeader())
                                : again(known, reason, landing, seat.isLeader(), round),
                        e -> failed(e, reason));
    }

    /** Asks for a slice of a file of which nothing is known but that it is likely large. */
    private Future<MirrorAnswer> begin(Reason reason, Vary vary) {
        Slice slice = Slice.toBeginWith(visit.range());
        Slices.Seat seat = station.slices().begin(visit.question(slice, vary), slice, visit::isGood);
        return Awaited.onThisLoop(seat.landing())
                .compose(
                        landing -> landing instanceof Landing.NotSliced
                                        || !isForMe(landing, seat.isLeader(), visit.keyed(vary))
                                ? others(landing, reason, seat.isLeader())
                                : land(landing, reason, seat.isLeader()),
                        e -> failed(e, reason));
    }

    /** Asks alone, because what came is for others. */
    private Future<MirrorAnswer> others(Landing landing, Reason reason, boolean leader) {
        if (leader) {
            landing.letGo();
        }
        return alone(reason, null, false, visit.fields());
    }

    /** What a flight has brought that ended after it was looked for what is stored, and before another could begin. */
    private @Nullable Variant landed() {
        for (Variant variant : station.shelf().get(key)) {
            if (visit.isWhole(variant) && visit.isGood(variant)) {
                return variant;
            }
        }
        return null;
    }

    /** What the origin says or, if it keeps silent for long after the first has asked, what is stored. */
    private Future<Landing> patiently(Flights.Seat seat, @Nullable Variant known) {
        if (known == null
                || station.rules().strict()
                || !CacheDecision.mayServeStale(
                        visit.now(), known.response(), station.shelf().standing(key, known), station.rules())) {
            return seat.landing();
        }
        Duration left = PATIENCE.minus(Duration.between(seat.since(), visit.now()));
        return Awaited.orAfter(
                seat.landing(), left, () -> new Landing.Here(known, Outcome.STALE, 504, false, true), Landing::letGo);
    }

    /**
     * Whether an answer is for this request, and not only for those who have no wishes, or others.
     *
     * @param asked the fields of the question, if this request was the one that asked
     */
    private boolean isForMe(Landing landing, boolean leader, FieldLines asked) {
        if (leader && asked.equals(visit.fields())) {
            return true;
        }
        return landing.isShared()
                ? landing.response().isSelectedBy(visit.fields())
                // An error is the same whatever is wished.
                : leader && landing.response().status() >= 400;
    }

    /** Goes with those who want the same variant, if that was it; else alone, with all that the visitor wishes. */
    private Future<MirrorAnswer> again(
            @Nullable Variant known, Reason reason, Landing landing, boolean leader, int round) {
        if (leader) {
            // Who asked is the one that reads it, where it is not stored; and he will not.
            landing.letGo();
        }
        if (landing.isShared()) {
            return ask(null, Reason.VARY_MISS, landing.response().vary(), round + 1);
        }
        return alone(reason, known, false, visit.fields());
    }

    /** Asks for this visit alone. */
    Future<MirrorAnswer> alone(Reason reason, @Nullable Variant known, boolean personal, FieldLines forOrigin) {
        Question question = visit.question(personal ? null : known, forwardedRange(known), personal, forOrigin);
        return Awaited.onThisLoop(station.fetches().ask(question))
                .compose(landing -> land(landing, reason, true), e -> failed(e, reason));
    }

    /**
     * A range is asked for of the origin only where the whole is not stored, and likely no document. It is in no key, so
     * nothing but numbers passes; who has a condition gets the whole (RFC 9110, section 14.2).
     */
    private String forwardedRange(@Nullable Variant known) {
        if (known != null || station.rules().strict()) {
            return known == null ? visit.range() : "";
        }
        boolean passes = LargeFiles.isLikely(key.target())
                && !request.fields().has("if-range")
                && RANGE.matcher(visit.range()).matches();
        return passes ? visit.range() : "";
    }

    private Future<MirrorAnswer> land(Landing landing, Reason reason, boolean leader) {
        if (landing instanceof Landing.Here here) {
            CacheStatus status = status(reason, here.status(), here.isStored() && leader, leader);
            Outcome outcome = here.outcome() == Outcome.MISS && !leader ? Outcome.COLLAPSED : here.outcome();
            if (leader) {
                settleHead(here);
            }
            return present(leader ? here.variant() : here.others(), outcome, status);
        }
        if (landing instanceof Landing.Sliced sliced) {
            Outcome outcome = leader ? Outcome.MISS : Outcome.COLLAPSED;
            return sliced(new SlicedAnswer(visit, sliced.head(), outcome, status(reason, 206, leader, leader), sliced));
        }
        Landing.Coming coming = (Landing.Coming) landing;
        Variant sliced = coming.sliced();
        if (sliced != null && visit.mayBeSliced() && !(leader && visit.range().isEmpty())) {
            // What is large does not come from its beginning to those who want a part, nor to each on a way of his own.
            if (leader) {
                coming.letGo();
            }
            Outcome outcome = leader ? Outcome.MISS : Outcome.COLLAPSED;
            return present(sliced, outcome, status(reason, coming.whole().status(), leader, leader));
        }
        BodyReader body = coming.body().reader();
        if (body == null) {
            return alone(reason, null, false, visit.fields());
        }
        boolean kept = coming.isStored() || sliced != null;
        StoredResponse head = leader ? coming.whole() : coming.stored();
        return Future.succeededFuture(station.presenter()
                .streamed(
                        request,
                        key,
                        head,
                        coming.length(),
                        body,
                        leader ? (kept ? Outcome.MISS : Outcome.PASS) : Outcome.COLLAPSED,
                        status(reason, head.status(), kept && leader, leader)));
    }

    /** The answer to a HEAD says something about what is stored for GET (RFC 9111, section 4.3.5). */
    private void settleHead(Landing.Here here) {
        if (request.isHead() && here.outcome() == Outcome.MISS) {
            station.heads().settle(key, visit.fields(), here.variant().response());
        }
    }

    /** An answer of what is stored, without a question. */
    Future<MirrorAnswer> hit(Variant variant, Outcome outcome) {
        return variant.content() instanceof Content.Sliced
                ? present(variant, outcome, CacheStatus.hit(variant.response().freshFor(visit.now())))
                : Awaited.onThisLoop(station.presenter().hit(request, key, variant, outcome));
    }

    /** An answer of what is here. */
    private Future<MirrorAnswer> present(Variant variant, Outcome outcome, CacheStatus status) {
        if (variant.content() instanceof Content.Sliced) {
            return sliced(new SlicedAnswer(visit, variant, outcome, status));
        }
        return Awaited.onThisLoop(station.presenter().answer(request, key, variant, outcome, status));
    }

    /** An answer of slices: of the version that is there by now, if it is another; else the origin is asked for it all. */
    private Future<MirrorAnswer> sliced(SlicedAnswer answer) {
        return answer.made().recover(e -> {
            if (!(e instanceof Slices.NoLonger)) {
                return failed(e, Reason.PARTIAL);
            }
            Optional<Variant> newer = visit.mayBeSliced() ? answer.successor() : Optional.empty();
            return newer.isEmpty()
                    ? alone(Reason.PARTIAL, null, false, visit.fields())
                    : new SlicedAnswer(
                                    visit,
                                    newer.get(),
                                    Outcome.MISS,
                                    CacheStatus.forwarded(Reason.PARTIAL).status(206))
                            .made()
                            .recover(again -> again instanceof Slices.NoLonger
                                    ? alone(Reason.PARTIAL, null, false, visit.fields())
                                    : failed(again, Reason.PARTIAL));
        });
    }

    private static CacheStatus status(Reason reason, int originStatus, boolean stored, boolean leader) {
        CacheStatus status = CacheStatus.forwarded(reason).status(originStatus);
        if (stored) {
            status.stored();
        }
        return leader ? status : status.collapsed();
    }

    private static Future<MirrorAnswer> failed(Throwable cause, Reason reason) {
        OriginFailure failure = OriginFailure.of(cause);
        return Future.succeededFuture(new MirrorAnswer.OriginDown(
                Outcome.FAILED,
                failure.kind().status(),
                CacheStatus.forwarded(reason)
                        .detail(failure.kind().name().toLowerCase(Locale.ROOT))
                        .field()));
    }
}
