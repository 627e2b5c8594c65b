package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Opens requests to servers that the configuration names, guarded as a {@link Fetcher} is: the name is resolved, every
 * address of it checked, and the connection goes to an address that was checked. Redirects are not followed. Where a
 * server has several addresses, the next is tried when one cannot be reached.
 */
public final class Dialler {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For how long addresses that were checked are used without asking again. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int CONNECTIONS_PER_HOST = 64;
    private static final int MOST_WAITING = 2_000;
    private static final int MOST_HEADER_BYTES = 64 * 1024;

    private final HopRules rules;
    private final Resolver resolver;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    /** Addresses, and when they were checked; the first is the one that was reached last. */
    private record Checked(List<InetAddress> addresses, Instant when) {}

    /** A dialler for one gateway. */
    public Dialler(Vertx vertx, FetchSettings settings, Resolver resolver, InstantSource clock) {
        this.rules = new HopRules(settings);
        this.resolver = resolver;
        this.clock = clock;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setKeepAliveTimeout(15)
                .setMaxRedirects(0)
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        this.client = vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST).setMaxWaitQueueSize(MOST_WAITING))
                .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
                .build();
    }

    /**
     * Opens a request; fails with a {@link FetchFailure}.
     *
     * @param server scheme and authority, as the configuration has them
     * @param target path and query
     */
    public Future<HttpClientRequest> open(URI server, HttpMethod method, String target) {
        FetchRequest asked = new FetchRequest(server, "", "", "", "", 0);
        try {
            rules.checkForm(asked, server);
        } catch (FetchFailure e) {
            return Future.failedFuture(e);
        }
        return addresses(asked, server).compose(addresses -> dial(server, method, target, addresses, 0));
    }

    private Future<List<InetAddress>> addresses(FetchRequest asked, URI server) {
        Checked known = checked.get(server.getRawAuthority());
        if (known != null && known.when().plus(REMEMBERED).isAfter(clock.instant())) {
            return Future.succeededFuture(known.addresses());
        }
        return resolver.resolve(HopRules.bare(server.getHost()))
                .recover(e -> Future.failedFuture(new FetchFailure(
                        Reason.DNS, "the name " + server.getHost() + " has no address: is it spelled right?", e)))
                .compose(addresses -> {
                    try {
                        rules.checkAddresses(asked, server, addresses);
                    } catch (FetchFailure e) {
                        return Future.failedFuture(e);
                    }
                    List<InetAddress> ordered = ordered(addresses, known);
                    checked.put(server.getRawAuthority(), new Checked(ordered, clock.instant()));
                    return Future.succeededFuture(ordered);
                });
    }

    /** Begins with the address that was used before, if it is still one. */
    private static List<InetAddress> ordered(List<InetAddress> addresses, @Nullable Checked known) {
        return known != null && addresses.contains(known.addresses().get(0))
                ? beginningWith(known.addresses().get(0), addresses)
                : List.copyOf(addresses);
    }

    private static List<InetAddress> beginningWith(InetAddress first, List<InetAddress> addresses) {
        List<InetAddress> ordered = new ArrayList<>(List.of(first));
        addresses.stream().filter(address -> !address.equals(first)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /**
     * Leaves the address of a server that is used for the next one, because it can be reached but is not well.
     *
     * @return how many addresses there are; 1 if nothing is known of any
     */
    public int turn(URI server) {
        Checked turned = checked.computeIfPresent(server.getRawAuthority(), (key, known) -> {
            List<InetAddress> addresses = new ArrayList<>(known.addresses());
            Collections.rotate(addresses, -1);
            return new Checked(List.copyOf(addresses), known.when());
        });
        return turned == null ? 1 : turned.addresses().size();
    }

    /** The next request begins with an address that was reached after others could not be. */
    private void reached(URI server, InetAddress address) {
        checked.computeIfPresent(
                server.getRawAuthority(),
                (key, known) -> known.addresses().contains(address)
                        ? new Checked(beginningWith(address, known.addresses()), known.when())
                        : known);
    }

    private Future<HttpClientRequest> dial(
            URI server, HttpMethod method, String target, List<InetAddress> addresses, int at) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(HopRules.port(server), Fetcher.literal(addresses.get(at))))
                .setHost(server.getHost())
                .setPort(HopRules.port(server))
                .setSsl(server.getScheme().equalsIgnoreCase("https"))
                .setURI(target)
                .setConnectTimeout(CONNECT.toMillis());
        Future<HttpClientRequest> dialled = client.request(options);
        if (at > 0) {
            dialled = dialled.onSuccess(request -> reached(server, addresses.get(at)));
        }
        return dialled.recover(e -> {
            if (at + 1 < addresses.size() && isUnreachable(e)) {
                return dial(server, method, target, addresses, at + 1);
            }
            // The name may lead elsewhere by now.
            checked.remove(server.getRawAuthority());
            return Future.failedFuture(Fetcher.translate(server, e));
        });
    }

    private static boolean isUnreachable(Throwable e) {
        return e instanceof ConnectException || e instanceof TimeoutException || e instanceof SSLException;
    }
}
