package io.heliograph.server;

import java.net.InetAddress;

/**
 * Whom a request comes from, as far as an allowance goes: an IPv4 address or the first 64 bits of an IPv6 one, in a long.
 * Networks that nobody on the internet has (RFC 6890) are {@link #NEIGHBOUR}: those are machines of the operator's, and a
 * proxy among them speaks for all visitors at once.
 */
final class ClientNetwork {

    /** Somebody near, or unknown: not limited. */
    static final long NEIGHBOUR = 0;

    private ClientNetwork() {}

    static long of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64) {
            return NEIGHBOUR;
        }
        long network = 0;
        for (int i = 0; i < Math.min(bytes.length, 8); i++) {
            network = network << 8 | bytes[i] & 0xff;
        }
        return network;
    }
}
