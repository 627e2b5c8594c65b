package io.heliograph.outbound;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that was checked, and may be connected to.
 *
 * @param as what the configuration calls it; nothing if a server's own name led to it
 */
record Place(InetAddress address, int port, @Nullable ServerAddress as) {

    SocketAddress socket() {
        return SocketAddress.inetSocketAddress(port, Fetcher.literal(address));
    }
}
