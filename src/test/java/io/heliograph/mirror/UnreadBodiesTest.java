package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body that nobody reads any more does not keep its connection to the origin. */
class UnreadBodiesTest {

    /** More than an eighth of the mirror's memory, so that it is not stored as a whole. */
    private static final int LARGE = 9 * FilmOrigin.SLICE + 7;

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    /** RFC 9111, section 4.1: what came is chosen by a wish that was not sent, and so it is for others. */
    @Test
    void largeFile_thatIsForOthers_isBrokenOff() {
        FilmOrigin film = new FilmOrigin(LARGE, "\"one\"").type("application/zip");
        Queue<CompletableFuture<Void>> wholes = new ConcurrentLinkedQueue<>();
        film.instead(request -> {
            wholes.add(brokenOff(request));
            request.response().putHeader("vary", "accept-language");
        });
        mirror.origin().on("/languages.zip", film);

        Answer answer = mirror.get("/languages.zip", "Accept-Language: de");

        assertThat(answer.body()).isEqualTo(film.bytes());
        assertThat(wholes).hasSize(2);
        assertThat(wholes.remove()).succeedsWithin(20, TimeUnit.SECONDS);
    }

    /** RFC 9111, section 4.2.4: who has been given what is stored reads nothing of what comes late. */
    @Test
    void largeFile_thatComesLate_isBrokenOff() {
        FilmOrigin film =
                new FilmOrigin(LARGE, "\"one\"").type("application/zip").cacheControl("max-age=0, stale-if-error=1000");
        mirror.origin().on("/late.zip", film);
        assertThat(mirror.get("/late.zip").body()).isEqualTo(film.bytes());
        byte[] before = film.bytes();
        film.become(LARGE, "\"two\"");
        CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
        mirror.origin().on("/late.zip", held::complete);

        Answer stale = mirror.get("/late.zip");
        CompletableFuture<Void> late = brokenOff(held.join());
        film.answer(held.join());

        assertThat(stale.field("cache-status")).contains("stale");
        assertThat(stale.body()).isEqualTo(before);
        assertThat(late).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Void> brokenOff(HttpServerRequest request) {
        CompletableFuture<Void> broken = new CompletableFuture<>();
        request.connection().closeHandler(closed -> broken.complete(null));
        return broken;
    }
}
