package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.outbound.Dialler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** All that is done to know how a site's origin is, and the way to it that heeds what is known. */
final class Lookout {

    private final OriginHealth health;
    private final Upstream upstream;
    private final List<Probe> probes;
    private final AddressChecks addresses;

    /**
     * A lookout that has not begun.
     *
     * @param own the site's own server, which the configuration may have probed
     * @param fields of questions in the gateway's own name
     */
    Lookout(
            Vertx vertx,
            String site,
            MirrorSettings settings,
            OriginSite origin,
            URI own,
            FieldLines fields,
            Dialler dialler,
            WorkerExecutor workers,
            InstantSource clock,
            MirrorListener listener) {
        Courier courier = new Courier(vertx, dialler, clock, System::nanoTime);
        Look front = new Look(vertx, HealthSettings.FRONT, fields, courier::sendApart, workers);
        Look deep = new Look(vertx, settings.health(), fields, courier::sendApart, workers);
        health = new OriginHealth(
                site,
                origin.servers(),
                dialler,
                // A page that never was good may be a mistake of the configuration.
                (server, proven) -> (proven ? deep : front).at(server),
                clock,
                listener);
        upstream = new Upstream(courier, health);
        probes = settings.health().isOn()
                ? List.of(new Probe(
                        vertx, settings.health().every(), () -> deep.at(own), finding -> health.probed(own, finding)))
                : List.of();
        addresses = new AddressChecks(vertx, settings, fields, dialler, courier, workers);
    }

    /** How the origin's servers are, as far as is known. */
    OriginHealth health() {
        return health;
    }

    /** The way of visitors' requests. */
    Upstream upstream() {
        return upstream;
    }

    void start() {
        probes.forEach(Probe::start);
        addresses.start();
    }

    void stop() {
        probes.forEach(Probe::stop);
        addresses.stop();
    }
}
