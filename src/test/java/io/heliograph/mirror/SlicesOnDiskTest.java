package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.heliograph.http.ByteRange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices outlive the gateway and the origin, and take no more room than the site's stored responses may. */
class SlicesOnDiskTest {

    private static final int SLICE = 1 << 20;
    private static final int LENGTH = 3 * SLICE + 123;

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

    @Test
    void restart_withTheOriginGone_servesTheSlicesThatAreStored() {
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/film.mp4", "Range: bytes=0-9");
            gateway.get("/film.mp4", "Range: bytes=-10");
            await().until(() -> new StoredFiles(directory).count() == 3);
        }
        origin.close();

        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            Answer begin = gateway.get("/film.mp4", "Range: bytes=100-109");
            Answer end = gateway.get("/film.mp4", "Range: bytes=" + 3 * SLICE + "-");
            Answer middle = gateway.get("/film.mp4", "Range: bytes=" + SLICE + "-" + (SLICE + 9));

            assertThat(begin.status()).isEqualTo(206);
            assertThat(begin.body()).isEqualTo(Arrays.copyOfRange(film.bytes(), 100, 110));
            assertThat(begin.field("cache-status")).contains("hit");
            assertThat(begin.field("etag")).isEqualTo("\"one\"");
            assertThat(end.body()).isEqualTo(Arrays.copyOfRange(film.bytes(), 3 * SLICE, LENGTH));
            assertThat(middle.status()).isEqualTo(502);
        }
    }

    /** RFC 5861, section 4: a stale film is served if all that is wanted of it is here; else it is said at once. */
    @Test
    void staleFile_isServedWhileTheOriginIsGone_ifAllOfItIsStored() {
        film.cacheControl("max-age=0");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/film.mp4", "Range: bytes=0-" + (2 * SLICE - 1));
            origin.close();

            Answer stored = gateway.get("/film.mp4", "Range: bytes=5-" + (SLICE + 5));
            Answer whole = gateway.get("/film.mp4");

            assertThat(stored.status()).isEqualTo(206);
            assertThat(stored.body()).isEqualTo(Arrays.copyOfRange(film.bytes(), 5, SLICE + 6));
            assertThat(whole.status()).isEqualTo(502);
        }
    }

    /** Bounded by the same budgets as all that is stored; and what is not kept is asked for again. */
    @Test
    void diskThatIsTooSmall_keepsWhatItCan() {
        film.become(30 * SLICE, "\"long\"");
        try (TestGateway gateway = MirrorFixture.gateway(
                directory, origin.url(""), "sites.0.mirror.disk=10MB", "sites.0.mirror.memory=8MB")) {
            for (int i = 0; i < 2; i++) {
                Answer whole = gateway.get("/film.mp4", "Range: bytes=0-");

                assertThat(whole.body()).isEqualTo(film.bytes());
                assertThat(new StoredFiles(directory).room()).isLessThanOrEqualTo(10_000_000);
            }
        }
        assertThat(new StoredFiles(directory).room()).isGreaterThan(5_000_000);
    }

    /** Places beyond what 32 bits hold, of a film of which no more is ever here than is wanted. */
    @Test
    void filmOfFiveGigabytes_isSoughtIn() {
        long length = 5_000_000_007L;
        origin.on("/long.mp4", request -> {
            ByteRange.Part part = (ByteRange.Part) ByteRange.of(request.getHeader("range"), length);
            Buffer bytes = Buffer.buffer();
            for (long at = part.first(); at <= part.last(); at++) {
                bytes.appendByte((byte) (at * 31 >>> 7));
            }
            film.head(request)
                    .setStatusCode(206)
                    .putHeader("content-range", part.field(length))
                    .end(bytes);
        });
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            long at = 4_500_000_000L;
            Answer middle = gateway.get("/long.mp4", "Range: bytes=" + at + "-" + (at + 1));
            Answer end = gateway.get("/long.mp4", "Range: bytes=-1");
            Answer head = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, "/long.mp4");

            assertThat(middle.body()).containsExactly((byte) (at * 31 >>> 7), (byte) ((at + 1) * 31 >>> 7));
            assertThat(middle.field("content-range")).isEqualTo("bytes " + at + "-" + (at + 1) + "/" + length);
            assertThat(end.body()).containsExactly((byte) ((length - 1) * 31 >>> 7));
            assertThat(head.field("content-length")).isEqualTo(Long.toString(length));
        }
    }
}
