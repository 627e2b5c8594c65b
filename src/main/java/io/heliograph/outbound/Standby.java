package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The addresses that the configuration gives a server, whatever its name leads to: asked in their order, those that are not
 * well after all others. Each is checked as a server of its own would be: a literal may be private, a name only where that
 * is allowed. Nobody who can ask one of them waits until another's name is found.
 */
public final class Standby {

    /** The state of an address that is as it should be. */
    public static final String UP = "up";

    /** The state of one to which no connection can be made. */
    static final String UNREACHABLE = "unreachable";

    /** For so many times as long as places are remembered they are used while they are looked up again. */
    private static final int MOST_AGES = 10;

    private final URI server;
    private final List<ServerAddress> order;
    private final AddressListener listener;
    private final Map<ServerAddress, String> unwell = Collections.synchronizedMap(new HashMap<>());
    private final Map<ServerAddress, Found> found = new ConcurrentHashMap<>();
    private final Set<ServerAddress> asking = ConcurrentHashMap.newKeySet();

    /** The places of an address, none if it leads nowhere, and when they were checked. */
    private record Found(List<Place> places, Instant when) {}

    /** Finds and checks the places of an address. */
    @FunctionalInterface
    interface Finder {
        Future<List<InetAddress>> find(URI address);
    }

    /**
     * How addresses are looked up.
     *
     * @param remembered for how long what was found is used without asking again
     * @param grace is over when the first addresses have had their time: where others are known, nobody waits longer
     */
    record Lookup(Finder finder, InstantSource clock, Duration remembered, Supplier<Future<?>> grace) {}

    Standby(URI server, List<ServerAddress> order, AddressListener listener) {
        this.server = server;
        this.order = List.copyOf(order);
        this.listener = listener;
        order.forEach(address -> listener.changed(server, address, "", UP));
    }

    /** Where to connect to, the best first; not all, where some are still being looked up. */
    Future<List<Place>> places(Lookup lookup) {
        List<ServerAddress> order = ordered();
        List<Place> known = known(order, lookup, MOST_AGES);
        if (known.isEmpty()) {
            return first(order, lookup);
        }
        for (ServerAddress address : order) {
            if (!isFresh(address, lookup, 1) && !asking.contains(address)) {
                look(address, lookup);
            }
        }
        return Future.succeededFuture(known);
    }

    /** Where to connect to when all those that were known cannot be reached; none if there are no others. */
    Future<List<Place>> others(List<Place> tried, Lookup lookup) {
        List<Future<List<Place>>> asked =
                ordered().stream().map(address -> placesOf(address, lookup)).toList();
        return Future.join(asked)
                .transform(all -> Future.succeededFuture(asked.stream()
                        .filter(Future::succeeded)
                        .flatMap(one -> one.result().stream())
                        .filter(place -> !tried.contains(place))
                        .toList()));
    }

    /** The places of one address alone. */
    Future<List<Place>> placesOf(ServerAddress address, Lookup lookup) {
        Found known = found.get(address);
        return known != null && isFresh(address, lookup, 1)
                ? Future.succeededFuture(known.places())
                : look(address, lookup);
    }

    /** Where nothing is known: the best of what is found first. */
    private Future<List<Place>> first(List<ServerAddress> order, Lookup lookup) {
        List<Future<List<Place>>> asked =
                order.stream().map(address -> look(address, lookup)).toList();
        Promise<List<Place>> places = Promise.promise();
        for (Future<List<Place>> one : asked) {
            one.onComplete(result -> {
                if (isDecided(asked)) {
                    settle(places, asked);
                } else if (result.succeeded()) {
                    lookup.grace().get().onComplete(over -> settle(places, asked));
                }
            });
        }
        return places.future();
    }

    /** Whether nothing better than what is here can come. */
    private static boolean isDecided(List<Future<List<Place>>> asked) {
        for (Future<List<Place>> one : asked) {
            if (!one.isComplete() || one.succeeded()) {
                return one.isComplete();
            }
        }
        return true;
    }

    private static void settle(Promise<List<Place>> places, List<Future<List<Place>>> asked) {
        List<Place> here = new ArrayList<>();
        asked.stream().filter(Future::succeeded).forEach(one -> here.addAll(one.result()));
        if (here.isEmpty()) {
            places.tryFail(asked.get(0).cause());
        } else {
            places.tryComplete(here);
        }
    }

    private Future<List<Place>> look(ServerAddress address, Lookup lookup) {
        int port = address.port() == 0 ? HopRules.port(server) : address.port();
        asking.add(address);
        return lookup.finder()
                .find(URI.create(server.getScheme() + "://" + address.host() + ":" + port))
                .map(all ->
                        all.stream().map(one -> new Place(one, port, address)).toList())
                .onComplete(result -> {
                    found.put(
                            address,
                            new Found(
                                    result.succeeded() ? result.result() : List.of(),
                                    lookup.clock().instant()));
                    asking.remove(address);
                })
                .onFailure(e -> leave(
                        address,
                        e instanceof FetchFailure failure && failure.reason() == Reason.FORBIDDEN
                                ? "forbidden"
                                : UNREACHABLE));
    }

    private List<Place> known(List<ServerAddress> order, Lookup lookup, int ages) {
        List<Place> places = new ArrayList<>();
        for (ServerAddress address : order) {
            Found known = found.get(address);
            if (known != null && isFresh(address, lookup, ages)) {
                places.addAll(known.places());
            }
        }
        return places;
    }

    private boolean isFresh(ServerAddress address, Lookup lookup, int ages) {
        Found known = found.get(address);
        return known != null
                && known.when()
                        .plus(lookup.remembered().multipliedBy(ages))
                        .isAfter(lookup.clock().instant());
    }

    /** All addresses, those that are not well last. */
    private List<ServerAddress> ordered() {
        List<ServerAddress> ordered = new ArrayList<>(order.size());
        List<ServerAddress> last = new ArrayList<>();
        for (ServerAddress address : order) {
            (unwell.containsKey(address) ? last : ordered).add(address);
        }
        ordered.addAll(last);
        return ordered;
    }

    /** A connection was made: what could not be reached can. */
    void reached(ServerAddress address) {
        if (unwell.remove(address, UNREACHABLE)) {
            listener.changed(server, address, UNREACHABLE, UP);
        }
    }

    /** An address is asked after all others from now on. */
    void leave(ServerAddress address, String reason) {
        String before = unwell.put(address, reason);
        if (!reason.equals(before)) {
            listener.changed(server, address, before == null ? UP : before, reason);
        }
    }

    /** Leaves the address that is asked first, unless all have been left; returns how many there are. */
    int turn(String reason) {
        order.stream()
                .filter(address -> !unwell.containsKey(address))
                .findFirst()
                .ifPresent(address -> leave(address, reason));
        return order.size();
    }

    /** An address is as it should be. */
    void mend(ServerAddress address) {
        String before = unwell.remove(address);
        if (before != null) {
            listener.changed(server, address, before, UP);
        }
    }
}
