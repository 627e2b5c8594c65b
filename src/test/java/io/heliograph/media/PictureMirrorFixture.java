package io.heliograph.media;

import static io.heliograph.ScriptedServer.settle;

import io.heliograph.ScriptedServer;
import io.heliograph.media.picture.Darkroom;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.outbound.Fetcher;
import io.heliograph.outbound.Resolver;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Another host with pictures, and who takes them from there. */
abstract class PictureMirrorFixture {

    static final String SITE = "news";

    @TempDir
    Path directory;

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    Vertx vertx;
    ScriptedServer origin;
    Darkroom darkroom;
    PictureMirror mirror;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        origin = ScriptedServer.start(vertx);
        mirror = mirror(Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        origin.close();
        settle(vertx.close());
    }

    void serve(String path, byte[] bytes) {
        origin.on(path, request -> request.response().end(Buffer.buffer(bytes)));
    }

    Mirrored ask(String path) {
        URI url = URI.create(origin.url(path));
        return settle(mirror.mirror(wanting(SITE), List.of(url))).now().get(url);
    }

    PictureMirror.Wanting wanting(String site) {
        return new PictureMirror.Wanting(site, URI.create(origin.url("/feed.xml")), "https://news.example/");
    }

    MediaLibrary library() {
        darkroom = new Darkroom(1);
        return new MediaLibrary(new MediaSettings(directory.resolve("library"), Duration.ofDays(7)), darkroom);
    }

    PictureMirror mirror(Duration patience) {
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("pictures", 2);
        Fetcher fetcher = new Fetcher(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), "Heliograph/test");
        return new PictureMirror(vertx, fetcher, library(), workers, now::get, patience);
    }
}
