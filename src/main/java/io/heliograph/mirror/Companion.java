package io.heliograph.mirror;

import io.heliograph.article.Host;
import java.net.URI;

/**
 * A host of ours that stands for a further server of a mirrored site: all its paths are that server's.
 *
 * @param host its own scheme and authority
 * @param beside the host of the site whose pages lead to it, and to which it leads back
 * @param server scheme and authority of the server, as the configuration has them
 */
public record Companion(Host host, Host beside, URI server) {

    /** The same at another port, where the listener has another than its hosts say. */
    public Companion atPort(int port) {
        return new Companion(host.atPort(port), beside.isLoopback() ? beside.atPort(port) : beside, server);
    }
}
