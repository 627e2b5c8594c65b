package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who ask for the same at once are one question to the origin (RFC 9111, section 4: collapsed requests). */
class MirrorFlightTest {

    private static final int VISITORS = 1000;

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

    @Test
    void aThousandVisitorsOfAColdPage_areOneQuestion() throws IOException {
        Queue<HttpServerRequest> held = hold("/cold");
        List<Socket> visitors = ask(VISITORS, "/cold");
        await().until(() -> !held.isEmpty());
        release(held, "body", "cache-control", "max-age=1000");

        for (Socket visitor : visitors) {
            assertThat(answer(visitor)).startsWith("HTTP/1.1 200").endsWith("body");
        }
        assertThat(mirror.asked("/cold")).isEqualTo(1);
    }

    /** R8: whoever waited for an answer that is for one alone asks for himself, and sees nothing of it. */
    @Test
    void cookies_areNotSharedWithThoseWhoWait() throws IOException {
        Queue<HttpServerRequest> held = hold("/private");
        List<Socket> visitors = ask(20, "/private");
        await().until(() -> !held.isEmpty());
        int[] number = {0};
        mirror.origin()
                .on(
                        "/private",
                        request -> MirrorFixture.answer(
                                request,
                                "body" + number[0]++,
                                "set-cookie",
                                "a=" + number[0],
                                "cache-control",
                                "public"));
        release(held, "first", "set-cookie", "a=first", "cache-control", "public, max-age=1000");

        List<String> answers = new ArrayList<>();
        for (Socket visitor : visitors) {
            answers.add(answer(visitor));
        }
        assertThat(answers).doesNotHaveDuplicates().allMatch(answer -> answer.startsWith("HTTP/1.1 200"));
        assertThat(answers.stream().filter(answer -> answer.endsWith("first"))).hasSize(1);
        assertThat(mirror.asked("/private")).isEqualTo(20);
    }

    /** RFC 9111, section 4.1: those who are for other variants ask together, too. */
    @Test
    void variants_areOneQuestionEach() throws IOException {
        Queue<HttpServerRequest> held = hold("/languages-of");
        List<Socket> english = ask(20, "/languages-of", "Accept-Language: en");
        await().until(() -> held.size() == 1);
        List<Socket> french = ask(20, "/languages-of", "Accept-Language: fr");
        mirror.origin().on("/languages-of", MirrorFlightTest::language);
        held.forEach(MirrorFlightTest::language);

        for (Socket visitor : english) {
            assertThat(answer(visitor)).endsWith("en");
        }
        for (Socket visitor : french) {
            assertThat(answer(visitor)).endsWith("fr");
        }
        // Once for all to learn that it chooses.
        assertThat(mirror.asked("/languages-of")).isEqualTo(3);
    }

    /** RFC 9111, sections 5.2.2.4 and 5.2.2.7: a field that is for one alone reaches the one who asked, and no other. */
    @ParameterizedTest
    @ValueSource(strings = {"private", "no-cache"})
    void fieldsThatAreForOneAlone_areNotSharedWithThoseWhoWait(String directive) throws IOException {
        String path = "/fields-" + directive;
        Queue<HttpServerRequest> held = hold(path);
        List<Socket> visitors = ask(20, path);
        await().until(() -> !held.isEmpty());
        release(
                held,
                "<p>page</p>",
                "x-user",
                "Ada",
                "content-type",
                "text/html",
                "cache-control",
                "max-age=1000, " + directive + "=\"X-User\"");

        List<String> answers = new ArrayList<>();
        for (Socket visitor : visitors) {
            answers.add(answer(visitor));
        }
        assertThat(answers).allMatch(answer -> answer.endsWith("<p>page</p>"));
        assertThat(answers.stream().filter(answer -> answer.contains("Ada"))).hasSize(1);
        assertThat(mirror.get(path).field("x-user")).isEmpty();
        assertThat(mirror.asked(path)).isEqualTo(1);
    }

    /** The same of what comes with the word that nothing has changed. */
    @Test
    void fieldsThatAreForOneAlone_areNotStoredWhenTheyComeWith304() {
        String[] fields = {
            "etag", "\"1\"", "cache-control", "max-age=0, private=\"X-User\"", "content-type", "text/html"
        };
        mirror.serve("/fields-304", "<p>page</p>", fields);
        mirror.get("/fields-304");
        mirror.origin().on("/fields-304", request -> {
            request.response().setStatusCode(304).putHeader("x-user", "Ada");
            MirrorFixture.answer(request, "", "etag", "\"1\"", "cache-control", "max-age=1000, private=\"X-User\"");
        });
        mirror.get("/fields-304");

        RawHttp.Answer hit = mirror.get("/fields-304");

        assertThat(hit.field("cache-status")).contains("hit");
        assertThat(hit.field("x-user")).isEmpty();
    }

    /** RFC 9110, section 9.3.2: many who ask for the head alone are one question, too. */
    @Test
    void heads_areOneQuestion() throws IOException {
        Queue<HttpServerRequest> held = hold("/heads");
        List<Socket> visitors = ask("HEAD", VISITORS, "/heads");
        await().until(() -> !held.isEmpty());
        // Heads are not stored, so those that come in after the first answer are another question.
        mirror.serve("/heads", "", "cache-control", "max-age=1000", "x-a", "1");
        release(held, "", "cache-control", "max-age=1000", "x-a", "1");

        for (Socket visitor : visitors) {
            assertThat(answer(visitor)).startsWith("HTTP/1.1 200").contains("x-a: 1");
        }
        assertThat(mirror.asked("/heads")).isLessThan(VISITORS / 2);
    }

    /** R8: nor are heads with cookies shared; and what they say keeps nobody apart who wants the page. */
    @Test
    void headsWithCookies_areNotSharedWithThoseWhoWait() throws IOException {
        Queue<HttpServerRequest> held = hold("/private-heads");
        List<Socket> visitors = ask("HEAD", 20, "/private-heads");
        await().until(() -> !held.isEmpty());
        mirror.serve("/private-heads", "", "set-cookie", "a=1");
        release(held, "", "set-cookie", "a=1");

        for (Socket visitor : visitors) {
            assertThat(answer(visitor)).startsWith("HTTP/1.1 200");
        }
        assertThat(mirror.asked("/private-heads")).isEqualTo(20);
    }

    /** RFC 9111, section 3.3: one who leaves shortens nothing for others, nor what is stored. */
    @Test
    void visitorWhoLeaves_shortensNothing() throws IOException {
        Queue<HttpServerRequest> held = hold("/left");
        ask(1, "/left").get(0).close();
        await().until(() -> !held.isEmpty());
        release(held, "x".repeat(1 << 20), "cache-control", "max-age=1000", "content-type", "image/png");

        await().until(() -> mirror.get("/left").field("cache-status").contains("hit"));
        assertThat(mirror.get("/left").body()).hasSize(1 << 20);
        assertThat(mirror.asked("/left")).isEqualTo(1);
    }

    /** Who comes while a body does gets all of it. */
    @Test
    void visitorWhoComesLate_getsTheWholeBody() throws IOException {
        Queue<HttpServerRequest> held = hold("/late");
        Socket early = ask(1, "/late").get(0);
        await().until(() -> !held.isEmpty());
        HttpServerRequest request = held.remove();
        request.response()
                .putHeader("content-type", "image/png")
                .putHeader("cache-control", "max-age=1000")
                .putHeader("content-length", "10")
                .write("01234");
        assertThat(early.getInputStream().read()).isEqualTo('H');
        Socket late = ask(1, "/late").get(0);
        assertThat(late.getInputStream().read()).isEqualTo('H');
        request.response().end("56789");

        assertThat(answer(early)).endsWith("0123456789");
        assertThat(answer(late)).endsWith("0123456789");
        assertThat(mirror.asked("/late")).isEqualTo(1);
    }

    private static void language(HttpServerRequest request) {
        MirrorFixture.answer(
                request,
                String.valueOf(request.getHeader("accept-language")),
                "vary",
                "Accept-Language",
                "cache-control",
                "max-age=1000");
    }

    private static Queue<HttpServerRequest> hold(String path) {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        mirror.origin().on(path, held::add);
        return held;
    }

    private static void release(Queue<HttpServerRequest> held, String body, String... fields) {
        held.forEach(request -> MirrorFixture.answer(request, body, fields));
    }

    private static List<Socket> ask(int visitors, String path, String... headers) throws IOException {
        return ask("GET", visitors, path, headers);
    }

    private static List<Socket> ask(String method, int visitors, String path, String... headers) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        for (int i = 0; i < visitors; i++) {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), mirror.gateway().port());
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\n" + lines
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            sockets.add(socket);
        }
        return sockets;
    }

    private static String answer(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
