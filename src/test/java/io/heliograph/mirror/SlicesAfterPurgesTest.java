package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
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
            await().until(() -> new StoredFiles(directory).count() == 3);
            mend();
            purge(gateway);

            assertThat(gateway.get("/film.mp4").body()).isEqualTo(film.bytes());

            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
            assertThat(gateway.get("/film.mp4", SECOND).field("cache-status")).contains("hit");
            await().until(() -> new StoredFiles(directory).count() == 11);
        }
        origin.close();
        try (TestGateway gateway = gateway()) {
            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
        }
    }

    /** Who is in the middle of a film goes on, as long as the tag says that it is the same. */
    @Test
    void purgeBetweenSlices_endsNoAnswer_ofAFileThatHolds() {
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            between(() -> purge(gateway));

            assertThat(gateway.get("/film.mp4", "Range: bytes=0-").body()).isEqualTo(film.bytes());

            assertThat(film.ranges()).hasSize(10).doesNotContain("whole");
            // What came before is asked for again.
            assertThat(gateway.get("/film.mp4", BEGIN).field("cache-status")).contains("fwd=partial");
        }
    }

    @Test
    void purgeBetweenSlices_ofAFileThatIsAnother_givesNobodyHalfOfEach() {
        byte[] before = film.bytes();
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            between(() -> {
                film.become(LENGTH, "\"two\"");
                purge(gateway);
            });

            byte[] begun = gateway.get("/film.mp4", "Range: bytes=0-").body();

            assertThat(begun).hasSizeLessThan(LENGTH).isEqualTo(Arrays.copyOf(before, begun.length));
            assertThat(gateway.get("/film.mp4", SECOND).body()).isEqualTo(film.part(SLICE, SLICE + 9));
        }
    }

    /** Does something when the fifth slice is asked for, once. */
    private void between(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        origin.on("/film.mp4", request -> {
            if (FilmOrigin.range(4).equals(request.getHeader("range")) && done.compareAndSet(false, true)) {
                vertx.executeBlocking(() -> {
                            what.run();
                            return true;
                        })
                        .onComplete(then -> film.accept(request));
            } else {
                film.accept(request);
            }
        });
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
            await().until(() -> new StoredFiles(directory).count() == 3);

            RawHttp.ask(gateway.port(), "POST", TestGateway.HOST, "/upload", "Content-Length: 0");

            await().until(() -> new StoredFiles(directory).count() == 0);
            origin.close();
            assertThat(gateway.get("/film.mp4", BEGIN).status()).isEqualTo(502);
        }
    }

    @Test
    void fileThatWasChanged_isAskedForAnew_afterARestart() {
        origin.on(
                "/upload",
                request -> request.response()
                        .putHeader("location", "/film.mp4")
                        .setStatusCode(201)
                        .end());
        try (TestGateway gateway = gateway()) {
            gateway.get("/film.mp4", BEGIN);
            gateway.get("/film.mp4", SECOND);
            await().until(() -> new StoredFiles(directory).count() == 3);
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
}
