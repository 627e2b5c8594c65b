package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was purged or changed of a large file is as little good in slices as it would be as a whole (RFC 9111, section 4.4). */
class SlicesAfterPurgesTest {

    private static final int SLICE = FilmOrigin.SLICE;

    /** More than an eighth of the mirror's memory, so that it is kept in slices however it comes. */
    private static final int LENGTH = 9 * SLICE + 123;

    private static final String BEGIN = "Range: bytes=0-9";
    private static final String SECOND = "Range: bytes=" + SLICE + "-" + (SLICE + 9);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private ScriptedServer origin;
    private FilmOrigin film;

    @BeforeEach
    void start() {
        film = new FilmOrigin(LENGTH, "\"one\"");
        origin = ScriptedServer.start(vertx).on("/film.mp4", film);
    }

    @AfterEach
    void stop() {
        origin.close();
        ScriptedServer.settle(vertx.close());
    }

    /** RFC 9111, section 4.3.4: a 304 is for all that has the tag. */
    @Test
    void purgedFile_thatTheOriginSaysHolds_keepsItsSlices() {
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            gateway.get("/film.mp4", SECOND);
            purge(gateway);

            Answer again = gateway.get("/film.mp4", BEGIN);

            assertThat(again.field("cache-status")).contains("fwd=stale").contains("fwd-status=304");
            assertThat(gateway.get("/film.mp4", SECOND).field("cache-status")).contains("hit");
            assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), FilmOrigin.range(1), "whole");
        }
    }

    @Test
    void purgedFile_thatComesAnew_hasNoSliceFromBefore_thoughItsTagIsTheSame() {
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            gateway.get("/film.mp4", SECOND);
            await().until(() -> files() == 3);
            mend();
            purge(gateway);

            assertThat(gateway.get("/film.mp4").body()).isEqualTo(film.bytes());

            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
            assertThat(gateway.get("/film.mp4", SECOND).field("cache-status")).contains("hit");
            await().until(() -> files() == 11);
        }
        origin.close();
        try (TestGateway gateway = gateway()) {
            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
        }
    }

    /** RFC 9111, section 4.4: what an unsafe method has changed must not be used without being validated. */
    @Test
    void fileThatWasChanged_leavesNoSliceOnDisk() {
        origin.on(
                "/upload",
                request -> request.response()
                        .putHeader("location", "/film.mp4")
                        .setStatusCode(201)
                        .end());
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            gateway.get("/film.mp4", SECOND);
            await().until(() -> files() == 3);

            RawHttp.ask(gateway.port(), "POST", TestGateway.HOST, "/upload", "Content-Length: 0");

            await().until(() -> files() == 0);
            origin.close();
            assertThat(gateway.get("/film.mp4", BEGIN).status()).isEqualTo(502);
        }
    }

    @Test
    void fileThatWasChanged_isAskedForAnew_afterARestart() throws IOException {
        origin.on(
                "/upload",
                request -> request.response()
                        .putHeader("location", "/film.mp4")
                        .setStatusCode(201)
                        .end());
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            gateway.get("/film.mp4", SECOND);
            await().until(() -> files() == 3);
        }
        try (TestGateway gateway = gateway()) {
            // Nothing of it is in memory.
            RawHttp.ask(gateway.port(), "POST", TestGateway.HOST, "/upload", "Content-Length: 0");
            mend();

            assertThat(gateway.get("/film.mp4", BEGIN).body()).isEqualTo(film.part(0, 9));
            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
        }
    }

    /** The file is another now, of an origin that does not say so in its tag, nor has any use for conditions. */
    private void mend() {
        byte[] other = FilmOrigin.bytes(LENGTH, "\"two\"");
        film.become(other, "\"one\"");
        film.instead(request -> request.headers().remove("if-none-match"));
    }

    private TestGateway gateway() {
        return MirrorFixture.gateway(directory, origin.url(""), "sites.0.mirror.methods=[GET, HEAD, POST]");
    }

    private static void purge(TestGateway gateway) {
        assertThat(RawHttp.ask(
                                gateway.opsPort(),
                                "POST",
                                "x",
                                "/api/purge?site=news&path=/film.mp4",
                                "X-Requested-With: heliograph")
                        .status())
                .isEqualTo(200);
    }

    private long files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".response")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
