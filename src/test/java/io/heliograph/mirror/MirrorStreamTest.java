package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that take their time, or are large: R7, and what RFC 9111, section 3.3, says of what is not whole. */
class MirrorStreamTest {

    /** More than an eighth of the mirror's memory. */
    private static final int LARGE = 12 << 20;

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

    /** RFC 8297: hints are passed on, led to our host, and are no part of what is stored. */
    @Test
    void earlyHints_arePassedOn_andNotStored() throws IOException {
        mirror.origin().on("/hints", request -> {
            request.response()
                    .writeEarlyHints(HttpHeaders.headers()
                            .add("link", "<" + mirror.origin().url("/a.css") + ">; rel=preload")
                            .add("x-other", "1"))
                    .onSuccess(hinted -> MirrorFixture.answer(request, "body", "cache-control", "max-age=1000"));
        });

        String first = raw("/hints");
        String second = raw("/hints");

        assertThat(first)
                .startsWith("HTTP/1.1 103")
                .contains("<https://" + TestGateway.HOST + "/a.css>; rel=preload\r\n")
                .doesNotContain("x-other")
                .contains("HTTP/1.1 200");
        assertThat(second).startsWith("HTTP/1.1 200").doesNotContain("a.css");
    }

    /** What is too large to be stored passes through. */
    @Test
    void largeBody_passesThrough_andIsNotStored() {
        mirror.origin()
                .on(
                        "/large",
                        request -> request.response()
                                .putHeader("content-type", "image/png")
                                .putHeader("cache-control", "max-age=1000")
                                .end(Buffer.buffer(new byte[LARGE])));

        assertThat(mirror.get("/large").body()).hasSize(LARGE);
        assertThat(mirror.get("/large").body()).hasSize(LARGE);
        assertThat(mirror.asked("/large")).isEqualTo(2);
    }

    /** The same where nobody said before how large it is (RFC 9112, section 7.1). */
    @Test
    void largeBodyInChunks_passesThrough_andIsNotStored() throws IOException {
        mirror.origin().on("/chunked", request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("content-type", "image/png")
                    .putHeader("cache-control", "max-age=1000");
            for (int i = 0; i < 12; i++) {
                request.response().write(Buffer.buffer(new byte[1 << 20]));
            }
            request.response().end();
        });

        assertThat(raw("/chunked").length()).isGreaterThan(LARGE);
        assertThat(raw("/chunked").length()).isGreaterThan(LARGE);
        assertThat(mirror.asked("/chunked")).isEqualTo(2);
    }

    /** R7: what comes at once takes so much memory and no more; beyond that it passes through, and is not stored. */
    @Test
    void bodiesThatComeAtOnce_areNotAllKept() throws IOException {
        int most = 7 << 20;
        List<HttpServerResponse> under = new CopyOnWriteArrayList<>();
        List<String> paths = List.of("/at-once-1", "/at-once-2", "/at-once-3");
        for (String path : paths) {
            mirror.origin().on(path, request -> {
                request.response()
                        .putHeader("content-length", Integer.toString(most))
                        .putHeader("content-type", "image/png")
                        .putHeader("cache-control", "max-age=1000");
                request.response().write(Buffer.buffer(new byte[most - 1]));
                under.add(request.response());
            });
        }

        List<Socket> visitors = new ArrayList<>();
        for (String path : paths) {
            visitors.add(asking(path, "Connection: close\r\n"));
        }
        for (Socket visitor : visitors) {
            // What a visitor has is in the gateway too, if it keeps it.
            readUntil(visitor, "\r\n\r\n");
            assertThat(visitor.getInputStream().readNBytes(most - 1)).hasSize(most - 1);
        }
        under.forEach(response -> response.end("."));
        for (Socket visitor : visitors) {
            assertThat(visitor.getInputStream().readAllBytes()).hasSize(1);
            visitor.close();
        }

        paths.forEach(path -> mirror.serve(path, "anew"));
        assertThat(paths.stream()
                        .filter(path -> mirror.get(path).field("cache-status").contains("hit")))
                .as("those for which there was room")
                .hasSizeBetween(1, 2);
    }

    /** HTML, section 9.2: each visitor hears his own events, from where he was, while they happen. */
    @Test
    void events_passOneByOne_toEachVisitorHisOwn() throws IOException {
        AtomicReference<HttpServerResponse> stream = new AtomicReference<>();
        mirror.origin().on("/events", request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("content-type", "text/event-stream")
                    .putHeader("cache-control", "no-cache");
            request.response().write("data: first\n\n");
            stream.set(request.response());
        });
        try (Socket one = listen("/events", "Last-Event-ID: 7\r\n")) {
            readUntil(one, "data: first");
            HttpServerResponse toOne = stream.get();
            try (Socket two = listen("/events", "")) {
                readUntil(two, "data: first");

                toOne.write("data: second\n\n");

                assertThat(readUntil(one, "data: second")).contains("data: second");
                stream.get().write("data: third\n\n");
                assertThat(readUntil(two, "data: third"))
                        .contains("data: third")
                        .doesNotContain("second");
            }
        }
        assertThat(mirror.origin().asked().stream()
                        .filter(asked -> asked.uri().equals("/events"))
                        .map(asked -> asked.field("last-event-id")))
                .containsExactly("7", "");
    }

    /** Whoever listens takes no connection from those who read: there are sixty-four for them. */
    @Test
    void events_leaveTheConnectionsOfPagesAlone() throws IOException {
        mirror.origin().on("/many-events", request -> {
            request.response().setChunked(true).putHeader("content-type", "text/event-stream");
            request.response().write("data: first\n\n");
        });
        mirror.serve("/beside-events", "body");
        List<Socket> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 70; i++) {
                Socket one = listen("/many-events", "");
                listeners.add(one);
                assertThat(readUntil(one, "data: first")).contains("200").contains("data: first");
            }

            assertThat(mirror.get("/beside-events").text()).isEqualTo("body");
        } finally {
            for (Socket one : listeners) {
                one.close();
            }
        }
    }

    private static Socket listen(String path, String fields) throws IOException {
        return asking(path, "Accept: text/event-stream\r\n" + fields);
    }

    private static String readUntil(Socket socket, String words) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(words) < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                return read.toString();
            }
            read.append((char) b);
        }
        return read.toString();
    }

    /** A recording whose versions cannot be told apart is asked for as its player asks (RFC 9110, section 14). */
    @Test
    void partOfARecording_isAskedForAlone() {
        mirror.origin().on("/film.mp4", request -> {
            request.response()
                    .setStatusCode(206)
                    .putHeader("content-range", "bytes 4-7/1000000")
                    .putHeader("etag", "W/\"f\"");
            MirrorFixture.answer(request, "4567", "content-type", "video/mp4", "cache-control", "max-age=1000");
        });

        Answer first = mirror.get("/film.mp4", "Range: bytes=4-7");
        Answer within = mirror.get("/film.mp4", "Range: bytes=5-6");

        assertThat(first.status()).isEqualTo(206);
        assertThat(first.text()).isEqualTo("4567");
        assertThat(within.status()).isEqualTo(206);
        assertThat(within.text()).isEqualTo("56");
        assertThat(within.field("content-range")).isEqualTo("bytes 5-6/1000000");
        // Once for a slice, which it does not give.
        assertThat(mirror.origin().asked().stream()
                        .filter(asked -> asked.uri().equals("/film.mp4"))
                        .map(asked -> asked.field("range")))
                .containsExactly("bytes=0-1048575", "bytes=4-7");
    }

    /** An origin that keeps silent keeps nobody waiting who can be served. */
    @Test
    void silentOrigin_isServedStale_andHeardWhenItSpeaks() {
        mirror.serve("/silent", "old", "cache-control", "max-age=0");
        mirror.get("/silent");
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        mirror.origin().on("/silent", held::add);

        Answer stale = mirror.get("/silent");

        assertThat(stale.text()).isEqualTo("old");
        held.forEach(request -> MirrorFixture.answer(request, "new", "cache-control", "max-age=1000"));
        await().until(() -> mirror.get("/silent").text().equals("new"));
    }

    /** RFC 5861, section 3. */
    @Test
    void staleWhileRevalidate_isServedAtOnce_andAskedForMeanwhile() {
        int[] number = {0};
        mirror.origin()
                .on(
                        "/swr",
                        request -> MirrorFixture.answer(
                                request, "v" + number[0]++, "cache-control", "max-age=0, stale-while-revalidate=1000"));
        mirror.get("/swr");

        assertThat(mirror.get("/swr").text()).isEqualTo("v0");

        await().until(() -> mirror.asked("/swr") >= 2);
        await().until(() -> !mirror.get("/swr").text().equals("v0"));
    }

    private static String raw(String path) throws IOException {
        try (Socket socket = asking(path, "Connection: close\r\n")) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** One who has asked, and reads when he likes. */
    private static Socket asking(String path, String fields) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), mirror.gateway().port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\n" + fields + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
