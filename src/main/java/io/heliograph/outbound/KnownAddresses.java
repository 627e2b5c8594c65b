package io.heliograph.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The addresses to which the names of servers led when they were checked; the first is the one that was reached last. */
final class KnownAddresses {

    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    /** Addresses, and when they were checked. */
    private record Checked(List<InetAddress> addresses, Instant when) {}

    /** Those of a server that were checked within a time; none if there are none. */
    List<InetAddress> of(URI server, Duration within, Instant now) {
        Checked known = checked.get(server.getRawAuthority());
        return known != null && known.when().plus(within).isAfter(now) ? known.addresses() : List.of();
    }

    /** Takes those that were checked now; begins with the one that was used before, if it is still one. */
    List<InetAddress> checked(URI server, List<InetAddress> addresses, Instant now) {
        @Nullable Checked known = checked.get(server.getRawAuthority());
        List<InetAddress> ordered =
                known != null && addresses.contains(known.addresses().get(0))
                        ? beginningWith(known.addresses().get(0), addresses)
                        : List.copyOf(addresses);
        checked.put(server.getRawAuthority(), new Checked(ordered, now));
        return ordered;
    }

    /** Leaves the one that is used for the next; returns how many there are, 1 if none is known. */
    int turn(URI server) {
        Checked turned = checked.computeIfPresent(server.getRawAuthority(), (key, known) -> {
            List<InetAddress> addresses = new ArrayList<>(known.addresses());
            Collections.rotate(addresses, -1);
            return new Checked(List.copyOf(addresses), known.when());
        });
        return turned == null ? 1 : turned.addresses().size();
    }

    /** The next request begins with an address that was reached after others could not be. */
    void reached(URI server, InetAddress address) {
        checked.computeIfPresent(
                server.getRawAuthority(),
                (key, known) -> known.addresses().contains(address)
                        ? new Checked(beginningWith(address, known.addresses()), known.when())
                        : known);
    }

    /** The name may lead elsewhere by now. */
    void forget(URI server) {
        checked.remove(server.getRawAuthority());
    }

    private static List<InetAddress> beginningWith(InetAddress first, List<InetAddress> addresses) {
        List<InetAddress> ordered = new ArrayList<>(List.of(first));
        addresses.stream().filter(address -> !address.equals(first)).forEach(ordered::add);
        return List.copyOf(ordered);
    }
}
