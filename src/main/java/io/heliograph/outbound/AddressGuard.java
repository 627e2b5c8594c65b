package io.heliograph.outbound;

import io.heliograph.http.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those that lead into somebody's own network: the special-purpose registries of RFC 6890
 * as networks, because the predicates of {@link InetAddress} know only a few of them.
 */
public final class AddressGuard {

    private static final List<Network> NOT_PUBLIC_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Where machines of a large cloud ask what is theirs alone; it is registered like any other.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** What is global unicast; and what of it is not public after all: Teredo, benchmarks, ORCHID, documentation, 6to4. */
    private static final Network GLOBAL_6 = Network.parse("2000::/3");

    private static final List<Network> NOT_PUBLIC_6 = networks(
            "2001::/32", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** The well-known prefix under which IPv4 addresses are embedded (RFC 6052). */
    private static final Network NAT_64 = Network.parse("64:ff9b::/96");

    private AddressGuard() {}

    /** Whether an address may be somebody's public server. */
    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(network -> network.contains(address));
        }
        if (NAT_64.contains(address)) {
            return isPublic(embedded(address));
        }
        return GLOBAL_6.contains(address) && NOT_PUBLIC_6.stream().noneMatch(network -> network.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] all = address.getAddress();
        try {
            return InetAddress.getByAddress(new byte[] {all[12], all[13], all[14], all[15]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static List<Network> networks(String... all) {
        return Stream.of(all).map(Network::parse).toList();
    }
}
