package io.heliograph.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that is told to end while somebody is listening. */
class DrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** More than what the kernel takes for a reader who does not read. */
    private static final int LONG = 32 * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void stop_whileAFileIsSent_isSaidAndWaitsForTheReader() throws Exception {
        Path articles = TestGateway.articles(directory);
        try (RandomAccessFile file =
                new RandomAccessFile(articles.resolve("long.mp3").toFile(), "rw")) {
            file.setLength(LONG);
        }
        Files.writeString(
                articles.resolve("one.md"),
                "---\ntitle: One\nmedia:\n  - url: long.mp3\n    duration: 20s\n---\nText\n");
        TestGateway gateway = TestGateway.start(directory);
        Matcher media = Pattern.compile("https://news\\.example(/media/[^\"]+)")
                .matcher(gateway.get("/feed.json").text());
        assertThat(media.find()).isTrue();
        Thread stop = new Thread(gateway::close);
        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(4096);
            reader.setSoTimeout((int) PATIENCE.toMillis());
            reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
            reader.getOutputStream()
                    .write(("GET " + media.group(1) + " HTTP/1.1\r\nHost: news.example\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(reader.getInputStream());
            in.readNBytes(20);

            stop.start();

            await().atMost(PATIENCE).untilAsserted(() -> {
                RawHttp.Answer ready = RawHttp.get(gateway.opsPort(), "localhost", "/readyz");
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.text()).contains("not draining: false");
            });
            assertThat(RawHttp.get(gateway.opsPort(), "localhost", "/livez").status())
                    .isEqualTo(200);
            assertThat(RawHttp.get(gateway.opsPort(), "localhost", "/metrics").text())
                    .contains("\nheliograph_ready 0.0\n");
            assertThat(readToEnd(in)).isGreaterThan(LONG);
        }
        stop.join(PATIENCE.toMillis());
        assertThat(stop.isAlive()).isFalse();
    }

    private static long readToEnd(InputStream in) throws IOException {
        long bytes = 20;
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
        }
        return bytes;
    }
}
