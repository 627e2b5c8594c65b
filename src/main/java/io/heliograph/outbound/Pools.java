package io.heliograph.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import java.time.Duration;

/**
 * The connections of a dialler, by what they are for.
 *
 * @param fresh for requests that must not meet a connection which was idle; each has one of its own
 * @param upgrades for connections that will speak another protocol
 * @param endless for answers that never end: whoever listens to one must not take a connection that pages need
 */
record Pools(HttpClient usual, HttpClient fresh, HttpClient upgrades, HttpClient endless) {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A socket on which nothing at all comes and goes for so long is of no use to anybody. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final int MOST_SOCKETS = 4_000;
    private static final int MOST_ENDLESS = 1_000;
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    /** Pools of which those for usual and fresh connections are as large as {@code size} says. */
    static Pools of(Vertx vertx, PoolOptions size) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setKeepAliveTimeout(15)
                .setMaxRedirects(0)
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        HttpClientOptions once = new HttpClientOptions(options).setKeepAlive(false);
        return new Pools(
                client(vertx, options, size),
                client(vertx, once, size),
                client(
                        vertx,
                        new HttpClientOptions(options).setIdleTimeout((int) IDLE.toSeconds()),
                        new PoolOptions().setHttp1MaxSize(MOST_SOCKETS).setMaxWaitQueueSize(0)),
                client(
                        vertx,
                        once,
                        new PoolOptions().setHttp1MaxSize(MOST_ENDLESS).setMaxWaitQueueSize(0)));
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options, PoolOptions size) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(size)
                .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
                .build();
    }
}
