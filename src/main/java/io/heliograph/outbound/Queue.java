package io.heliograph.outbound;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Those who wait for their exchange with an address to begin, because as many are under way as may be. That one waits too
 * long says nothing about the address.
 *
 * @param exchanges at once, with each address
 * @param waiting most who wait for each
 * @param patience of those who wait
 */
record Queue(int exchanges, int waiting, Duration patience) {

    static final Queue USUAL = new Queue(64, 2_000, Duration.ofSeconds(30));

    PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(exchanges).setMaxWaitQueueSize(waiting);
    }

    /** Whether it is because of others that an exchange did not begin. */
    static boolean isOver(Throwable e) {
        return e instanceof TimeoutException || e instanceof ConnectionPoolTooBusyException;
    }

    static FetchFailure failure(URI server, Throwable e) {
        return new FetchFailure(
                FetchFailure.Reason.BUSY, "as many ask " + server.getHost() + ", and wait to, as may", e);
    }
}
