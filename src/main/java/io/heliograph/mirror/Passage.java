package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheGroups;
import io.heliograph.http.CacheRules;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.http.HopByHop;
import io.heliograph.http.Invalidation;
import io.heliograph.http.StoredResponse;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The way of requests that may change something, or that nobody knows: to the origin and back. */
final class Passage {

    /** What a page asks before it asks (Fetch, section 3.3.2). */
    private static final List<String> OF_A_PREFLIGHT =
            List.of("access-control-request-method", "access-control-request-headers");

    private final RequestFields requestFields;
    private final CacheRules rules;
    private final Upstream upstream;
    private final Intake intake;
    private final Shelf shelf;
    private final OriginSite origin;
    private final InstantSource clock;

    Passage(
            RequestFields requestFields,
            CacheRules rules,
            Upstream upstream,
            Intake intake,
            Shelf shelf,
            OriginSite origin,
            InstantSource clock) {
        this.requestFields = requestFields;
        this.rules = rules;
        this.upstream = upstream;
        this.intake = intake;
        this.shelf = shelf;
        this.origin = origin;
        this.clock = clock;
    }

    /** What the origin says. */
    Future<Landing> send(MirrorRequest request, CacheKey key) {
        FieldLines fields = fields(request, key);
        Question question = new Question(key, request.method(), fields, null, "", true, request.hints());
        return upstream.send(new Upstream.Outgoing(
                        key.server(), request.method(), key.target(), fields, request.body(), request.hints()))
                .compose(incoming -> {
                    FieldLines received = HopByHop.strip(incoming.fields());
                    invalidate(request, key, incoming.status(), received);
                    StoredResponse response = new StoredResponse(
                            incoming.status(), received, "", incoming.requested(), incoming.received(), rules);
                    return intake.take(
                            new Intake.Arrival(question, incoming.body(), response, response, false, false, false));
                });
    }

    private FieldLines fields(MirrorRequest request, CacheKey key) {
        FieldLines visitor = request.fields();
        FieldLines fields = origin.asOfItsPages(requestFields.forOrigin(visitor, true), visitor, request.host());
        if (!origin.own().isPreflight(request, key.server())) {
            return fields;
        }
        for (String name : OF_A_PREFLIGHT) {
            String value = String.join(", ", visitor.values(name));
            fields = value.isEmpty() ? fields : fields.with(name, value);
        }
        return fields;
    }

    static CacheStatus status(int originStatus) {
        return CacheStatus.forwarded(Reason.METHOD).status(originStatus);
    }

    static Outcome outcome() {
        return Outcome.PASS;
    }

    private void invalidate(MirrorRequest request, CacheKey key, int status, FieldLines received) {
        for (URI url : Invalidation.by(request.method(), key.url(), status, received)) {
            origin.keyOf(url.toString()).ifPresent(invalid -> shelf.purge(invalid, Standing.INVALID, clock.instant()));
        }
        CacheGroups.invalidatedBy(request.method(), status, received)
                .forEach(group -> shelf.purgeGroup(group, Standing.INVALID, clock.instant()));
    }
}
