package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors send where they may (R7): passed on as it comes, whole or not at all. */
class MirrorUploadTest {

    private static final String HOST = "Host: " + TestGateway.HOST + "\r\n";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory, "sites.0.mirror.methods=[GET, HEAD, POST, PUT]");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 5, hello",
        "Transfer-Encoding: chunked, '5\r\nhello\r\n0\r\n\r\n'",
    })
    void body_reachesTheOrigin_howeverItIsFramed(String framing, String body) {
        mirror.origin()
                .on(
                        "/framed",
                        request -> request.body()
                                .onSuccess(all -> MirrorFixture.answer(
                                        request, request.method().name() + all)));

        assertThat(send("PUT /framed", framing, body).text()).isEqualTo("PUThello");
    }

    @Test
    void body_passesPieceByPiece() throws IOException {
        List<String> pieces = new CopyOnWriteArrayList<>();
        mirror.origin().on("/pieces", request -> {
            request.handler(piece -> pieces.add(piece.toString()));
            request.endHandler(end -> MirrorFixture.answer(request, "done"));
        });
        try (Socket visitor = open("PUT /pieces HTTP/1.1\r\n" + HOST + "Content-Length: 6\r\n\r\none")) {
            await().until(() -> String.join("", pieces).equals("one"));

            write(visitor, "two");

            await().until(() -> String.join("", pieces).equals("onetwo"));
        }
    }

    /** RFC 9112, section 8: what is cut short is not taken for whole, here or at the origin. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"})
    void bodyThatBreaksOff_breaksOffAtTheOriginToo(String rest) throws IOException {
        Buffer taken = Buffer.buffer();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean();
        mirror.origin().on("/cut", request -> {
            request.handler(taken::appendBuffer);
            request.endHandler(end -> ended.set(true));
            request.exceptionHandler(e -> broken.set(true));
        });
        try (Socket visitor = open("POST /cut HTTP/1.1\r\n" + HOST + rest)) {
            assertThat(visitor.isConnected()).isTrue();
            await().until(() -> taken.toString().equals("hello"));
        }

        await().until(broken::get);
        assertThat(ended).isFalse();
    }

    /** Whoever leaves in the middle says nothing about the origin (R21). */
    @Test
    void visitorsWhoLeave_doNotTakeTheOriginAway() throws IOException {
        List<String> heads = new CopyOnWriteArrayList<>();
        List<String> broken = new CopyOnWriteArrayList<>();
        mirror.origin().on("/left", request -> {
            heads.add(request.uri());
            request.exceptionHandler(e -> broken.add(request.uri()));
        });
        for (int i = 1; i <= 12; i++) {
            int sent = i;
            try (Socket visitor = open("POST /left HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\nhello")) {
                assertThat(visitor.isConnected()).isTrue();
                await().until(() -> heads.size() == sent);
            }
            await().until(() -> broken.size() == sent);
        }
        mirror.serve("/well", "body");

        assertThat(mirror.get("/well").text()).isEqualTo("body");
        assertThat(RawHttp.get(mirror.gateway().opsPort(), "x", "/metrics").text())
                .containsPattern("heliograph_mirror_origin_state\\{[^}]*state=\"up\"} 1.0");
    }

    @Test
    void lengthThatIsTooLarge_isRefused_beforeTheBodyComes() {
        int before = mirror.origin().asked().size();

        Answer answer = send("PUT /large", "Expect: 100-continue\r\nContent-Length: 99999999", "");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(mirror.origin().asked()).hasSize(before);
    }

    @Test
    void bodyThatGrowsTooLarge_isRefused_andBreaksOffAtTheOrigin() {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean();
        mirror.origin().on("/growing", request -> {
            request.handler(piece -> {});
            request.endHandler(end -> ended.set(true));
            request.exceptionHandler(e -> broken.set(true));
        });
        String piece = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";

        Answer answer = send("PUT /growing", "Transfer-Encoding: chunked", piece.repeat(17) + "0\r\n\r\n");

        // Who writes on while he is refused may lose the answer to a reset.
        assertThat(answer.status()).isIn(413, 0);
        await().until(broken::get);
        assertThat(ended).isFalse();
    }

    /** RFC 9110, section 10.1.1. */
    @Test
    void expectation_isMetByUs_beforeTheBodyComes() throws IOException {
        mirror.origin()
                .on(
                        "/expected",
                        request -> request.body()
                                .onSuccess(all -> MirrorFixture.answer(
                                        request, all + String.valueOf(request.getHeader("expect")))));
        try (Socket visitor =
                open("PUT /expected HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n")) {
            assertThat(read(visitor, 25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

            write(visitor, "hello");

            assertThat(new String(visitor.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("hellonull");
        }
    }

    /** RFC 9112, section 9.5: an origin may say what it thinks of a request before it has all of it. */
    @Test
    void answerThatComesBeforeTheBodyIsOver_isPassedOn() throws IOException {
        mirror.origin().on("/early", request -> {
            request.response().setStatusCode(403);
            MirrorFixture.answer(request, "no");
        });
        try (Socket visitor = open("POST /early HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\nhello")) {
            assertThat(new String(visitor.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 403 Forbidden")
                    .endsWith("no");
        }
    }

    /** Forms are guarded by where they come from: our pages are the origin's, those of others are not. */
    @ParameterizedTest
    @CsvSource({
        "https://news.example, https://news.example/form?a=b",
        "http://mirror.example, http://mirror.example/form?a=b",
    })
    void pageOfOurs_isToTheOriginAPageOfItsOwn(String from, String referer) {
        mirror.origin().on("/form", request -> MirrorFixture.answer(request, "ok"));

        send("POST /form", "Origin: " + from + "\r\nReferer: " + referer + "\r\nContent-Length: 1", "x");

        assertThat(mirror.origin().lastAsked().field("origin"))
                .isEqualTo(mirror.origin().url(""));
        assertThat(mirror.origin().lastAsked().field("referer"))
                .isEqualTo(mirror.origin().url("/form?a=b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://news.example.evil.example", "x"})
    void pageOfSomebodyElse_isOneToTheOriginToo(String from) {
        mirror.origin().on("/form", request -> MirrorFixture.answer(request, "ok"));

        send("POST /form", "Origin: " + from + "\r\nReferer: " + from + "/page\r\nContent-Length: 1", "x");

        assertThat(mirror.origin().lastAsked().field("origin")).isEqualTo(from);
        assertThat(mirror.origin().lastAsked().fields()).doesNotContainKey("referer");
    }

    @Test
    void location_ofWhatWasMade_isOnTheHost() {
        mirror.origin().on("/new", request -> {
            request.response()
                    .setStatusCode(303)
                    .putHeader("location", mirror.origin().url("/made/1"));
            MirrorFixture.answer(request, "");
        });

        assertThat(send("POST /new", "Content-Length: 1", "x").field("location"))
                .isEqualTo("https://news.example/made/1");
    }

    /** RFC 9211, section 2.2. */
    @Test
    void failure_saysThatTheMethodWasTheReason(@TempDir Path other) {
        try (TestGateway lonely =
                MirrorFixture.gateway(other, "http://127.0.0.1:1", "sites.0.mirror.methods=[GET, POST]")) {
            Answer answer = RawHttp.ask(lonely.port(), "POST", TestGateway.HOST, "/x", "Content-Length: 0");

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.field("cache-status")).isEqualTo("Heliograph; fwd=method; detail=unreachable");
        }
    }

    private static Answer send(String start, String fields, String body) {
        return RawHttp.send(
                mirror.gateway().port(),
                start + " HTTP/1.1\r\n" + HOST + fields + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static Socket open(String bytes) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), mirror.gateway().port());
        socket.setSoTimeout(20_000);
        write(socket, bytes);
        return socket;
    }

    private static void write(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }
}
