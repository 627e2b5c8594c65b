package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies on their way to readers of all speeds. */
class BodiesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 256 * 1024;
    private static final int READERS = 40;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Bodies bodies = new Bodies(MOST_WAITING);
    private final Buffer body = Buffer.buffer(random(16 * 1024 * 1024));
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Socket> idle = new ArrayList<>();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        port = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    request.response().putHeader("content-length", String.valueOf(body.length()));
                    bodies.send(request.response(), body);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : idle) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void body_ofManyPieces_comesWhole() {
        RawHttp.Answer answer = RawHttp.get(port, "x", "/");

        assertThat(answer.body()).isEqualTo(body.getBytes());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void readers_whoTakeNothing_holdLittleEach() throws Exception {
        for (int i = 0; i < READERS; i++) {
            idle.add(silentReader());
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(asked).hasValue(READERS));

        // Whoever came before the bound was reached holds a piece, all others a small one.
        assertThat(waiting()).isBetween((long) MOST_WAITING, MOST_WAITING + 64 * 1024L + READERS * 4 * 1024L);
        assertThat(RawHttp.get(port, "x", "/").body())
                .as("a fast reader beside them")
                .isEqualTo(body.getBytes());
    }

    @Test
    void readers_whoLeave_holdNothing() throws Exception {
        for (int i = 0; i < READERS; i++) {
            idle.add(silentReader());
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(asked).hasValue(READERS));

        for (Socket socket : idle) {
            socket.close();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    private Socket silentReader() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What waits, as the event loop knows it when all that it was given before is done. */
    private long waiting() {
        return vertx.<Long>executeBlocking(() -> 0L)
                .map(done -> bodies.waiting())
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
