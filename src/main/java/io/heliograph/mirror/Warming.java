package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.FieldLines;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for what visitors will want before they do: pages that changed, and what documents name with hashes. */
final class Warming {

    /** At a time. */
    private static final int MOST = 32;

    /** Who waits for a document does not wait longer for what it names. */
    private static final Duration COMPANIONS = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Station station;

    Warming(Vertx vertx, Station station) {
        this.vertx = vertx;
        this.station = station;
    }

    /**
     * The pages of articles, those of the folders above them and the front page are stale from now on; what is in memory of
     * them is asked for again at once.
     *
     * @param paths of the articles, with their queries if they have any
     */
    void changed(Collection<String> paths) {
        Set<CacheKey> stale = new LinkedHashSet<>();
        OriginSite origin = station.origin();
        for (String address : paths) {
            int question = address.indexOf('?');
            String path = question < 0 ? address : address.substring(0, question);
            stale.add(origin.route(path, question < 0 ? "" : address.substring(question + 1)));
            for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
                stale.add(origin.route(path.substring(0, slash + 1), ""));
                stale.add(origin.route(slash == 0 ? "/" : path.substring(0, slash), ""));
            }
        }
        stale.forEach(key ->
                station.shelf().purge(key, Standing.PURGED, station.clock().instant()));
        vertx.runOnContext(on -> stale.stream()
                .filter(key -> !station.shelf().get(key).isEmpty())
                .limit(MOST)
                .forEach(this::warm));
    }

    /** Asks for what a document names with hashes; done when it is here, or took too long. */
    Future<Void> companions(Set<CacheKey> keys) {
        List<Future<Landing>> asked = keys.stream().limit(MOST).map(this::warm).toList();
        Future<Void> all = Future.join(asked).otherwiseEmpty().mapEmpty();
        return Awaited.orAfter(Awaited.onThisLoop(all), COMPANIONS, () -> null, late -> {});
    }

    /** Asks for the variant that a visitor without wishes gets. */
    private Future<Landing> warm(CacheKey key) {
        FieldLines fields = station.requestFields().forOrigin(FieldLines.NONE, false);
        Optional<Variant> known = station.shelf().get(key).stream()
                .filter(variant -> !variant.isPart() && variant.response().isSelectedBy(fields))
                .findFirst();
        return station.flights()
                .join(
                        new Flights.Flight(key, "", false),
                        () -> station.fetches()
                                .ask(new Question(key, "GET", fields, known.orElse(null), "", false, hints -> {})))
                .landing()
                .onSuccess(Landing::letGo);
    }
}
