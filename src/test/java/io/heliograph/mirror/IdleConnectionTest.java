package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.TestGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 9112, section 9.3.1: a connection that was idle may end at the moment when it is used again. */
class IdleConnectionTest {

    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nbody"
            .getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path directory;

    @Test
    void connectionThatIsReset_isNoFailure() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server), "resetting-origin");
            thread.setDaemon(true);
            thread.start();
            try (TestGateway gateway = MirrorFixture.gateway(directory, "http://127.0.0.1:" + server.getLocalPort())) {
                assertThat(gateway.get("/first").text()).isEqualTo("body");

                assertThat(gateway.get("/second").text()).isEqualTo("body");
            }
        }
    }

    /** Each connection is good for one answer; the request after it is met with a reset. */
    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                if (readHead(in)) {
                    socket.getOutputStream().write(ANSWER);
                    readHead(in);
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException e) {
                // The other side has left, or the test is over.
                continue;
            }
        }
    }

    private static boolean readHead(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return line != null;
    }
}
