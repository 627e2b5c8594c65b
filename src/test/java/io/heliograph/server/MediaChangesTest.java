package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.heliograph.RawHttp;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Media files that are not what they were, and readers who leave. */
class MediaChangesTest extends MediaFilesFixture {

    /** Warnings and errors of the gateway. */
    private final List<String> logged = new CopyOnWriteArrayList<>();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                logged.add(event.getFormattedMessage());
            }
        }
    };

    @BeforeEach
    void listenToTheLog() {
        logged.clear();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void leaveTheLog() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(appender);
    }

    @Test
    void file_thatShrinksWhileItIsSent_endsTheConnection() throws IOException {
        Path kept = kept("long.mp3");
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
            socket.getOutputStream()
                    .write(("GET " + paths.get("mp3 long") + " HTTP/1.1\r\nHost: news.example\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            in.readNBytes(100);

            try (RandomAccessFile file = new RandomAccessFile(kept.toFile(), "rw")) {
                file.setLength(1000);
            }

            assertThat(readToEnd(in)).as("it does not pretend to be whole").isLessThan(LONG);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(logged)
                            .hasSize(1)
                            .first()
                            .asString()
                            .contains("is shorter than when it was opened"));
        } finally {
            try (RandomAccessFile file = new RandomAccessFile(kept.toFile(), "rw")) {
                file.setLength(LONG);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none, 200, ''",
        "bytes=0-, 416, bytes */0",
        "bytes=0-0, 416, bytes */0",
        "bytes=-1, 200, ''",
    })
    void file_withoutContent_hasNoParts(String range, int status, String contentRange) {
        RawHttp.Answer answer = gateway.get(paths.get("mp3 empty"), "Range: " + range);

        assertThat(answer.status()).as("RFC 9110, section 14.1.2").isEqualTo(status);
        assertThat(answer.field("content-range")).isEqualTo(contentRange);
        assertThat(answer.field("content-length")).isEqualTo("0");
    }

    @Test
    void file_thatIsGone_is404() throws IOException {
        Path kept = kept("ferry.jpg");
        Path away = kept.resolveSibling("away");
        Files.move(kept, away);
        try {
            assertThat(gateway.get(paths.get("jpg")).status()).isEqualTo(404);
        } finally {
            Files.move(away, kept);
        }
    }

    @Test
    void reader_whoLeaves_leavesNoFileOpen() throws IOException {
        Path kept = kept("long.mp3");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write(("GET " + paths.get("mp3 long") + " HTTP/1.1\r\nHost: news.example\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(100);
            assertThat(openHere(kept)).isPositive();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(openHere(kept)).isZero());
    }

    /** How often this process has a file open. */
    private static long openHere(Path file) throws IOException {
        Path real = file.toRealPath();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> {
                        try {
                            return Files.readSymbolicLink(descriptor).equals(real);
                        } catch (IOException e) {
                            return false; // closed meanwhile
                        }
                    })
                    .count();
        }
    }

    private static long readToEnd(InputStream in) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return bytes;
    }
}
