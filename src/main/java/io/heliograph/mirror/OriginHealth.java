package io.heliograph.mirror;

import io.heliograph.outbound.Dialler;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the servers of a mirrored site are, by what came of visitors' requests and of probes; and so which may be asked.
 *
 * <p>What visitors ask for may be one page that fails, so before it counts the server is looked at itself. One that is not
 * well is first asked at its next address. Only when all have failed is it away, and then a
 * {@link Breaker} lets one request through from time to time. A server that probes found unwell is away until a probe finds
 * it well again; but probes that never were good count for nothing, for a wrong path must not take a site away.
 */
final class OriginHealth {

    private static final Logger LOG = LoggerFactory.getLogger(OriginHealth.class);

    /** Requests in a row without any answer. */
    private static final int MOST_SILENCES = 5;

    /** Answers in a row, of whatever page, that say that the server cannot answer. */
    private static final int MOST_ERRORS = 10;

    /** Probes in a row. */
    private static final int MOST_BAD_PROBES = 2;

    private static final String UP = "up";

    private final String site;
    private final Dialler dialler;
    private final SecondLook secondLook;
    private final Breaker breaker;
    private final MirrorListener listener;
    private final Map<String, Server> servers = new ConcurrentHashMap<>();

    /** Looks at a server itself, when what visitors ask for fails again and again. */
    @FunctionalInterface
    interface SecondLook {
        /**
         * What is found; never fails.
         *
         * @param proven whether a probe of the server was good since the start
         */
        Future<Look.Finding> at(URI server, boolean proven);
    }

    /** What is known of one server. */
    private static final class Server {
        private final URI url;
        private String state = UP;
        private int silences;
        private int errors;
        private int badProbes;
        private int turns;
        /** Whether it is being looked at, because visitors' requests failed. */
        private boolean looking;
        /** Whether nothing was good since that look began. */
        private boolean suspected;

        private boolean proven;
        private boolean doubted;
        /** Whether only a probe can say that it is well. */
        private boolean held;

        Server(URI url) {
            this.url = url;
        }
    }

    /** Servers that are believed to be well. */
    OriginHealth(
            String site,
            Collection<URI> urls,
            Dialler dialler,
            SecondLook secondLook,
            InstantSource clock,
            MirrorListener listener) {
        this.site = site;
        this.dialler = dialler;
        this.secondLook = secondLook;
        this.breaker = new Breaker(clock);
        this.listener = listener;
        urls.forEach(this::server);
    }

    /** Whether a server may be asked. */
    boolean allows(URI url) {
        Server server = server(url);
        synchronized (server) {
            if (server.held) {
                return false;
            }
        }
        return breaker.allows(url);
    }

    /** A visitor's request was answered. */
    void answered(URI url, int status) {
        Server server = server(url);
        synchronized (server) {
            server.silences = 0;
            if (!HealthSettings.ERRORS.contains(status)) {
                well(server, server.held);
            } else if (++server.errors >= MOST_ERRORS || !server.state.equals(UP)) {
                suspect(server, "errors");
            }
        }
    }

    /** A visitor's request was not answered. */
    void failed(URI url, OriginFailure.Kind kind) {
        if (kind == OriginFailure.Kind.VISITOR || kind == OriginFailure.Kind.BUSY) {
            return;
        }
        Server server = server(url);
        String reason = kind.name().toLowerCase(Locale.ROOT);
        synchronized (server) {
            if (kind == OriginFailure.Kind.UNREACHABLE) {
                // All its addresses have been tried.
                breaker.missed(url);
                become(server, reason);
            } else if (++server.silences >= MOST_SILENCES || !server.state.equals(UP)) {
                suspect(server, reason);
            }
        }
    }

    /**
     * A probe found something.
     *
     * @return whether the server is as it should be, as far as probes know
     */
    boolean probed(URI url, Look.Finding finding) {
        listener.probed(site, finding.name().toLowerCase(Locale.ROOT));
        Server server = server(url);
        synchronized (server) {
            if (finding == Look.Finding.GOOD) {
                server.badProbes = 0;
                server.proven = true;
                well(server, false);
                return true;
            }
            if (finding == Look.Finding.BUSY) {
                return false;
            }
            int addresses = dialler.turn(url, finding.name().toLowerCase(Locale.ROOT));
            server.badProbes++;
            if (!server.proven) {
                doubt(server, finding);
            } else if (server.badProbes >= Math.max(MOST_BAD_PROBES, addresses)) {
                server.held = true;
                become(server, finding.name().toLowerCase(Locale.ROOT));
            }
            return false;
        }
    }

    private Server server(URI url) {
        return servers.computeIfAbsent(url.getRawAuthority(), authority -> {
            listener.health(site, authority, "", UP);
            return new Server(url);
        });
    }

    private void well(Server server, boolean held) {
        server.errors = 0;
        server.silences = 0;
        server.turns = 0;
        server.suspected = false;
        server.held = held;
        breaker.reached(server.url);
        if (!held) {
            become(server, UP);
        }
    }

    /**
     * What fails may be one page that one visitor asks for again and again: before that takes the server from all others, it
     * is looked at itself, by one at a time.
     */
    private void suspect(Server server, String reason) {
        server.errors = 0;
        server.silences = 0;
        if (server.looking) {
            return;
        }
        server.looking = true;
        server.suspected = true;
        secondLook.at(server.url, server.proven).onComplete(found -> {
            listener.looked(site, found.result().name().toLowerCase(Locale.ROOT));
            synchronized (server) {
                server.looking = false;
                looked(server, reason, found.result());
            }
        });
    }

    private void looked(Server server, String reason, Look.Finding finding) {
        server.errors = 0;
        server.silences = 0;
        if (server.held) {
            return;
        }
        if (finding == Look.Finding.GOOD) {
            well(server, false);
        } else if (finding != Look.Finding.BUSY && server.suspected) {
            suffers(server, reason);
        }
    }

    /** The address that was asked is left for the next; if there is none that was not asked, the server is away. */
    private void suffers(Server server, String reason) {
        if (++server.turns >= dialler.turn(server.url, reason)) {
            breaker.missed(server.url);
            become(server, reason);
        }
    }

    /** Tells it once. */
    private void become(Server server, String state) {
        String before = server.state;
        if (before.equals(state)) {
            return;
        }
        server.state = state;
        listener.health(site, server.url.getRawAuthority(), before, state);
        if (state.equals(UP)) {
            LOG.atInfo()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", server.url)
                    .addKeyValue("was", before)
                    .log("A mirrored origin is back");
        } else {
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", server.url)
                    .addKeyValue("reason", state)
                    .log("A mirrored origin is away; what is stored of it is served");
        }
    }

    private void doubt(Server server, Look.Finding finding) {
        if (!server.doubted) {
            server.doubted = true;
            LOG.atWarn()
                    .addKeyValue("site", site)
                    .addKeyValue("origin", server.url)
                    .addKeyValue("found", finding.name().toLowerCase(Locale.ROOT))
                    .log(
                            "No probe of the origin was good yet, so none counts: are mirror.health's path and words right?");
        }
    }
}
