package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
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

/**
 * The addresses that the configuration gives a server, whatever its name leads to: asked in their order, those that are not
 * well after all others. Each is checked as a server of its own would be: a literal may be private, a name only where that
 * is allowed.
 */
public final class Standby {

    /** The state of an address that is as it should be. */
    public static final String UP = "up";

    /** The state of one to which no connection can be made. */
    static final String UNREACHABLE = "unreachable";

    private final URI server;
    private final List<ServerAddress> order;
    private final AddressListener listener;
    private final Map<ServerAddress, String> unwell = Collections.synchronizedMap(new HashMap<>());
    private volatile Found found = new Found(List.of(), Instant.MIN);

    /** Places, and when they were checked. */
    private record Found(List<Place> places, Instant when) {}

    /** Finds and checks the places of an address. */
    @FunctionalInterface
    interface Finder {
        Future<List<InetAddress>> find(URI address);
    }

    Standby(URI server, List<ServerAddress> order, AddressListener listener) {
        this.server = server;
        this.order = List.copyOf(order);
        this.listener = listener;
        order.forEach(address -> listener.changed(server, address, "", UP));
    }

    /** Where to connect to, the best first. */
    Future<List<Place>> places(Finder finder, InstantSource clock, Duration remembered) {
        Found known = found;
        if (!known.places().isEmpty() && known.when().plus(remembered).isAfter(clock.instant())) {
            return Future.succeededFuture(ordered(known.places()));
        }
        List<Future<List<Place>>> asked =
                order.stream().map(address -> places(finder, address)).toList();
        return Future.join(asked).transform(all -> {
            List<Place> places = new ArrayList<>();
            asked.stream().filter(Future::succeeded).forEach(one -> places.addAll(one.result()));
            if (places.isEmpty()) {
                return Future.failedFuture(all.cause());
            }
            found = new Found(List.copyOf(places), clock.instant());
            return Future.succeededFuture(ordered(places));
        });
    }

    private Future<List<Place>> places(Finder finder, ServerAddress address) {
        int port = address.port() == 0 ? HopRules.port(server) : address.port();
        return finder.find(URI.create(server.getScheme() + "://" + address.host() + ":" + port))
                .map(found ->
                        found.stream().map(one -> new Place(one, port, address)).toList())
                .onFailure(e -> leave(
                        address,
                        e instanceof FetchFailure failure && failure.reason() == Reason.FORBIDDEN
                                ? "forbidden"
                                : UNREACHABLE));
    }

    /** The places of one address alone. */
    static List<Place> only(List<Place> places, ServerAddress address) {
        return places.stream().filter(place -> address.equals(place.as())).toList();
    }

    private List<Place> ordered(List<Place> places) {
        List<Place> ordered = new ArrayList<>(places.size());
        List<Place> last = new ArrayList<>();
        for (Place place : places) {
            (unwell.containsKey(place.as()) ? last : ordered).add(place);
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
