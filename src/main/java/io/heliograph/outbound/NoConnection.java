package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** What it means that no connection was had, by how Vert.x and the JDK say so. */
final class NoConnection {

    private NoConnection() {}

    /** One that was idle ended just then. */
    static boolean isEnd(Throwable e) {
        return e instanceof ClosedChannelException
                || e instanceof VertxException && !(e instanceof ConnectionPoolTooBusyException);
    }

    /** Nobody is at this address, or not who should be. */
    static boolean isUnreachable(Throwable e) {
        return e instanceof ConnectException || e instanceof SSLException;
    }

    /** The same of all addresses that were tried. */
    static boolean isAbsence(Throwable e) {
        return e instanceof FetchFailure failure
                && (failure.reason() == Reason.CONNECT || failure.reason() == Reason.TLS);
    }
}
