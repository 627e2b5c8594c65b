package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files are kept in slices (RFC 9110, section 14; RFC 9111, sections 3.3 and 3.4; R17). */
class MirrorSlicesTest {

    private static final int SLICE = FilmOrigin.SLICE;
    private static final int LENGTH = 5 * SLICE + 123;

    /** More than an eighth of the mirror's memory. */
    private static final int LARGE = 9 * SLICE + 7;

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

    private static FilmOrigin film(String path) {
        FilmOrigin film = new FilmOrigin(LENGTH, "\"one\"");
        mirror.origin().on(path, film);
        return film;
    }

    /** RFC 9111, section 3.3: what is asked for and kept are slices, whatever a player wants of them. */
    @Test
    void seeking_asksForSlices_andForEachOnce() {
        FilmOrigin film = film("/seek.mp4");
        int at = 2 * SLICE + 500;

        Answer first = mirror.get("/seek.mp4", "Range: bytes=" + at + "-" + (at + 99));
        Answer within = mirror.get("/seek.mp4", "Range: bytes=" + 2 * SLICE + "-" + (2 * SLICE + 9));
        Answer across = mirror.get("/seek.mp4", "Range: bytes=" + (3 * SLICE - 5) + "-" + (3 * SLICE + 4));

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.field("content-range")).isEqualTo("bytes " + at + "-" + (at + 99) + "/" + LENGTH);
        assertThat(first.field("etag")).isEqualTo("\"one\"");
        assertThat(first.field("accept-ranges")).isEqualTo("bytes");
        assertThat(first.field("cache-status")).contains("fwd=uri-miss").contains("stored");
        assertThat(first.body()).isEqualTo(film.part(at, at + 99));
        assertThat(within.body()).isEqualTo(film.part(2 * SLICE, 2 * SLICE + 9));
        assertThat(within.field("cache-status")).contains("hit");
        assertThat(across.body()).isEqualTo(film.part(3 * SLICE - 5, 3 * SLICE + 4));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(2), FilmOrigin.range(3));
    }

    /** RFC 9211, section 2.2: it is said that only a part was stored. */
    @Test
    void sliceThatIsNotStored_isToldOf() {
        film("/partial.mp4");
        mirror.get("/partial.mp4", "Range: bytes=0-9");

        assertThat(mirror.get("/partial.mp4", "Range: bytes=" + SLICE + "-" + (SLICE + 9))
                        .field("cache-status"))
                .contains("fwd=partial");
    }

    /** RFC 9110, section 14.1.2: the last bytes, and all from a place on. */
    @Test
    void endOfAFile_isFound_thoughItsLengthIsNotKnown() {
        FilmOrigin film = film("/end.mp4");

        Answer last = mirror.get("/end.mp4", "Range: bytes=-10");
        Answer rest = mirror.get("/end.mp4", "Range: bytes=" + (LENGTH - SLICE) + "-");

        assertThat(last.body()).isEqualTo(film.part(LENGTH - 10, LENGTH - 1));
        assertThat(last.field("content-range")).isEqualTo("bytes " + (LENGTH - 10) + "-" + (LENGTH - 1) + "/" + LENGTH);
        assertThat(rest.body()).isEqualTo(film.part(LENGTH - SLICE, LENGTH - 1));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), FilmOrigin.range(5), FilmOrigin.range(4));
    }

    /** RFC 9110, section 14.6. */
    @Test
    void severalRanges_areOneBodyOfMany() {
        FilmOrigin film = film("/several.mp4");
        int far = 4 * SLICE;

        Answer several = mirror.get("/several.mp4", "Range: bytes=0-3," + far + "-" + (far + 3));

        assertThat(several.status()).isEqualTo(206);
        assertThat(several.field("content-type")).startsWith("multipart/byteranges; boundary=");
        String body = new String(several.body(), StandardCharsets.ISO_8859_1);
        assertThat(body)
                .contains("Content-Type: video/mp4\r\nContent-Range: bytes 0-3/" + LENGTH + "\r\n\r\n"
                        + new String(film.part(0, 3), StandardCharsets.ISO_8859_1) + "\r\n--")
                .contains("Content-Range: bytes " + far + "-" + (far + 3) + "/" + LENGTH + "\r\n\r\n"
                        + new String(film.part(far, far + 3), StandardCharsets.ISO_8859_1) + "\r\n--");
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), FilmOrigin.range(4));
    }

    /** RFC 9110, section 15.5.17. */
    @Test
    void rangeBehindTheEnd_isNotSatisfiable() {
        film("/behind.mp4");

        Answer unknown = mirror.get("/behind.mp4", "Range: bytes=" + 50 * SLICE + "-");
        mirror.get("/behind.mp4", "Range: bytes=0-9");
        Answer known = mirror.get("/behind.mp4", "Range: bytes=" + LENGTH + "-");
        Answer afterwards = mirror.get("/behind.mp4", "Range: bytes=0-9");

        assertThat(unknown.status()).isEqualTo(416);
        assertThat(known.status()).isEqualTo(416);
        assertThat(known.field("content-range")).isEqualTo("bytes */" + LENGTH);
        assertThat(afterwards.status()).isEqualTo(206);
    }

    /** RFC 9110, section 13.1.5: of another version, the whole is sent. */
    @Test
    void ifRange_countsForTheVersionThatIsStored() {
        FilmOrigin film = film("/if-range.mp4");

        Answer same = mirror.get("/if-range.mp4", "Range: bytes=0-9", "If-Range: \"one\"");
        Answer other = mirror.get("/if-range.mp4", "Range: bytes=0-9", "If-Range: \"none\"");
        Answer weak = mirror.get("/if-range.mp4", "Range: bytes=0-9", "If-Range: W/\"one\"");

        assertThat(same.status()).isEqualTo(206);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(film.bytes());
        assertThat(weak.status()).isEqualTo(200);
    }

    /** RFC 9110, sections 9.3.2 and 13.1.2. */
    @Test
    void headAndConditions_areAnsweredFromWhatIsKnown() {
        FilmOrigin film = film("/head.mp4");
        mirror.get("/head.mp4", "Range: bytes=0-9");

        Answer head = mirror.ask("HEAD", "/head.mp4", "Range: bytes=0-9");
        Answer held = mirror.get("/head.mp4", "If-None-Match: \"one\"");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("content-length")).isEqualTo(Integer.toString(LENGTH));
        assertThat(held.status()).isEqualTo(304);
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0));
    }

    /** RFC 9111, section 3.4: no part is the whole, but all slices of one version are. */
    @Test
    void plainGet_getsTheWhole_neverAPart() {
        FilmOrigin film = film("/plain.mp4");
        mirror.get("/plain.mp4", "Range: bytes=0-9");

        Answer whole = mirror.get("/plain.mp4");

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.field("content-range")).isEmpty();
        assertThat(whole.field("content-length")).isEqualTo(Integer.toString(LENGTH));
        assertThat(whole.body()).isEqualTo(film.bytes());
        assertThat(film.ranges()).doesNotContain("whole").doesNotHaveDuplicates();
    }

    /** Many who watch the same cost the origin what one costs. */
    @Test
    void manyVisitors_shareEachSlice() throws Exception {
        FilmOrigin film = film("/many.mp4");
        ExecutorService visitors = Executors.newFixedThreadPool(16);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 48)
                    .mapToObj(i -> visitors.submit(
                            () -> mirror.get("/many.mp4", "Range: bytes=" + (SLICE + i) + "-" + (2 * SLICE + i))))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().body()).isEqualTo(film.part(SLICE + i, 2 * SLICE + i));
            }
        } finally {
            visitors.shutdownNow();
        }
        assertThat(film.ranges()).containsExactlyInAnyOrder(FilmOrigin.range(1), FilmOrigin.range(2));
    }

    /** A large file that passes as a whole is kept in slices, and is not asked for again. */
    @Test
    void wholeThatPasses_isKeptInSlices() {
        FilmOrigin film = new FilmOrigin(LARGE, "\"large\"");
        mirror.origin().on("/whole.zip", film.type("application/zip"));

        Answer first = mirror.get("/whole.zip");
        Answer second = mirror.get("/whole.zip");
        Answer seek = mirror.get("/whole.zip", "Range: bytes=-7");

        assertThat(first.body()).isEqualTo(film.bytes());
        assertThat(second.body()).isEqualTo(film.bytes());
        assertThat(second.field("cache-status")).contains("hit");
        assertThat(seek.body()).isEqualTo(film.part(LARGE - 7, LARGE - 1));
        assertThat(film.ranges()).containsExactly("whole");
    }

    /** What nobody would take for a film is found to be large, and then asked for in slices. */
    @Test
    void rangeOfAnythingLarge_isAnsweredAlone() {
        FilmOrigin film = new FilmOrigin(LARGE, "\"large\"");
        mirror.origin().on("/archive", film.type("application/x-tar"));

        Answer seek = mirror.get("/archive", "Range: bytes=" + 3 * SLICE + "-" + (3 * SLICE + 9));

        assertThat(seek.status()).isEqualTo(206);
        assertThat(seek.body()).isEqualTo(film.part(3 * SLICE, 3 * SLICE + 9));
        assertThat(film.ranges()).containsExactly("whole", FilmOrigin.range(3));
    }

    /** What says nothing about itself is no document if it is as large as this. */
    @Test
    void rangeOfALargeFileOfNoType_isAnsweredAlone() {
        FilmOrigin film = new FilmOrigin(LARGE, "\"large\"");
        mirror.origin().on("/file", film.type("application/octet-stream"));

        Answer seek = mirror.get("/file", "Range: bytes=-10");
        Answer other = mirror.get("/file", "Range: bytes=" + (SLICE - 5) + "-" + (5 * SLICE));

        assertThat(seek.status()).isEqualTo(206);
        assertThat(seek.body()).isEqualTo(film.part(LARGE - 10, LARGE - 1));
        assertThat(other.status()).isEqualTo(206);
        assertThat(other.body()).isEqualTo(film.part(SLICE - 5, 5 * SLICE));
    }

    /** RFC 9111, section 4.3: what is stale is asked about, and its slices are good if it holds. */
    @Test
    void staleFile_isValidated_andItsSlicesHold() {
        FilmOrigin film = film("/stale.mp4").cacheControl("max-age=0");
        mirror.get("/stale.mp4", "Range: bytes=0-9");

        Answer again = mirror.get("/stale.mp4", "Range: bytes=10-19");

        assertThat(again.body()).isEqualTo(film.part(10, 19));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), "whole");
    }

    /** Slices are of the bytes as they are, and of a document there are none (R17). */
    @Test
    void documentWithTheNameOfAFilm_isRewritten() {
        FilmOrigin film = film("/page.mp4").type("text/html");
        film.instead(request -> {
            Buffer page = Buffer.buffer("<a href=\"" + mirror.origin().url("/a") + "\">a</a>");
            film.head(request)
                    .setStatusCode(request.getHeader("range") == null ? 200 : 206)
                    .putHeader("content-range", "bytes 0-" + (page.length() - 1) + "/" + page.length())
                    .end(page);
        });

        Answer part = mirror.get("/page.mp4", "Range: bytes=0-15");

        assertThat(part.text()).isEqualTo("<a href=\"https:/");
    }

    /** R8: what is asked for with credentials is for one alone. */
    @Test
    void personalRequest_reachesTheOriginAsItIs() {
        FilmOrigin film = film("/own.mp4");
        mirror.get("/own.mp4", "Range: bytes=0-9");

        mirror.get("/own.mp4", "Range: bytes=5-6", "Authorization: Basic eDp5");

        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), "bytes=5-6");
    }
}
