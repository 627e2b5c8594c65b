package io.heliograph;

import static org.awaitility.Awaitility.await;

import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A real gateway on free ports, with a folder of articles as its origin. */
public final class TestGateway implements AutoCloseable {

    /** The canonical host, and a mirror. */
    public static final String HOST = "news.example";

    public static final String MIRROR = "mirror.example";

    private final int port;
    private final int opsPort;
    private final Path folder;
    /** Nothing once it is closed: test classes that keep it in a static field would keep its caches too. */
    private Gateway gateway;

    private TestGateway(Gateway gateway, Path folder) {
        this.gateway = gateway;
        this.port = gateway.port();
        this.opsPort = gateway.opsPort();
        this.folder = folder;
    }

    /** A gateway whose data and articles are below a directory. */
    public static TestGateway start(Path directory, String... settings) {
        return start(directory, articles(directory).toString(), settings);
    }

    /** A gateway with this feed or folder as its origin. */
    public static TestGateway start(Path directory, String origin, String[] settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "ops.port=0",
                "server.bind=127.0.0.1",
                "data=" + directory.resolve("data"),
                "sites.0.id=news",
                "sites.0.title=The News"));
        all.addAll(List.of(settings));
        EventLoopWatch.begin();
        try {
            Gateway gateway = Gateway.start(GatewayConfig.of(
                    origin, List.of("https://" + HOST, "http://" + MIRROR), all, InstantSource.system()));
            TestGateway test = new TestGateway(gateway, articles(directory));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> RawHttp.get(gateway.opsPort(), "x", "/readyz").status() == 200);
            return test;
        } catch (InvalidConfig | BindFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the articles of a gateway below this directory are. */
    public static Path articles(Path directory) {
        try {
            return Files.createDirectories(directory.resolve("articles"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an article, or writes it anew. */
    public static void write(Path folder, String name, String title, String section, String body) {
        try {
            Path file = folder.resolve(name + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "---\ntitle: \"" + title + "\"\ndate: 2026-11-01T10:00:00Z\nsection: " + section + "\n---\n" + body
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public int opsPort() {
        return opsPort;
    }

    public Path folder() {
        return folder;
    }

    public RawHttp.Answer get(String path, String... headers) {
        return RawHttp.get(port(), HOST, path, headers);
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
        EventLoopWatch.assertNothingBlocked();
    }
}
