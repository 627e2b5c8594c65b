package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Fetches documents of the world, guarded.
 *
 * <p>Each hop is checked before it is taken: the name is resolved once, every address of it must be public, and the
 * connection goes to the address that was checked, so that no second answer of a name server can change it. An address
 * or name that the configuration itself gives may be private if it is a literal, {@code localhost} or allowed, for that
 * hop alone. The body is counted as it streams, and again as its content coding is undone.
 */
public final class Fetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final int CONNECTIONS_PER_HOST = 2;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Vertx vertx;
    private final HopRules rules;
    private final Resolver resolver;
    private final HttpClient client;
    /** For what is asked once more: each request has a connection of its own. */
    private final HttpClient fresh;

    private final ReusedConnections connections = new ReusedConnections();
    private final String product;
    private final Patience patience;

    /**
     * How long a fetch may take.
     *
     * @param connect until a connection stands
     * @param answer from a request to the first byte of its answer
     * @param total from the first question to a name server to the last byte, redirects included
     */
    record Patience(Duration connect, Duration answer, Duration total) {}

    /**
     * A fetcher for one gateway.
     *
     * @param product name and version for {@code User-Agent}, such as {@code Heliograph/1.0}
     */
    public Fetcher(Vertx vertx, FetchSettings settings, Resolver resolver, String product) {
        this(vertx, settings, resolver, product, USUAL);
    }

    Fetcher(Vertx vertx, FetchSettings settings, Resolver resolver, String product, Patience patience) {
        this.vertx = vertx;
        this.rules = new HopRules(settings);
        this.resolver = resolver;
        this.product = product;
        this.patience = patience;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) patience.connect().toMillis())
                .setMaxHeaderSize(32 * 1024)
                .setKeepAliveTimeout(30)
                .setMaxRedirects(0)
                // To check a chain of certificates takes milliseconds, and at first reads files.
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        this.client = client(options);
        this.fresh = client(new HttpClientOptions(options).setKeepAlive(false));
    }

    private HttpClient client(HttpClientOptions options) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST).setMaxWaitQueueSize(10_000))
                // What ends a connection fails the exchange on it, which is where it is told.
                .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
                .build();
    }

    /** Fetches a document; fails with a {@link FetchFailure}. */
    public Future<Fetched> fetch(FetchRequest request) {
        Promise<Fetched> done = Promise.promise();
        // On one event loop from here on, whoever asks: an answer does not wait for who comes late to listen to it.
        vertx.getOrCreateContext().runOnContext(start -> {
            long timer = vertx.setTimer(
                    patience.total().toMillis(),
                    id -> done.tryFail(new FetchFailure(
                            Reason.TIMEOUT,
                            request.url().getHost() + " did not finish within "
                                    + patience.total().toSeconds() + " s")));
            done.future().onComplete(result -> vertx.cancelTimer(timer));
            hop(request, request.url(), 0, done);
        });
        return done.future();
    }

    private void hop(FetchRequest request, URI url, int redirects, Promise<Fetched> done) {
        try {
            rules.checkForm(request, url);
        } catch (FetchFailure e) {
            done.tryFail(e);
            return;
        }
        resolver.resolve(HopRules.bare(url.getHost()))
                .recover(e -> Future.failedFuture(new FetchFailure(
                        Reason.DNS, "the name " + url.getHost() + " has no address: is it spelled right?", e)))
                .compose(addresses -> Trust.in(vertx, url).compose(trusting -> ask(request, url, addresses, done)))
                .onSuccess(response -> receive(request, url, redirects, response, done))
                .onFailure(e -> done.tryFail(e instanceof FetchFailure ? e : translate(url, e)));
    }

    /** What is asked on a connection that was idle, and ends just then, is asked once more on a new one. */
    private Future<HttpClientResponse> ask(
            FetchRequest request, URI url, List<InetAddress> addresses, Promise<Fetched> done) {
        try {
            rules.checkAddresses(request, url, addresses);
        } catch (FetchFailure e) {
            return Future.failedFuture(e);
        }
        RequestOptions options = options(url, addresses);
        return client.request(options).compose(outgoing -> {
            boolean reused = connections.carries(outgoing.connection());
            return exchange(request, outgoing, done)
                    .recover(e -> reused && ReusedConnections.isEnd(e)
                            ? fresh.request(options).compose(anew -> exchange(request, anew, done))
                            : Future.failedFuture(e));
        });
    }

    private RequestOptions options(URI url, List<InetAddress> addresses) {
        SocketAddress server = SocketAddress.inetSocketAddress(HopRules.port(url), literal(addresses.get(0)));
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(server)
                .setHost(url.getHost())
                .setPort(HopRules.port(url))
                .setSsl(url.getScheme().equalsIgnoreCase("https"))
                .setURI(target(url))
                .setConnectTimeout(patience.connect().toMillis());
    }

    private Future<HttpClientResponse> exchange(
            FetchRequest request, HttpClientRequest outgoing, Promise<Fetched> done) {
        outgoing.putHeader("User-Agent", product + " (+" + request.contact() + ")");
        outgoing.putHeader("Accept", request.accept());
        outgoing.putHeader("Accept-Encoding", "gzip");
        if (!request.etag().isEmpty()) {
            outgoing.putHeader("If-None-Match", request.etag());
        }
        if (!request.lastModified().isEmpty()) {
            outgoing.putHeader("If-Modified-Since", request.lastModified());
        }
        outgoing.idleTimeout(patience.answer().toMillis());
        // Whatever ends the fetch ends the exchange: the timer above, too.
        done.future().onFailure(e -> outgoing.reset());
        return outgoing.send();
    }

    private void receive(
            FetchRequest request, URI url, int redirects, HttpClientResponse response, Promise<Fetched> done) {
        String location = response.getHeader("Location");
        if (REDIRECTS.contains(response.statusCode()) && location != null) {
            // Its body is not wanted, nor is the news that it was cut off.
            response.exceptionHandler(e -> {});
            response.request().reset();
            follow(request, url, redirects, location, done);
            return;
        }
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + (long) chunk.length() > request.mostBytes()) {
                done.tryFail(new FetchFailure(
                        Reason.TOO_LARGE, url.getHost() + " sent more than " + request.mostBytes() + " bytes"));
            } else if (!done.future().isComplete()) {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(e -> done.tryFail(translate(url, e)));
        response.endHandler(end -> unpack(request, url, response, body.getBytes())
                .map(bytes -> new Fetched(response.statusCode(), url, fields(response), bytes))
                .onSuccess(done::tryComplete)
                .onFailure(done::tryFail));
    }

    /** The body without its content coding (RFC 9110, section 8.4): the one that was asked for is undone. */
    private Future<byte[]> unpack(FetchRequest request, URI url, HttpClientResponse response, byte[] body) {
        String coding = response.getHeader("Content-Encoding");
        boolean packed = "gzip".equalsIgnoreCase(coding) || "x-gzip".equalsIgnoreCase(coding);
        return packed && body.length > 0
                ? vertx.executeBlocking(() -> Gzip.unpack(body, request.mostBytes(), url.getHost()), false)
                : Future.succeededFuture(body);
    }

    private void follow(FetchRequest request, URI url, int redirects, String location, Promise<Fetched> done) {
        if (redirects == MOST_REDIRECTS) {
            done.tryFail(new FetchFailure(
                    Reason.REDIRECT, request.url().getHost() + " redirects more than " + MOST_REDIRECTS + " times"));
            return;
        }
        URI next;
        try {
            next = Location.resolve(url, location);
        } catch (IllegalArgumentException e) {
            done.tryFail(new FetchFailure(Reason.REDIRECT, url.getHost() + " redirects to what is no URL", e));
            return;
        }
        hop(request, next, redirects + 1, done);
    }

    private static Map<String, String> fields(HttpClientResponse response) {
        Map<String, String> fields = new HashMap<>();
        response.headers()
                .forEach((name, value) -> fields.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        return fields;
    }

    static FetchFailure translate(URI url, Throwable e) {
        String at = url.getHost() + ":" + HopRules.port(url);
        if (e instanceof SSLException) {
            return new FetchFailure(Reason.TLS, "no trusted TLS connection to " + at + ": " + e.getMessage(), e);
        }
        if (e instanceof ConnectException) {
            return new FetchFailure(Reason.CONNECT, "no connection to " + at + ": is it running?", e);
        }
        if (e instanceof TimeoutException) {
            return new FetchFailure(Reason.TIMEOUT, at + " did not answer in time", e);
        }
        return new FetchFailure(Reason.PROTOCOL, "the exchange with " + at + " broke: " + e.getMessage(), e);
    }

    private static String target(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** An address as it stands in a URL (RFC 3986, section 3.2.2): an IPv6 address in brackets. */
    static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }
}
