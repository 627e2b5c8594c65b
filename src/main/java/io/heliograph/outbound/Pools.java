package io.heliograph.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import java.time.Duration;

/**
 * The connections of a gateway to servers.
 *
 * @param usual are kept for the next request
 * @param fresh are for requests that must not meet one which was idle; each has one of its own
 * @param endless are for answers that never end: whoever listens to one must not take a connection that pages need
 * @param upgrades will speak another protocol
 */
record Pools(HttpClient usual, HttpClient fresh, HttpClient endless, HttpClient upgrades) {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A socket on which nothing at all comes and goes for so long is of no use to anybody. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final int MOST_SOCKETS = 4_000;
    private static final int MOST_ENDLESS = 1_000;
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    /**
     * Pools without a connection.
     *
     * @param queue for each address
     */
    static Pools open(Vertx vertx, Queue queue) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setKeepAliveTimeout(15)
                .setMaxRedirects(0)
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        PoolOptions pool = queue.pool();
        return new Pools(
                open(vertx, options, pool),
                open(vertx, new HttpClientOptions(options).setKeepAlive(false), pool),
                open(
                        vertx,
                        new HttpClientOptions(options).setKeepAlive(false),
                        new PoolOptions().setHttp1MaxSize(MOST_ENDLESS).setMaxWaitQueueSize(0)),
                open(
                        vertx,
                        new HttpClientOptions(options).setIdleTimeout((int) IDLE.toSeconds()),
                        new PoolOptions().setHttp1MaxSize(MOST_SOCKETS).setMaxWaitQueueSize(0)));
    }

    private static HttpClient open(Vertx vertx, HttpClientOptions options, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
                .build();
    }
}
