package io.heliograph.mirror;

import io.heliograph.http.CacheControl;
import io.heliograph.http.CacheDecision;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.HopByHop;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Storing;
import io.heliograph.http.Validation;
import io.heliograph.http.Vary;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.heliograph.rewrite.Syntax;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Asks the origin, and stores what may be stored of its answers. */
final class Fetches {

    /** The statuses for which what is stored may stand in (RFC 5861, section 4). */
    private static final Set<Integer> ERRORS = Set.of(500, 502, 503, 504);

    private final String site;
    private final RequestFields requestFields;
    private final CacheRules rules;
    private final Upstream upstream;
    private final Shelf shelf;
    private final Intake intake;
    private final InstantSource clock;
    private final MirrorListener listener;

    Fetches(
            String site,
            RequestFields requestFields,
            CacheRules rules,
            Upstream upstream,
            Shelf shelf,
            Intake intake,
            InstantSource clock,
            MirrorListener listener) {
        this.site = site;
        this.requestFields = requestFields;
        this.rules = rules;
        this.upstream = upstream;
        this.shelf = shelf;
        this.intake = intake;
        this.clock = clock;
        this.listener = listener;
    }

    /** Asks. Fails with an {@link OriginFailure} where what is stored may not stand in. */
    Future<Landing> ask(Question question) {
        Variant known = question.known();
        boolean conditional = known != null && !known.isPart() && Validation.isPossible(known.response());
        FieldLines fields = known != null && conditional
                ? Validation.conditional(question.fields(), known.response())
                : question.fields();
        if (!question.range().isEmpty()) {
            fields = fields.plus("range", question.range());
        }
        if (!question.range().isEmpty() && !rules.strict()) {
            // Ranges are of the bytes as they are: a coding would have to be undone from the first to the last.
            fields = fields.with("accept-encoding", "identity");
        }
        return upstream.send(new Upstream.Outgoing(
                        question.key().server(),
                        question.method(),
                        question.key().target(),
                        requestFields.withOrigin(fields, question.key().server()),
                        null,
                        question.hints()))
                .compose(incoming -> receive(question, conditional, incoming))
                .recover(e -> {
                    OriginFailure failure = OriginFailure.of(e);
                    if (failure.kind() != OriginFailure.Kind.AWAY) {
                        listener.failed(site, failure.kind().name().toLowerCase(Locale.ROOT));
                    }
                    return known != null && mayStandIn(question.key(), known)
                            ? Future.succeededFuture(stale(known, failure.kind().status()))
                            : Future.failedFuture(failure);
                });
    }

    private Future<Landing> receive(Question question, boolean conditional, Upstream.Incoming incoming) {
        int status = incoming.status();
        listener.fetched(
                site,
                status,
                Duration.between(incoming.requested(), incoming.received()).toNanos());
        Variant known = question.known();
        FieldLines fields = HopByHop.strip(incoming.fields());
        if (status == 304) {
            incoming.body().abandon();
            if (known == null || !conditional) {
                return broken("it says that nothing has changed, which nobody asked");
            }
            return Validation.isAbout(fields, known.response())
                    ? Future.succeededFuture(freshened(question, known, fields, incoming))
                    : ask(question.anew());
        }
        if (ERRORS.contains(status) && known != null && mayStandIn(question.key(), known)) {
            incoming.body().abandon();
            return Future.succeededFuture(stale(known, status));
        }
        if (status == 206 && question.range().isEmpty()) {
            incoming.body().abandon();
            return broken("it sent a part of what was asked for as a whole");
        }
        if (status == 206 && !rules.strict() && Syntax.ofType(fields.value("content-type")) != Syntax.OPAQUE) {
            // A part of what holds links cannot be rewritten (R17).
            incoming.body().abandon();
            return ask(question.whole());
        }
        if (status < 200) {
            incoming.body().abandon();
            return broken("it went over to a protocol that nobody asked for");
        }
        CacheControl control = StoredResponse.controlOf(fields);
        // What has no end is stored for nobody, and each hears it from where he begins.
        boolean endless = Upstream.isEndless(fields);
        boolean storable = !question.isPersonal()
                && !endless
                // Of a range that is not there, the whole knows nothing.
                && (question.range().isEmpty() || status != 416)
                && Storing.allows(question.method(), question.fields(), status, incoming.fields(), control, rules);
        boolean part = status == 206
                && !question.isPersonal()
                && Storing.allowsSharing(question.fields(), status, incoming.fields(), control, rules);
        Vary vary = Vary.of(fields);
        if ((storable || part) && !requestFields.isKeyed(question.fields(), vary)) {
            // What one visitor wished for may be in it, and others would get it (R9).
            incoming.body().abandon();
            return ask(question.with(requestFields.keyed(question.fields(), vary)));
        }
        // An origin in trouble is not asked by everybody who waits, nor for a head that says the same to all (RFC 9111,
        // section 4).
        boolean shared = storable
                || !question.isPersonal()
                        && (status >= 500 || question.method().equals("HEAD"))
                        && requestFields.isKeyed(question.fields(), vary)
                        && Storing.allowsSharing(question.fields(), status, incoming.fields(), control, rules);
        String selecting = vary.selecting(question.fields());
        StoredResponse whole = response(status, fields, selecting, incoming);
        StoredResponse stored = response(status, Storing.fields(incoming.fields(), control), selecting, incoming);
        return intake.take(new Intake.Arrival(question, incoming.body(), whole, stored, storable, part, shared));
    }

    private StoredResponse response(int status, FieldLines fields, String selecting, Upstream.Incoming incoming) {
        return new StoredResponse(status, fields, selecting, incoming.requested(), incoming.received(), rules);
    }

    private Landing freshened(Question question, Variant known, FieldLines fields, Upstream.Incoming incoming) {
        Variant newer = known.freshened(
                Validation.freshen(known.response(), fields, incoming.requested(), incoming.received(), rules));
        boolean shared = Validation.mayFreshen(question.fields(), known.response(), fields, rules);
        if (shared) {
            shelf.freshen(question.key(), known, newer);
        } else {
            // It is for the one who asked from now on.
            shelf.purge(question.key(), Standing.PURGED, clock.instant());
        }
        return new Landing.Here(newer, Outcome.REVALIDATED, 304, shared, shared);
    }

    private static Landing stale(Variant known, int status) {
        return new Landing.Here(known, Outcome.STALE, status, false, true);
    }

    private boolean mayStandIn(CacheKey key, Variant known) {
        return CacheDecision.mayServeStale(clock.instant(), known.response(), shelf.standing(key, known), rules);
    }

    private static <T> Future<T> broken(String message) {
        return Future.failedFuture(new OriginFailure(OriginFailure.Kind.BROKEN, message));
    }
}
