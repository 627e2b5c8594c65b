package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An origin's connection that has gone wrong carries no further request. */
class OriginReuseTest {

    private static final String FIELDS =
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nCache-Control: max-age=1000\r\n";
    private static final String EVIL = FIELDS + "Content-Length: 4\r\n\r\nevil";

    @TempDir
    Path directory;

    /** An origin that keeps its connections, and says more than it should on each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\n\r\ngood" + EVIL,
                "Content-Length: 4\r\n\r\ngoodevil",
                "Transfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n" + EVIL,
                "Content-Length: 4\r\nContent-Length: 4\r\n\r\ngood" + EVIL,
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n" + EVIL,
            })
    @DisplayName("R5: what follows a body on a connection answers nobody (RFC 9112, section 6.3)")
    void whatFollowsABody_answersNobody(String answer) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket origin = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                while (true) {
                    Socket socket = origin.accept();
                    threads.submit(() -> talk(socket, FIELDS + answer, asked));
                }
            });
            try (TestGateway gateway = MirrorFixture.gateway(directory, "http://127.0.0.1:" + origin.getLocalPort())) {
                for (int i = 0; i < 8; i++) {
                    assertThat(gateway.get("/picture-" + i + ".png").text()).doesNotContain("evil");
                }
                assertThat(asked).hasPositiveValue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int talk(Socket socket, String answer, AtomicInteger asked) throws IOException {
        try (socket) {
            InputStream in = socket.getInputStream();
            int last = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                last = last << 8 | b;
                if (last == 0x0d0a0d0a) {
                    asked.incrementAndGet();
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return last;
        }
    }
}
