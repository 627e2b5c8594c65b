package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who leave in the middle take nothing with them. */
class AbortedMediaTest {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int VISITS = 2000;

    @TempDir
    Path directory;

    @Test
    void readersWhoLeave_leaveNoFileOpen() throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "open files are counted in /proc, which Linux has");
        Path articles = TestGateway.articles(directory);
        try (RandomAccessFile file =
                new RandomAccessFile(articles.resolve("long.mp3").toFile(), "rw")) {
            file.setLength(32L * 1024 * 1024);
        }
        Files.writeString(articles.resolve("long.md"), "---\ntitle: Long\nmedia: long.mp3\n---\nText\n");
        try (TestGateway gateway = TestGateway.start(directory)) {
            String feed = gateway.get("/feed.json").text();
            int at = feed.indexOf("https://" + TestGateway.HOST + "/media/");
            String path = URI.create(feed.substring(at, feed.indexOf('"', at))).getRawPath();
            assertThat(gateway.get(path, "Range: bytes=0-9").status()).isEqualTo(206);

            for (int i = 0; i < VISITS; i++) {
                leave(gateway.port(), path);
            }

            await().atMost(Duration.ofSeconds(20)).until(() -> opened("long.mp3") == 0);
            assertThat(RawHttp.get(gateway.port(), TestGateway.HOST, "/feed.rss")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Asks, and resets the connection at once. */
    private static void leave(int port, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoLinger(true, 0);
        }
    }

    private static long opened(String name) throws IOException {
        try (Stream<Path> files = Files.list(DESCRIPTORS)) {
            return files.filter(file -> {
                        try {
                            return Files.readSymbolicLink(file).endsWith(name);
                        } catch (IOException e) {
                            // Closed meanwhile.
                            return false;
                        }
                    })
                    .count();
        }
    }
}
