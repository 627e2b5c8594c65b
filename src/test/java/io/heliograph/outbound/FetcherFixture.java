package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.heliograph.ScriptedServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A fetcher with a name server and limits of the test's making. */
abstract class FetcherFixture {

    static final Fetcher.Patience PATIENT =
            new Fetcher.Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
    static final Fetcher.Patience HASTY =
            new Fetcher.Patience(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(1500));

    final Vertx vertx = Vertx.vertx();
    final NameServer names = new NameServer();

    @AfterEach
    void end() {
        ScriptedServer.settle(vertx.close());
    }

    /** Answers as told, once for each answer; the last answer holds for good. */
    static final class NameServer implements Resolver {
        private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();
        final List<String> asked = new CopyOnWriteArrayList<>();

        NameServer says(String name, String... addresses) {
            answers.computeIfAbsent(name, n -> new ArrayDeque<>())
                    .add(Stream.of(addresses).map(NameServer::address).toList());
            return this;
        }

        @Override
        public Future<List<InetAddress>> resolve(String name) {
            asked.add(name);
            Deque<List<InetAddress>> left = answers.get(name);
            if (left == null && name.matches("[0-9.]+|[0-9a-fA-F:]+")) {
                return Future.succeededFuture(List.of(address(name)));
            }
            if (left == null) {
                return Future.failedFuture(new UnknownHostException(name));
            }
            return Future.succeededFuture(left.size() > 1 ? left.removeFirst() : left.getFirst());
        }

        private static InetAddress address(String literal) {
            try {
                return InetAddress.getByName(literal);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    Fetcher fetcher(String... allowed) {
        return fetcher(PATIENT, allowed);
    }

    Fetcher fetcher(Fetcher.Patience patience, String... allowed) {
        return new Fetcher(vertx, new FetchSettings(Set.of(allowed)), names, "Heliograph/test", patience);
    }

    static FetchRequest request(String url) {
        return new FetchRequest(URI.create(url), "text/xml", "", "", "https://news.example/", 1 << 20);
    }

    static FetchRequest request(String url, String etag, String lastModified) {
        return new FetchRequest(URI.create(url), "text/xml", etag, lastModified, "https://news.example/", 1 << 20);
    }

    static FetchRequest atMost(String url, long bytes) {
        return new FetchRequest(URI.create(url), "text/xml", "", "", "https://news.example/", bytes);
    }

    static Fetched fetched(Future<Fetched> fetch) {
        return ScriptedServer.settle(fetch);
    }

    /** Why a fetch failed. */
    static FetchFailure failure(Future<Fetched> fetch) {
        Throwable thrown = catchThrowable(
                () -> fetch.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        assertThat(thrown.getCause()).isInstanceOf(FetchFailure.class);
        return (FetchFailure) thrown.getCause();
    }

    /** A server that is no HTTP server: what it does once it is asked anything is up to the test. */
    NetServer rawServer(BiConsumer<NetSocket, Buffer> script) {
        NetServer server = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(first -> {
                    socket.handler(more -> {});
                    socket.exceptionHandler(e -> {});
                    script.accept(socket, first);
                }));
        return ScriptedServer.settle(server.listen(0, "127.0.0.1"));
    }

    /** Writes the same bytes again and again for as long as the other side takes them. */
    static void pour(NetSocket socket, Buffer bytes) {
        while (!socket.writeQueueFull()) {
            if (socket.write(bytes).failed()) {
                return;
            }
        }
        socket.drainHandler(drained -> pour(socket, bytes));
    }

    static String url(NetServer server) {
        return "http://127.0.0.1:" + server.actualPort() + "/feed";
    }
}
