package io.heliograph.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import javax.net.ssl.SSLContext;

/**
 * The certificates that the JDK trusts. It reads them from a file with the first connection that is encrypted, and an event
 * loop would stand still for that.
 */
final class Trust {

    private static volatile boolean read;

    private Trust() {}

    /** Done once a connection to a server needs no file any more: mostly at once. */
    static Future<Void> in(Vertx vertx, URI server) {
        if (read || !server.getScheme().equalsIgnoreCase("https")) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(
                () -> {
                    SSLContext.getDefault();
                    read = true;
                    return null;
                },
                false);
    }
}
