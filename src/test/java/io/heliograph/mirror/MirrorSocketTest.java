package io.heliograph.mirror;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WebSockets between visitors and the origin (RFC 6455). */
class MirrorSocketTest {

    private static final String OURS = "https://" + TestGateway.HOST;

    @TempDir
    Path directory;

    private Vertx vertx;
    private ScriptedServer origin;
    private TestGateway gateway;
    private WebSocketClient client;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        origin = ScriptedServer.start(
                vertx,
                new HttpServerOptions()
                        .setWebSocketSubProtocols(List.of("chat.v2"))
                        .setMaxWebSocketFrameSize(4 << 20));
        gateway = MirrorFixture.gateway(directory, origin.url(""), "sites.0.mirror.websockets=true");
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(4 << 20));
    }

    @AfterEach
    void stop() {
        gateway.close();
        settle(vertx.close());
    }

    @Test
    void messages_passBothWays_framesAsTheyAre() {
        onSocket(socket -> socket.frameHandler(frame -> {
            if (!frame.isClose()) {
                socket.writeFrame(frame);
            }
        }));
        WebSocket visitor = settle(connect(options -> options));
        List<String> heard = new CopyOnWriteArrayList<>();
        visitor.frameHandler(frame -> heard.add((frame.isText() ? "text " : frame.isContinuation() ? "more " : "bytes ")
                + frame.binaryData()
                + frame.isFinal()));

        visitor.writeFinalTextFrame("one");
        visitor.writeFrame(WebSocketFrame.textFrame("tw", false));
        visitor.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("o"), true));
        visitor.writeFinalBinaryFrame(Buffer.buffer("three"));

        await().until(() -> heard.size() == 4);
        assertThat(heard).containsExactly("text onetrue", "text twfalse", "more otrue", "bytes threetrue");
    }

    /** RFC 6455, section 10.2. */
    @Test
    void request_reachesTheOrigin_asItsOwnPagesWouldSendIt() {
        onSocket(socket -> {});

        settle(connect(options -> options.setURI("/ws?room=1")
                .setAllowOriginHeader(true)
                .addHeader("Origin", OURS)
                .addHeader("Cookie", "session=1")
                .addHeader("X-Forwarded-Host", "evil.example")));

        ScriptedServer.Asked asked = origin.lastAsked();
        assertThat(asked.uri()).isEqualTo("/ws?room=1");
        assertThat(asked.field("origin")).isEqualTo(origin.url(""));
        assertThat(asked.field("host")).isEqualTo("127.0.0.1:" + origin.port());
        assertThat(asked.fields()).doesNotContainKeys("cookie", "x-forwarded-host");
        assertThat(asked.field("via")).startsWith("1.1 heliograph-");
    }

    /** RFC 6455, section 10.2. */
    @Test
    void pageOfSomebodyElse_isRefused() {
        onSocket(socket -> {});

        assertThat(refusal(options -> options.setAllowOriginHeader(true).addHeader("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(refusal(options -> options.setAllowOriginHeader(true).addHeader("Origin", "null")))
                .isEqualTo(403);
        assertThat(refusal(options -> options.setAllowOriginHeader(true).addHeader("Origin", OURS + ".evil.example")))
                .isEqualTo(403);
        assertThat(origin.asked()).isEmpty();
    }

    /** RFC 6455, section 1.9. */
    @Test
    void subprotocol_isTheOneThatTheOriginTakes() {
        onSocket(socket -> {});

        WebSocket visitor =
                settle(connect(options -> options.addSubProtocol("chat.v1").addSubProtocol("chat.v2")));

        assertThat(visitor.subProtocol()).isEqualTo("chat.v2");
    }

    /** RFC 6455, section 7.1.5. */
    @Test
    void closeCode_passesBothWays() {
        List<String> heard = new CopyOnWriteArrayList<>();
        onSocket(socket -> {
            socket.closeHandler(closed -> heard.add(socket.closeStatusCode() + socket.closeReason()));
            socket.textMessageHandler(text -> socket.close((short) 4001, "enough"));
        });
        WebSocket visitor = settle(connect(options -> options));
        Promise<Void> closed = Promise.promise();
        visitor.closeHandler(closed::complete);

        visitor.writeTextMessage("bye");

        settle(closed.future());
        assertThat(visitor.closeStatusCode()).isEqualTo((short) 4001);
        assertThat(visitor.closeReason()).isEqualTo("enough");
        heard.clear();
        WebSocket other = settle(connect(options -> options));
        settle(other.close((short) 4002, "gone"));
        await().until(() -> heard.contains("4002gone"));
    }

    @Test
    void originThatVanishes_endsTheSocket() {
        origin.on(
                "/ws",
                request -> request.toWebSocket()
                        .onSuccess(socket -> socket.textMessageHandler(
                                text -> request.connection().close())));
        WebSocket visitor = settle(connect(options -> options));
        Promise<Void> closed = Promise.promise();
        visitor.closeHandler(closed::complete);

        visitor.writeTextMessage("bye");

        settle(closed.future());
        assertThat(visitor.isClosed()).isTrue();
    }

    @Test
    void whatTheOriginRefuses_isRefusedAsItDoes() {
        origin.on("/ws", request -> request.response().setStatusCode(401).end());
        assertThat(refusal(options -> options)).isEqualTo(401);
        origin.on("/ws", request -> request.response().setStatusCode(302).end());
        assertThat(refusal(options -> options)).isEqualTo(502);
        origin.close();
        assertThat(refusal(options -> options)).isEqualTo(502);
    }

    @Test
    void visitorWhoDoesNotRead_holdsTheOriginBack() {
        AtomicLong sent = new AtomicLong();
        Buffer piece = Buffer.buffer(new byte[60_000]);
        int pieces = 2_000;
        onSocket(socket -> send(socket, piece, pieces, sent));
        AtomicLong received = new AtomicLong();
        WebSocket visitor = settle(connect(options -> options).map(socket -> {
            socket.pause();
            return socket;
        }));
        await().until(() -> {
            long before = sent.get();
            // Nothing moves any more once all that lies between is full.
            return before > 0
                    && RawHttp.get(gateway.opsPort(), "x", "/metrics").status() == 200
                    && before == sent.get();
        });
        assertThat(sent.get()).isLessThan(pieces);

        visitor.frameHandler(frame -> received.addAndGet(frame.binaryData().length()));
        visitor.resume();

        await().until(() -> received.get() == (long) pieces * piece.length());
    }

    private static void send(ServerWebSocket socket, Buffer piece, int left, AtomicLong sent) {
        if (left > 0) {
            socket.writeFinalBinaryFrame(piece).onSuccess(written -> {
                sent.incrementAndGet();
                send(socket, piece, left - 1, sent);
            });
        }
    }

    /** RFC 6455, section 7.4.1: whoever goes away says so, to both sides. */
    @Test
    void end_ofTheGateway_isSaidToBothSides(@TempDir Path other) {
        List<Short> heard = new CopyOnWriteArrayList<>();
        onSocket(socket -> socket.closeHandler(closed -> heard.add(socket.closeStatusCode())));
        Promise<Void> closed = Promise.promise();
        WebSocket visitor;
        try (TestGateway ending = MirrorFixture.gateway(other, origin.url(""), "sites.0.mirror.websockets=true")) {
            visitor = settle(client.connect(options(ending.port())));
            visitor.closeHandler(closed::complete);
        }

        settle(closed.future());
        assertThat(visitor.closeStatusCode()).isEqualTo((short) 1001);
        await().until(() -> heard.contains((short) 1001));
    }

    @Test
    void metric_countsThoseThatAreOpen() {
        onSocket(socket -> {});
        assertThat(open()).isEqualTo("0.0");
        WebSocket visitor = settle(connect(options -> options));
        await().until(() -> open().equals("1.0"));

        settle(visitor.close());

        await().until(() -> open().equals("0.0"));
    }

    private String open() {
        return RawHttp.get(gateway.opsPort(), "x", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("heliograph_mirror_sockets{"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    @Test
    void whereNoneAreAllowed_theyAreRefused(@TempDir Path other) {
        onSocket(socket -> {});
        try (TestGateway closed = MirrorFixture.gateway(other, origin.url(""))) {
            assertThatThrownBy(() -> settle(client.connect(options(closed.port()))))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            UpgradeRejectedException.class,
                            e -> assertThat(e.getStatus()).isEqualTo(403));
        }
        assertThat(origin.asked()).isEmpty();
    }

    private void onSocket(Consumer<ServerWebSocket> served) {
        origin.on("/ws", request -> request.toWebSocket().onSuccess(served::accept));
    }

    private Future<WebSocket> connect(UnaryOperator<WebSocketConnectOptions> with) {
        return client.connect(with.apply(options(gateway.port())));
    }

    private int refusal(UnaryOperator<WebSocketConnectOptions> with) {
        List<Integer> status = new ArrayList<>();
        assertThatThrownBy(() -> settle(connect(with)))
                .rootCause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, e -> status.add(e.getStatus()));
        return status.get(0);
    }

    private static WebSocketConnectOptions options(int port) {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        return options.setHost("127.0.0.1")
                .setPort(port)
                .addHeader("Host", TestGateway.HOST)
                .setSsl(false)
                .setURI("/ws")
                .setAllowOriginHeader(false);
    }
}
