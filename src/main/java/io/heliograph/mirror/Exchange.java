package io.heliograph.mirror;

import io.heliograph.http.CacheDecision;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Vary;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GET or HEAD on its way through a mirror: what is stored answers it, or the origin is asked. */
final class Exchange {

    private final Station station;
    private final MirrorRequest request;
    private final CacheKey key;
    private final Visit visit;
    private final Inquiry inquiry;

    Exchange(Station station, MirrorRequest request, CacheKey key) {
        this.station = station;
        this.request = request;
        this.key = key;
        this.visit = new Visit(station, request, key);
        this.inquiry = new Inquiry(visit);
    }

    Future<MirrorAnswer> answer() {
        if (station.requestFields().isPersonal(request.fields())) {
            return inquiry.alone(Reason.BYPASS, null, true, visit.fields());
        }
        List<Variant> variants = station.shelf().get(key);
        if (variants.isEmpty() && station.shelf().isOnDisk(key)) {
            return Awaited.onThisLoop(station.shelf().load(key)).compose(this::decide);
        }
        return decide(variants);
    }

    private Future<MirrorAnswer> decide(List<Variant> variants) {
        Variant part = visit.range().isEmpty() ? null : part(variants);
        if (part != null) {
            return hit(part);
        }
        List<Variant> wholes = new ArrayList<>(variants.size());
        List<StoredResponse> responses = new ArrayList<>(variants.size());
        boolean chosen = false;
        for (Variant variant : variants) {
            if (visit.isWhole(variant)) {
                wholes.add(variant);
                responses.add(variant.response());
                chosen |= !variant.response().vary().names().isEmpty();
            }
        }
        FieldLines fields = chosen && !station.rules().strict() ? visit.choosing(wholes) : request.fields();
        CacheDecision decision = CacheDecision.decide(
                visit.now(),
                fields,
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
            return inquiry.ask(
                    Variant.holding(wholes, validate.response()),
                    validate.reason(),
                    validate.response().vary());
        }
        if (decision instanceof CacheDecision.GatewayTimeout) {
            String said = CacheStatus.forwarded(Reason.REQUEST)
                    .detail("only-if-cached")
                    .field();
            return Future.succeededFuture(new MirrorAnswer.OriginDown(Outcome.FAILED, 504, said));
        }
        // Where it is known what variants are chosen by, those who want the same one ask together.
        Vary vary = wholes.isEmpty() ? Vary.NONE : wholes.get(0).response().vary();
        return inquiry.ask(null, ((CacheDecision.Fetch) decision).reason(), vary);
    }

    private @Nullable Variant part(List<Variant> variants) {
        for (Variant variant : variants) {
            if (variant.content() instanceof Content.Part part
                    && visit.isGood(variant)
                    && request.fields().value("if-range").isEmpty()
                    && Parts.wanted(request, part) != null) {
                return variant;
            }
        }
        return null;
    }

    private Future<MirrorAnswer> hit(Variant variant) {
        boolean fresh = variant.response().staleness(visit.now()).isNegative();
        return inquiry.hit(variant, fresh ? Outcome.HIT : Outcome.STALE);
    }

    private void refresh(Variant variant) {
        station.flights()
                .join(
                        new Flights.Flight(key, "", false),
                        () -> station.fetches().ask(visit.refreshing(variant)))
                .landing()
                .onSuccess(Landing::letGo);
    }
}
