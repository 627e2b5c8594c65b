package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Origins that know no ranges (RFC 9110, section 14.2): what is large is given whole. */
class SlicesWithoutRangesTest {

    private static final int SLICE = FilmOrigin.SLICE;

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

    private static FilmOrigin film(String path, String tag) {
        FilmOrigin film = new FilmOrigin(5 * SLICE + 123, tag);
        mirror.origin().on(path, film);
        return film;
    }

    /** RFC 9110, section 14.2: a server may ignore Range; then it is not asked in slices again. */
    @Test
    void originThatIgnoresRange_givesTheWhole() {
        FilmOrigin film = film("/ignores.mp4", "\"one\"");
        film.instead(request -> film.head(request).end(Buffer.buffer(film.bytes())));

        Answer first = mirror.get("/ignores.mp4", "Range: bytes=5-9");
        Answer second = mirror.get("/ignores.mp4", "Range: bytes=5-9");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).isEqualTo(film.bytes());
        // By now it is stored as a whole.
        assertThat(second.status()).isEqualTo(206);
        assertThat(second.body()).isEqualTo(film.part(5, 9));
    }

    /** The same where it stopped to know them. */
    @Test
    void originThatIgnoresRangeFromNowOn_givesTheWhole() {
        FilmOrigin film = film("/stops.mp4", "\"one\"");
        mirror.get("/stops.mp4", "Range: bytes=5-9");
        film.instead(request -> film.head(request).end(Buffer.buffer(film.bytes())));

        Answer seek = mirror.get("/stops.mp4", "Range: bytes=" + 3 * SLICE + "-" + (3 * SLICE + 9));

        assertThat(seek.status()).isEqualTo(200);
        assertThat(seek.body()).isEqualTo(film.bytes());
    }

    /** The same of what was found to be large by its length: what is stored of it is not begun with any more. */
    @Test
    void largeFileWhoseRangesAreIgnored_isGivenWhole_eachTime() {
        FilmOrigin film = new FilmOrigin(9 * SLICE, "\"large\"").type("application/zip");
        mirror.origin().on("/large.zip", film);
        film.instead(request -> film.head(request).end(Buffer.buffer(film.bytes())));

        for (int i = 0; i < 3; i++) {
            Answer answer = mirror.get("/large.zip", "Range: bytes=" + (SLICE - 5) + "-" + (8 * SLICE));

            assertThat(answer.status()).isIn(200, 206);
            assertThat(answer.body())
                    .isEqualTo(answer.status() == 200 ? film.bytes() : film.part(SLICE - 5, 8 * SLICE));
        }
    }

    /** RFC 9110, section 14.2: a range is of the representation in its coding; who likes none could not read it. */
    @Test
    void rangeOfWhatIsNotSliced_isAskedForWithoutACoding() {
        film("/weak.mp4", "W/\"one\"");

        mirror.get("/weak.mp4", "Range: bytes=5-9");

        assertThat(mirror.origin().asked())
                .filteredOn(asked -> asked.uri().equals("/weak.mp4"))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.field("accept-encoding")).isEqualTo("identity"));
    }

    /** RFC 9110, section 13.2.2: whether a reader has it counts before what part of it he wants. */
    @Test
    void partThatAReaderHas_isNotSentAgain() {
        film("/held.mp4", "W/\"one\"");

        Answer first = mirror.get("/held.mp4", "Range: bytes=5-9");
        Answer held = mirror.get("/held.mp4", "Range: bytes=5-9", "If-None-Match: W/\"one\"");
        Answer other = mirror.get("/held.mp4", "Range: bytes=5-9", "If-None-Match: W/\"two\"");

        assertThat(first.status()).isEqualTo(206);
        assertThat(held.status()).isEqualTo(304);
        assertThat(other.status()).isEqualTo(206);
    }

    /** RFC 9110, section 13.2.2: so it is with a part that passes and is not stored. */
    @Test
    void partThatPasses_isNotSentToWhoHasIt() {
        film("/passing.mp4", "W/\"one\"").cacheControl("no-store");

        Answer first = mirror.get("/passing.mp4", "Range: bytes=5-9");
        Answer held = mirror.get("/passing.mp4", "Range: bytes=5-9", "If-None-Match: W/\"one\"");
        Answer other = mirror.get("/passing.mp4", "Range: bytes=5-9", "If-None-Match: W/\"two\"");

        assertThat(first.status()).isEqualTo(206);
        assertThat(held.status()).isEqualTo(304);
        assertThat(held.body()).isEmpty();
        assertThat(held.field("content-range")).isEmpty();
        assertThat(other.status()).isEqualTo(206);
        assertThat(other.field("content-range")).isEqualTo(first.field("content-range"));
    }
}
