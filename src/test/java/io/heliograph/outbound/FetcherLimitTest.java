package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, and servers that are too slow. */
class FetcherLimitTest extends FetcherFixture {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start(vertx);
    }

    /* ---------------- Size ---------------- */

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99_999, 100_000})
    void bodyUpToTheLimit_isTaken(int bytes) {
        server.serve("/feed", "x".repeat(bytes));

        Fetched fetched = fetched(fetcher().fetch(atMost(server.url("/feed"), 100_000)));

        assertThat(fetched.body()).hasSize(bytes);
    }

    @Test
    void bodyOneByteBeyondTheLimit_isRefused() {
        server.serve("/feed", "x".repeat(100_001));

        FetchFailure failure = failure(fetcher().fetch(atMost(server.url("/feed"), 100_000)));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure).hasMessageContaining("100000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\n\r\n", "Connection: close\r\n\r\n"})
    void endlessBody_isCutOffAtTheLimitAndTheConnectionClosed(String framing) {
        AtomicBoolean closed = new AtomicBoolean();
        Buffer block = framing.startsWith("Transfer")
                ? Buffer.buffer("10000\r\n").appendBytes(new byte[0x10000]).appendString("\r\n")
                : Buffer.buffer(new byte[0x10000]);
        NetServer raw = rawServer((socket, first) -> {
            socket.closeHandler(end -> closed.set(true));
            socket.write(HEAD + framing);
            pour(socket, block);
        });

        FetchFailure failure = failure(fetcher().fetch(atMost(url(raw), 1 << 20)));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        await().untilTrue(closed);
    }

    @Test
    void gzipBomb_isRefused() {
        Buffer bomb = Packed.ofRepeated(new byte[1 << 20], 64);
        server.on(
                "/feed",
                request ->
                        request.response().putHeader("Content-Encoding", "gzip").end(bomb));

        FetchFailure failure = failure(fetcher().fetch(atMost(server.url("/feed"), 1 << 20)));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure).hasMessageContaining("1048576 bytes");
    }

    @Test
    void gzipThatIsTooLargeAsItIs_isRefused() {
        byte[] random = new byte[200_000];
        new Random(1).nextBytes(random);
        server.on(
                "/feed",
                request ->
                        request.response().putHeader("Content-Encoding", "gzip").end(Packed.of(random)));

        FetchFailure failure = failure(fetcher().fetch(atMost(server.url("/feed"), 100_000)));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void headerSectionBeyondTheLimit_isRefused() {
        NetServer raw = rawServer(
                (socket, first) -> socket.end(Buffer.buffer(HEAD + "X-Big: " + "x".repeat(40_000) + "\r\n\r\n")));

        FetchFailure failure = failure(fetcher().fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
    }

    @Test
    void endlessHeaderSection_isRefused() {
        Buffer block = Buffer.buffer("X-More: and more\r\n".repeat(1000));
        NetServer raw = rawServer((socket, first) -> {
            socket.write(HEAD);
            pour(socket, block);
        });

        FetchFailure failure = failure(fetcher().fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
    }

    /* ---------------- Time ---------------- */

    @Test
    void noFirstByte_timesOut() {
        server.on("/feed", request -> {});

        FetchFailure failure = failure(fetcher(HASTY).fetch(request(server.url("/feed"))));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.reason().retryHelps()).isTrue();
    }

    @Test
    void silenceInTheMiddleOfTheBody_timesOut() {
        NetServer raw = rawServer((socket, first) -> socket.write(HEAD + "Content-Length: 100\r\n\r\nhalf"));

        FetchFailure failure = failure(fetcher(HASTY).fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void bodyThatDribbles_timesOutInAll() {
        AtomicBoolean closed = new AtomicBoolean();
        NetServer raw = rawServer((socket, first) -> {
            socket.write(HEAD + "Content-Length: 100000\r\n\r\n");
            long timer = vertx.setPeriodic(50, tick -> socket.write("x"));
            socket.closeHandler(end -> {
                vertx.cancelTimer(timer);
                closed.set(true);
            });
        });

        FetchFailure failure = failure(fetcher(HASTY).fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure).hasMessageContaining("did not finish within");
        await().untilTrue(closed);
    }

    @Test
    void nameServerThatDoesNotAnswer_timesOut() {
        Resolver silent = name -> Promise.<List<InetAddress>>promise().future();
        Fetcher fetcher = new Fetcher(vertx, new FetchSettings(Set.of()), silent, "test", HASTY);

        FetchFailure failure = failure(fetcher.fetch(request(server.url("/feed"))));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void silentServer_barsNoOtherFetchForLong() {
        server.on("/silent", request -> {}).serve("/feed", "here");
        Fetcher fetcher = fetcher(HASTY);
        fetcher.fetch(request(server.url("/silent")));
        fetcher.fetch(request(server.url("/silent")));

        // Two connections for each host are all there are, and both are taken until they time out.
        Fetched fetched = fetched(fetcher.fetch(request(server.url("/feed"))));

        assertThat(fetched.body()).asString().isEqualTo("here");
    }

    @Test
    void connectionResetInTheMiddleOfTheBody_failsAsProtocol() {
        NetServer raw = rawServer((socket, first) ->
                socket.write(HEAD + "Content-Length: 100\r\n\r\nhalf").onComplete(written -> socket.close()));

        FetchFailure failure = failure(fetcher().fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
    }
}
