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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9112, section 6.3: what an origin sends beyond the end of an answer is nobody's, and the next visitor does not pay for it. */
class LeftoverTest {

    private static final String NEXT = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nnext";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 9110, section 15.3.5: it has no content, whatever it says.
                "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nrest",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nbodyrest",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\nX: ",
            })
    void whatIsLeft_isNoneOfTheNextAnswer(String first) throws IOException {
        try (KeptOrigin origin = new KeptOrigin(first);
                TestGateway gateway = MirrorFixture.gateway(directory, origin.url())) {
            gateway.get("/first");

            assertThat(gateway.get("/second").text()).isEqualTo("next");
        }
    }

    /** Keeps its connections, and answers the path {@code /first} with these bytes. */
    private static final class KeptOrigin implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String first;

        KeptOrigin(String first) throws IOException {
            this.first = first;
            daemon(() -> {
                while (!server.isClosed()) {
                    Socket socket = server.accept();
                    daemon(() -> converse(socket));
                }
            });
        }

        private interface Task {
            void run() throws IOException;
        }

        private static void daemon(Task task) {
            Thread thread = new Thread(() -> {
                try {
                    task.run();
                } catch (IOException e) {
                    // The other side has left, or the test is over.
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private void converse(Socket socket) throws IOException {
            try (socket) {
                for (String head = head(socket.getInputStream());
                        !head.isEmpty();
                        head = head(socket.getInputStream())) {
                    String answer = head.startsWith("GET /first") ? first : NEXT;
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.append((char) b);
                if (head.toString().endsWith("\r\n\r\n")) {
                    return head.toString();
                }
            }
            return "";
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
