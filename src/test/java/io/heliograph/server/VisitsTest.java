package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that wait for us, and those that let us wait. The clock goes as the tests like. */
class VisitsTest {

    private static final long SOON = Duration.ofSeconds(29).toNanos();
    private static final long LATE = Duration.ofSeconds(31).toNanos();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Visits visits = new Visits();
    private final BlockingQueue<HttpConnection> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpServerRequest> requests = new LinkedBlockingQueue<>();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        port = done(vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                        .connectionHandler(connection -> {
                            visits.opened(connection, 0);
                            connections.add(connection);
                        })
                        .requestHandler(request -> {
                            visits.of(request.connection()).asked();
                            requests.add(request);
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        done(vertx.close());
    }

    @Test
    void connection_thatAsksNothing_isEndedInTime() throws Exception {
        try (Socket socket = connect()) {
            connections.poll(20, TimeUnit.SECONDS);
            endLate(SOON);
            assertThat(open()).isEqualTo(1);

            endLate(LATE);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(open()).isZero();
        }
    }

    @Test
    void connection_thatHasAskedHalf_isEndedInTime() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: a");
            connections.poll(20, TimeUnit.SECONDS);

            endLate(LATE);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void connection_thatWaitsForItsAnswer_isLeftAlone() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            HttpServerRequest request = requests.poll(20, TimeUnit.SECONDS);

            endLate(LATE);

            done(request.response().end("here"));
            assertThat(read(socket.getInputStream(), "here")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void connection_thatWasAnswered_hasItsTimeAgain() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            HttpServerRequest request = requests.poll(20, TimeUnit.SECONDS);
            request.response().endHandler(end -> visits.of(request.connection()).answered(LATE));
            done(request.response().end("here"));
            read(socket.getInputStream(), "here");
            endLate(LATE + SOON);
            assertThat(open()).isEqualTo(1);

            endLate(LATE + LATE);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private void endLate(long now) throws Exception {
        done(onLoop(() -> {
            visits.endLate(now);
            return 0;
        }));
    }

    private int open() throws Exception {
        return done(onLoop(visits::size));
    }

    private Future<Integer> onLoop(Supplier<Integer> task) {
        return vertx.executeBlocking(() -> 0).map(done -> task.get());
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes up to these characters. */
    private static String read(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            text.append((char) b);
            if (text.toString().endsWith(end)) {
                break;
            }
        }
        return text.toString();
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
