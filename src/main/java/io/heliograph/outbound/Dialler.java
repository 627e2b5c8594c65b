package io.heliograph.outbound;

import io.heliograph.http.FieldLines;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Opens requests to servers that the configuration names, guarded as a {@link Fetcher} is: the name is resolved, every
 * address of it checked, and the connection goes to an address that was checked. Redirects are not followed. Where a
 * server has several addresses, the next is tried when one cannot be reached.
 */
public final class Dialler {

    /** From the request for another protocol to its answer. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(15);

    /** For how long addresses that were checked are used without asking again. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** For how long the first of several addresses may be looked up before another is asked (RFC 8305, section 3). */
    private static final long GRACE_MILLIS = 50;

    private final Vertx vertx;
    private final HopRules rules;
    private final Resolver resolver;
    private final InstantSource clock;
    private final Queue queue;
    private final Pools pools;
    private final KnownAddresses known = new KnownAddresses();
    /** By scheme and authority: http and https of one name may have different addresses. */
    private final Map<URI, Standby> standbys = new ConcurrentHashMap<>();

    /** A dialler for one gateway. */
    public Dialler(Vertx vertx, FetchSettings settings, Resolver resolver, InstantSource clock) {
        this(vertx, settings, resolver, clock, Queue.USUAL);
    }

    Dialler(Vertx vertx, FetchSettings settings, Resolver resolver, InstantSource clock, Queue queue) {
        this.vertx = vertx;
        this.rules = new HopRules(settings);
        this.resolver = resolver;
        this.clock = clock;
        this.queue = queue;
        this.pools = Pools.open(vertx, queue);
    }

    /** The same connections, for a site of its own. */
    private Dialler(Dialler other) {
        this.vertx = other.vertx;
        this.rules = other.rules;
        this.resolver = other.resolver;
        this.clock = other.clock;
        this.queue = other.queue;
        this.pools = other.pools;
    }

    /**
     * A dialler for one site, some of whose servers have addresses in the configuration.
     *
     * @param addresses by scheme and authority of the server; a server without any has those of its name
     */
    public Dialler at(Map<URI, List<ServerAddress>> addresses, AddressListener listener) {
        Dialler own = new Dialler(this);
        addresses.forEach((server, places) -> {
            if (!places.isEmpty()) {
                own.standbys.put(server, new Standby(server, places, listener));
            }
        });
        return own;
    }

    /**
     * Opens a request; fails with a {@link FetchFailure}.
     *
     * @param server scheme and authority, as the configuration has them
     * @param target path and query
     */
    public Future<HttpClientRequest> open(URI server, HttpMethod method, String target) {
        return open(server, address -> {
            RequestOptions options = options(new RequestOptions().setMethod(method), server, address, target);
            return pools.usual()
                    .request(options)
                    // One that was idle ended before anything was sent on it.
                    .recover(e -> NoConnection.isEnd(e) ? pools.fresh().request(options) : Future.failedFuture(e));
        });
    }

    /** The same, on a connection that has carried nothing before, and carries nothing after it. */
    public Future<HttpClientRequest> openFresh(URI server, HttpMethod method, String target) {
        return open(
                server,
                address -> pools.fresh()
                        .request(options(new RequestOptions().setMethod(method), server, address, target)));
    }

    /** The same for an answer that goes on as long as somebody listens; those are not counted among the others. */
    public Future<HttpClientRequest> openEndless(URI server, HttpMethod method, String target) {
        return open(
                server,
                address -> pools.endless()
                        .request(options(new RequestOptions().setMethod(method), server, address, target)));
    }

    private Future<HttpClientRequest> open(URI server, Function<SocketAddress, Future<HttpClientRequest>> opening) {
        return places(server).compose(places -> dialAll(server, places, opening));
    }

    /** Tries the addresses of a server that are known and, if nobody is there, those that are still being looked up. */
    private <T> Future<T> dialAll(URI server, List<Place> places, Function<SocketAddress, Future<T>> opening) {
        Standby standby = standbys.get(server);
        Future<T> dialled = dial(server, places, 0, opening);
        return standby == null
                ? dialled
                : dialled.recover(e -> NoConnection.isAbsence(e)
                        ? standby.others(places, lookup())
                                .compose(others ->
                                        others.isEmpty() ? Future.failedFuture(e) : dial(server, others, 0, opening))
                        : Future.failedFuture(e));
    }

    /** The same at one of the addresses that the configuration gives the server. */
    public Future<HttpClientRequest> openFresh(URI server, ServerAddress address, HttpMethod method, String target) {
        Standby standby = standbys.get(server);
        Future<List<Place>> known =
                standby == null ? Future.succeededFuture(List.of()) : standby.placesOf(address, lookup());
        return Trust.in(vertx, server).compose(trusting -> known).compose(places -> {
            if (places.isEmpty()) {
                return Future.failedFuture(new FetchFailure(Reason.DNS, address + " is no address to ask"));
            }
            return dial(
                    server,
                    places,
                    0,
                    place -> pools.fresh()
                            .request(options(new RequestOptions().setMethod(method), server, place, target)));
        });
    }

    /** An address that the configuration gives a server is asked after all others. */
    public void leave(URI server, ServerAddress address, String reason) {
        Standby standby = standbys.get(server);
        if (standby != null) {
            standby.leave(address, reason);
        }
    }

    /** An address that the configuration gives a server is as it should be. */
    public void mend(URI server, ServerAddress address) {
        Standby standby = standbys.get(server);
        if (standby != null) {
            standby.mend(address);
        }
    }

    /**
     * Asks for another protocol on a connection of its own; fails with a {@link FetchFailure}. Where the answer is a 101, its
     * socket speaks that protocol.
     *
     * @param server scheme and authority, as the configuration has them
     * @param target path and query
     * @param fields of the request, {@code Upgrade} among them
     */
    public Future<HttpClientResponse> upgrade(URI server, String target, FieldLines fields) {
        return places(server)
                .compose(places -> dialAll(
                        server,
                        places,
                        address -> pools.upgrades()
                                .request(options(
                                        new RequestOptions().setMethod(HttpMethod.GET), server, address, target))))
                .compose(request -> {
                    fields.forEach(line -> request.headers().add(line.name(), line.value()));
                    request.idleTimeout(HANDSHAKE.toMillis());
                    // That the connection is none of HTTP any more is no fault.
                    request.exceptionHandler(e -> {});
                    return request.connect().recover(e -> Future.failedFuture(Fetcher.translate(server, e)));
                });
    }

    private Future<List<Place>> places(URI server) {
        return Trust.in(vertx, server).compose(trusting -> {
            Standby standby = standbys.get(server);
            return standby == null
                    ? addresses(server)
                            .map(addresses -> addresses.stream()
                                    .map(address -> new Place(address, HopRules.port(server), null))
                                    .toList())
                    : standby.places(lookup());
        });
    }

    private Standby.Lookup lookup() {
        return new Standby.Lookup(
                this::find, clock, REMEMBERED, () -> vertx.timer(GRACE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private Future<List<InetAddress>> addresses(URI server) {
        List<InetAddress> fresh = known.of(server, REMEMBERED, clock.instant());
        return fresh.isEmpty()
                ? find(server).map(addresses -> known.checked(server, addresses, clock.instant()))
                : Future.succeededFuture(fresh);
    }

    /** Every address of a server that the configuration names, checked. */
    private Future<List<InetAddress>> find(URI server) {
        FetchRequest asked = new FetchRequest(server, "", "", "", "", 0);
        try {
            rules.checkForm(asked, server);
        } catch (FetchFailure e) {
            return Future.failedFuture(e);
        }
        return resolver.resolve(HopRules.bare(server.getHost()))
                .recover(e -> Future.failedFuture(new FetchFailure(
                        Reason.DNS, "the name " + server.getHost() + " has no address: is it spelled right?", e)))
                .compose(addresses -> {
                    try {
                        rules.checkAddresses(asked, server, addresses);
                    } catch (FetchFailure e) {
                        return Future.failedFuture(e);
                    }
                    return Future.succeededFuture(addresses);
                });
    }

    /**
     * Leaves the address of a server that is used for the next one, because it can be reached but is not well.
     *
     * @param reason one of a small fixed set
     * @return how many addresses there are; 1 if nothing is known of any
     */
    public int turn(URI server, String reason) {
        Standby standby = standbys.get(server);
        return standby == null ? known.turn(server) : standby.turn(reason);
    }

    /** An address was reached; the next request begins with it if others could not be. */
    private void reached(URI server, Place place, boolean first) {
        Standby standby = standbys.get(server);
        if (standby != null && place.as() != null) {
            standby.reached(place.as());
        } else if (!first) {
            known.reached(server, place.address());
        }
    }

    /** Tries the addresses of a server one after the other. */
    private <T> Future<T> dial(URI server, List<Place> places, int at, Function<SocketAddress, Future<T>> opening) {
        Place place = places.get(at);
        Future<T> dialled = opening.apply(place.socket());
        if (at > 0 || place.as() != null) {
            dialled = dialled.onSuccess(open -> reached(server, place, at == 0));
        }
        return dialled.recover(e -> {
            if (NoConnection.isUnreachable(e) && place.as() != null) {
                leave(server, place.as(), Standby.UNREACHABLE);
            }
            if (at + 1 < places.size() && NoConnection.isUnreachable(e)) {
                return dial(server, places, at + 1, opening);
            }
            if (Queue.isOver(e)) {
                return Future.failedFuture(Queue.failure(server, e));
            }
            known.forget(server);
            return Future.failedFuture(Fetcher.translate(server, e));
        });
    }

    private RequestOptions options(RequestOptions options, URI server, SocketAddress address, String target) {
        return options.setServer(address)
                .setHost(server.getHost())
                .setPort(HopRules.port(server))
                .setSsl(server.getScheme().equalsIgnoreCase("https"))
                .setURI(target)
                // Until there is one, free or new; how long a new one may take is bounded above.
                .setConnectTimeout(queue.patience().toMillis());
    }
}
