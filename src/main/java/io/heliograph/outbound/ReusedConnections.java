package io.heliograph.outbound;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The connections that have carried a request before. One of them may be ended by the other side at the moment when it is
 * used again; then a request that may be made twice is made once more, on a connection that is new (RFC 9110, section 9.2.2,
 * and RFC 9112, section 9.3.1).
 */
public final class ReusedConnections {

    /** What asks for something and changes nothing. */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<HttpConnection> used =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Notes that a connection carries a request; returns whether it has carried one before. */
    public boolean carries(HttpConnection connection) {
        return !used.add(connection);
    }

    /** Whether a request that has no body may be made twice. */
    public static boolean isRepeatable(String method) {
        return REPEATABLE.contains(method);
    }

    /** Whether a connection ended, in order or with a reset. */
    public static boolean isEnd(Throwable e) {
        return e instanceof HttpClosedException || e instanceof IOException;
    }
}
