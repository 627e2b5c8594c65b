package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Origins that give parts in other ways than RFC 9110, sections 14 and 15.3.7, has it, or change between two of them. */
class SlicesOfWrongOriginsTest {

    private static final int SLICE = FilmOrigin.SLICE;
    private static final int LENGTH = 5 * SLICE + 123;

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
        FilmOrigin film = new FilmOrigin(LENGTH, tag);
        mirror.origin().on(path, film);
        return film;
    }

    /** RFC 9111, section 3.4: parts without one and the same strong tag are never put together. */
    @ParameterizedTest
    @ValueSource(strings = {"''", "W/\"weak\"", "\"two\", \"tags\""})
    void fileWithoutAStrongTag_isNotSliced(String quoted) {
        String tag = quoted.equals("''") ? "" : quoted;
        String path = "/tagless-" + Integer.toHexString(tag.hashCode()) + ".mp4";
        FilmOrigin film = film(path, tag);

        Answer first = mirror.get(path, "Range: bytes=5-9");
        Answer other = mirror.get(path, "Range: bytes=" + (SLICE - 2) + "-" + (SLICE + 2));

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.body()).isEqualTo(film.part(5, 9));
        assertThat(other.body()).isEqualTo(film.part(SLICE - 2, SLICE + 2));
        assertThat(film.ranges())
                .containsExactly(FilmOrigin.range(0), "bytes=5-9", "bytes=" + (SLICE - 2) + "-" + (SLICE + 2));
    }

    /** RFC 9110, section 15.3.7.3: a version that is new is not put together with an old one. */
    @Test
    void fileThatChanges_isServedAnew() {
        FilmOrigin film = film("/changes.mp4", "\"one\"");
        mirror.get("/changes.mp4", "Range: bytes=0-9");
        film.become(LENGTH - 5, "\"two\"");

        Answer seek = mirror.get("/changes.mp4", "Range: bytes=" + 3 * SLICE + "-" + (3 * SLICE + 9));
        Answer begin = mirror.get("/changes.mp4", "Range: bytes=0-9");

        assertThat(seek.status()).isEqualTo(206);
        assertThat(seek.field("etag")).isEqualTo("\"two\"");
        assertThat(seek.field("content-range")).endsWith("/" + (LENGTH - 5));
        assertThat(seek.body()).isEqualTo(film.part(3 * SLICE, 3 * SLICE + 9));
        assertThat(begin.field("etag")).isEqualTo("\"two\"");
        assertThat(begin.body()).isEqualTo(film.part(0, 9));
    }

    /** What has begun as one version ends there, and does not go on as another. */
    @Test
    void fileThatChangesInTheMiddle_breaksOff() throws IOException {
        FilmOrigin film = film("/middle.mp4", "\"one\"");
        mirror.get("/middle.mp4", "Range: bytes=0-9");
        byte[] before = film.bytes();
        film.become(LENGTH, "\"two\"");

        byte[] body = cutShort("/middle.mp4", "Range: bytes=0-\r\n");

        assertThat(body).hasSizeBetween(1, LENGTH - 1).isEqualTo(Arrays.copyOf(before, body.length));
        assertThat(mirror.get("/middle.mp4", "Range: bytes=0-9").body()).isEqualTo(film.part(0, 9));
    }

    /** Servers that do not agree about a file's tag: what each gives is passed on as it is. */
    @Test
    void originsThatDisagree_areAskedForEachRange() {
        FilmOrigin film = film("/disagree.mp4", "\"one\"");
        int[] turn = {0};
        film.instead(request -> film.become(LENGTH, turn[0]++ % 2 == 0 ? "\"one\"" : "\"two\""));

        for (int i = 0; i < 5; i++) {
            for (int slice = 0; slice < 5; slice++) {
                Answer answer =
                        mirror.get("/disagree.mp4", "Range: bytes=" + slice * SLICE + "-" + (slice * SLICE + 9 + i));
                assertThat(answer.status()).isEqualTo(206);
                assertThat(answer.body())
                        .isEqualTo(Arrays.copyOfRange(
                                FilmOrigin.bytes(LENGTH, answer.field("etag")), slice * SLICE, slice * SLICE + 10 + i));
            }
        }
    }

    /** RFC 9110, section 14.4: a part is what its Content-Range says, or nothing that can be used. */
    @ParameterizedTest
    @CsvSource({
        "bytes 1-1048576/5243003",
        "bytes 0-1048574/5243003",
        "bytes 0-1048575/*",
        "bytes 0-1048575/1000",
        "bytes 9-0/5243003",
        "pages 0-1048575/5243003",
        "''"
    })
    void partThatIsNotTheSlice_isNotStored(String contentRange) {
        String path = "/lies-" + Integer.toHexString(contentRange.hashCode()) + ".mp4";
        FilmOrigin film = film(path, "\"one\"");
        film.instead(request -> {
            if (request.getHeader("range").equals(FilmOrigin.range(0))) {
                film.head(request)
                        .setStatusCode(206)
                        .putHeader("content-range", contentRange)
                        .end(Buffer.buffer(film.part(0, SLICE - 1)));
            }
        });

        Answer answer = mirror.get(path, "Range: bytes=5-9");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(film.part(5, 9));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), "bytes=5-9");
    }

    /** RFC 9110, section 15.3.7.2: of parts in many pieces no slice is made. */
    @Test
    void manyParts_areNoSlice() {
        FilmOrigin film = film("/many-parts.mp4", "\"one\"");
        film.instead(request -> {
            if (request.getHeader("range").equals(FilmOrigin.range(0))) {
                film.head(request)
                        .setStatusCode(206)
                        .putHeader("content-type", "multipart/byteranges; boundary=b")
                        .end("\r\n--b\r\nContent-Range: bytes 0-1/" + LENGTH + "\r\n\r\n01\r\n--b--\r\n");
            }
        });

        assertThat(mirror.get("/many-parts.mp4", "Range: bytes=5-9").body()).isEqualTo(film.part(5, 9));
    }

    /** Fewer bytes, or more, than Content-Range says: nothing of that is kept. */
    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void partOfAnotherLength_isAnError_andNotStored(int more) {
        String path = "/length" + more + ".mp4";
        FilmOrigin film = film(path, "\"one\"");
        film.instead(request -> film.head(request)
                .setStatusCode(206)
                .putHeader("content-range", "bytes 0-" + (SLICE - 1) + "/" + LENGTH)
                .end(Buffer.buffer(film.part(0, SLICE - 1 + more))));

        Answer wrong = mirror.get(path, "Range: bytes=5-9");
        film.instead(request -> {});
        Answer right = mirror.get(path, "Range: bytes=5-9");

        assertThat(wrong.status()).isEqualTo(502);
        assertThat(right.status()).isEqualTo(206);
        assertThat(right.body()).isEqualTo(film.part(5, 9));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), FilmOrigin.range(0));
    }

    /** RFC 9112, section 7.1: a slice that comes in chunks, its length nowhere said but in Content-Range. */
    @Test
    void sliceInChunks_isASlice() {
        FilmOrigin film = film("/chunks.mp4", "\"one\"");
        film.instead(request -> {
            film.head(request)
                    .setChunked(true)
                    .setStatusCode(206)
                    .putHeader("content-range", "bytes 0-" + (SLICE - 1) + "/" + LENGTH);
            request.response().write(Buffer.buffer(film.part(0, 999)));
            request.response().end(Buffer.buffer(film.part(1000, SLICE - 1)));
        });

        assertThat(mirror.get("/chunks.mp4", "Range: bytes=995-1004").body()).isEqualTo(film.part(995, 1004));
        assertThat(mirror.get("/chunks.mp4", "Range: bytes=5-9").body()).isEqualTo(film.part(5, 9));
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0));
    }

    /** RFC 9111, section 3: what may not be stored, or is somebody's own, is not stored in slices either. */
    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private", "cookie"})
    void fileThatMayNotBeStored_isNotSliced(String how) {
        String path = "/secret-" + how + ".mp4";
        FilmOrigin film = film(path, "\"one\"");
        if (how.equals("cookie")) {
            film.instead(request -> request.response().putHeader("set-cookie", "a=b"));
        } else {
            film.cacheControl(how);
        }

        mirror.get(path, "Range: bytes=5-9");
        Answer again = mirror.get(path, "Range: bytes=5-9");

        assertThat(again.body()).isEqualTo(film.part(5, 9));
        assertThat(again.field("set-cookie")).isEmpty();
        assertThat(film.ranges()).containsExactly(FilmOrigin.range(0), "bytes=5-9", "bytes=5-9");
    }

    /** An error in place of a slice is an error of this range, and nothing that is stored is lost by it. */
    @Test
    void errorInPlaceOfASlice_isTold_andForgotten() {
        FilmOrigin film = film("/trouble.mp4", "\"one\"");
        mirror.get("/trouble.mp4", "Range: bytes=0-9");
        film.instead(request -> request.response().setStatusCode(503).end());

        Answer trouble = mirror.get("/trouble.mp4", "Range: bytes=" + SLICE + "-" + (SLICE + 9));
        Answer stored = mirror.get("/trouble.mp4", "Range: bytes=0-9");
        film.instead(request -> {});
        Answer better = mirror.get("/trouble.mp4", "Range: bytes=" + SLICE + "-" + (SLICE + 9));

        assertThat(trouble.status()).isEqualTo(502);
        assertThat(stored.body()).isEqualTo(film.part(0, 9));
        assertThat(better.body()).isEqualTo(film.part(SLICE, SLICE + 9));
    }

    /** What a visitor gets of an answer that ends before it is whole. */
    private static byte[] cutShort(String path, String fields) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), mirror.gateway().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\n" + fields
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            in.transferTo(all);
            String text = all.toString(StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("HTTP/1.1 206");
            return Arrays.copyOfRange(all.toByteArray(), text.indexOf("\r\n\r\n") + 4, all.size());
        }
    }
}
