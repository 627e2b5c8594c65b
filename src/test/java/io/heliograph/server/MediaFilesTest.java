package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The kinds of files that articles have, and files that are not what they were. */
class MediaFilesTest {

    private static final Path SAMPLE = Path.of("config", "sample");
    private static final Pattern MEDIA = Pattern.compile("https://news\\.example(/media/[^\"]+)");

    /** More than what the kernel takes for a reader who does not read. */
    private static final int LONG = 32 * 1024 * 1024;

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    /** Paths by their names' ends. */
    private static final Map<String, String> paths = new TreeMap<>();

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

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        copy(SAMPLE.resolve("media"), articles.resolve("media"));
        Files.copy(SAMPLE.resolve("pictures/belfry.jpg"), articles.resolve("ferry.jpg"));
        Files.write(articles.resolve("long.mp3"), Buffer.buffer("sound").getBytes());
        try (RandomAccessFile file =
                new RandomAccessFile(articles.resolve("long.mp3").toFile(), "rw")) {
            file.setLength(LONG);
        }
        Files.createFile(articles.resolve("empty.mp3"));
        article(
                articles,
                "ferry",
                "image: ferry.jpg\nmedia:\n  - duration: 16s\n    renditions:\n"
                        + "      - url: media/ferry-crossing/master.m3u8\n      - url: media/ferry-crossing.mp4\n"
                        + "    captions: [{ url: media/ferry-crossing.en.vtt, language: en }]");
        article(articles, "long", "media:\n  - url: long.mp3\n    duration: 20s");
        article(articles, "empty", "media:\n  - url: empty.mp3\n    duration: 20s");
        gateway = TestGateway.start(directory);
        for (String document : List.of("/feed.json", "/tv/roku.json", "/ferry")) {
            Matcher found = MEDIA.matcher(gateway.get(document).text());
            while (found.find()) {
                if (found.group(1).matches(".*-\\d+\\.jpg")) {
                    continue;
                }
                paths.put(
                        found.group(1).substring(found.group(1).lastIndexOf('.') + 1)
                                + (found.group(1).contains("long")
                                        ? " long"
                                        : found.group(1).contains("empty") ? " empty" : ""),
                        found.group(1));
            }
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

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

    /* ---------------- Kinds ---------------- */

    @ParameterizedTest
    @CsvSource({
        "jpg, ferry.jpg, image/jpeg",
        "mp4, media/ferry-crossing.mp4, video/mp4",
        "vtt, media/ferry-crossing.en.vtt, text/vtt",
        "m3u8, media/ferry-crossing/master.m3u8, application/vnd.apple.mpegurl",
    })
    void file_isServedAsItsKind(String kind, String file, String type) throws IOException {
        // Of pictures, what is kept is not what was given.
        Path given = TestGateway.articles(directory).resolve(file);
        byte[] bytes = Files.readAllBytes(kind.equals("jpg") ? kept(file) : given);

        RawHttp.Answer answer = gateway.get(paths.get(kind));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.field("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.field("access-control-allow-origin"))
                .as("players on other sites")
                .isEqualTo("*");
        assertThat(answer.field("vary")).as("no coding is chosen").isEmpty();
    }

    @Test
    void playlist_leadsToItsPartsOnTheSameHost() {
        String master = paths.get("m3u8");
        String variant = gateway.get(master)
                .text()
                .lines()
                .filter(line -> line.endsWith(".m3u8"))
                .findFirst()
                .orElseThrow();
        String variantPath = URI.create(master).resolve(variant).getPath();
        String segment = gateway.get(variantPath)
                .text()
                .lines()
                .filter(line -> line.endsWith(".ts"))
                .findFirst()
                .orElseThrow();

        RawHttp.Answer answer =
                gateway.get(URI.create(variantPath).resolve(segment).getPath(), "Range: bytes=0-187");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.field("content-type")).isEqualTo("video/mp2t");
        assertThat(answer.body()[0]).as("sync byte of a transport stream").isEqualTo((byte) 0x47);
    }

    @ParameterizedTest
    @CsvSource({"jpg", "mp4", "vtt", "m3u8", "mp3 long"})
    void head_hasTheFieldsOfGet(String kind) {
        RawHttp.Answer get = RawHttp.get(gateway.port(), TestGateway.HOST, paths.get(kind));

        RawHttp.Answer head = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, paths.get(kind));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.fields().stream().filter(field -> !field.startsWith("date")))
                .as("RFC 9110, section 9.3.2")
                .containsExactlyElementsOf(get.fields().stream()
                        .filter(field -> !field.startsWith("date"))
                        .toList());
        assertThat(head.closed()).as("nothing follows the fields").isTrue();
    }

    /* ---------------- Files that change or end ---------------- */

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

    private static Path kept(String name) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void article(Path folder, String name, String frontMatter) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), "---\ntitle: " + name + "\n" + frontMatter + "\n---\nText.\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
