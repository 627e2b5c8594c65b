package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.outbound.AddressListener;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.ServerAddress;
import io.heliograph.outbound.Standby;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each address that the configuration gives a server from time to time, whether it is in use or not: one that is not
 * well is asked by visitors after the others, and first again in its turn once it is. Finds that say more than that nobody
 * is there count only for servers of which one address was good: a wrong path must not take all away.
 */
final class AddressChecks {

    private static final Logger LOG = LoggerFactory.getLogger(AddressChecks.class);

    /** In a row, of those that a server made itself. */
    private static final int MOST_BAD = 2;

    private final Dialler dialler;
    private final Set<URI> proven = ConcurrentHashMap.newKeySet();
    private final Map<Checked, Integer> bad = new ConcurrentHashMap<>();
    private final List<Probe> probes = new ArrayList<>();

    /** An address of a server. */
    private record Checked(URI server, ServerAddress address) {}

    /**
     * Checks that have not begun.
     *
     * @param fields of their requests
     */
    AddressChecks(
            Vertx vertx,
            MirrorSettings settings,
            FieldLines fields,
            Dialler dialler,
            Courier courier,
            WorkerExecutor workers) {
        this.dialler = dialler;
        addresses(settings).forEach((server, addresses) -> {
            boolean probed =
                    server.equals(settings.origin()) && settings.health().isOn();
            HealthSettings health = probed ? settings.health() : HealthSettings.FRONT;
            for (ServerAddress address : addresses) {
                Checked checked = new Checked(server, address);
                Look look = new Look(
                        vertx,
                        health,
                        fields,
                        (outgoing, patience) -> courier.sendTo(address, outgoing, patience),
                        workers);
                probes.add(
                        new Probe(vertx, health.every(), () -> look.at(server), finding -> isGood(checked, finding)));
            }
        });
    }

    /** The addresses that the configuration gives servers of a site, by these servers. */
    static Map<URI, List<ServerAddress>> addresses(MirrorSettings settings) {
        Map<URI, List<ServerAddress>> addresses = new LinkedHashMap<>();
        addresses.put(settings.origin(), settings.site().addresses());
        settings.also().forEach(server -> addresses.put(server.url(), server.addresses()));
        addresses.values().removeIf(List::isEmpty);
        return addresses;
    }

    /** Tells how addresses are, in the log and to a listener. */
    static AddressListener teller(String site, MirrorListener listener) {
        return (server, address, before, state) -> {
            listener.address(site, server.getRawAuthority(), address.toString(), before, state);
            if (!before.isEmpty()) {
                (state.equals(Standby.UP) ? LOG.atInfo() : LOG.atWarn())
                        .addKeyValue("site", site)
                        .addKeyValue("origin", server)
                        .addKeyValue("address", address)
                        .addKeyValue("was", before)
                        .addKeyValue("is", state)
                        .log(
                                state.equals(Standby.UP)
                                        ? "An address of a mirrored origin is well again"
                                        : "An address of a mirrored origin is not well; it is asked after the others");
            }
        };
    }

    void start() {
        probes.forEach(Probe::start);
    }

    void stop() {
        probes.forEach(Probe::stop);
    }

    private boolean isGood(Checked checked, Look.Finding finding) {
        if (finding == Look.Finding.GOOD) {
            bad.remove(checked);
            proven.add(checked.server());
            dialler.mend(checked.server(), checked.address());
            return true;
        }
        if (finding == Look.Finding.BUSY) {
            return false;
        }
        boolean counts = proven.contains(checked.server()) && bad.merge(checked, 1, Integer::sum) >= MOST_BAD;
        // Where nobody is, the dialler has left.
        if (counts && finding != Look.Finding.UNREACHABLE) {
            dialler.leave(checked.server(), checked.address(), finding.name().toLowerCase(Locale.ROOT));
        }
        return false;
    }
}
