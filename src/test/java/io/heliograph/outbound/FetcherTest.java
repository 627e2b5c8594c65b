package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ClosingServer;
import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fetcher asks, and what it makes of the answer. */
class FetcherTest extends FetcherFixture {

    private ScriptedServer server;

    @BeforeEach
    void start() {
        server = ScriptedServer.start(vertx).serve("/feed", "<rss/>");
    }

    @Test
    void request_saysWhoAsksAndForWhat() {
        fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(server.lastAsked().field("user-agent")).isEqualTo("Heliograph/test (+https://news.example/)");
        assertThat(server.lastAsked().field("accept")).isEqualTo("text/xml");
        assertThat(server.lastAsked().field("accept-encoding")).isEqualTo("gzip");
        assertThat(server.lastAsked().field("host")).isEqualTo("127.0.0.1:" + server.port());
    }

    /** RFC 9110, sections 13.1.2 and 13.1.3. */
    @Test
    void requestWithValidators_isConditional() {
        fetched(fetcher().fetch(request(server.url("/feed"), "W/\"a,b\"", "Mon, 23 Nov 2026 10:00:00 GMT")));

        assertThat(server.lastAsked().field("if-none-match")).isEqualTo("W/\"a,b\"");
        assertThat(server.lastAsked().field("if-modified-since")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
    }

    /** RFC 9110, section 9.2.2: a connection that was idle may end at the moment when it is used again. */
    @ParameterizedTest
    @EnumSource(ClosingServer.End.class)
    void connectionThatEnds_isNoFailure(ClosingServer.End end) throws IOException {
        try (ClosingServer closing = new ClosingServer(end, 1)) {
            Fetcher fetcher = fetcher();
            fetched(fetcher.fetch(request(closing.url() + "/first")));

            Fetched second = fetched(fetcher.fetch(request(closing.url() + "/second")));

            assertThat(second.status()).isEqualTo(200);
            assertThat(closing.asked("/second")).isEqualTo(2);
        }
    }

    @Test
    void requestWithoutValidators_isUnconditional() {
        fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(server.lastAsked().fields()).doesNotContainKeys("if-none-match", "if-modified-since");
    }

    @ParameterizedTest
    @CsvSource({"'', /", "?a=1&b=%20, /?a=1&b=%20", "/x#part, /x", "/%7Euser/a%2Fb?q=%C3%A9, /%7Euser/a%2Fb?q=%C3%A9"})
    void target_isPathAndQueryVerbatimWithoutTheFragment(String after, String target) {
        fetched(fetcher().fetch(request(server.url(after))));

        assertThat(server.lastAsked().uri()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 400, 401, 404, 410, 429, 500, 503})
    void anyStatus_isGivenBack(int status) {
        server.on("/feed", request -> request.response().setStatusCode(status).end());

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(fetched.status()).isEqualTo(status);
    }

    @Test
    void gzip_isUnpacked() {
        server.on(
                "/feed",
                request -> request.response()
                        .putHeader("Content-Encoding", "gzip")
                        .putHeader("ETag", "\"v1\"")
                        .end(Packed.of("<rss>\u00e9</rss>".getBytes(StandardCharsets.UTF_8))));

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("<rss>\u00e9</rss>");
        assertThat(fetched.field("etag")).isEqualTo("\"v1\"");
    }

    /** RFC 9110, section 5.2: lines of one name are one list. */
    @Test
    void fieldLinesOfOneName_areJoinedByCommas() {
        NetServer raw = rawServer((socket, first) -> socket.end(Buffer.buffer("HTTP/1.1 200 OK\r\n"
                + "Cache-Control: max-age=60\r\nX-UPPER: Kept As It Is\r\ncache-control: no-transform\r\n"
                + "Content-Length: 0\r\n\r\n")));

        Fetched fetched = fetched(fetcher().fetch(request(url(raw))));

        assertThat(fetched.field("cache-control")).isEqualTo("max-age=60, no-transform");
        assertThat(fetched.field("x-upper")).isEqualTo("Kept As It Is");
        assertThat(fetched.field("absent")).isEmpty();
    }

    @Test
    void earlyHints_areNotTheAnswer() {
        NetServer raw = rawServer((socket, first) -> socket.end(Buffer.buffer("HTTP/1.1 103 Early Hints\r\n"
                + "Link: </style.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")));

        Fetched fetched = fetched(fetcher().fetch(request(url(raw))));

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.body()).asString().isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 twohundred OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnothex\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                ""
            })
    void answerThatIsNoHttpOrIsBrokenOff_failsAsProtocol(String answer) {
        NetServer raw = rawServer((socket, first) -> socket.end(Buffer.buffer(answer)));

        FetchFailure failure = failure(fetcher().fetch(request(url(raw))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
        assertThat(failure).hasMessageContaining("127.0.0.1:" + raw.actualPort());
        assertThat(failure.reason().retryHelps()).isTrue();
    }

    /** RFC 9110, section 12.5.3: nothing but gzip was asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "utf-8"})
    void otherContentCoding_isLeftAsItIs(String coding) {
        server.on(
                "/feed",
                request ->
                        request.response().putHeader("Content-Encoding", coding).end("as it came"));

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(fetched.body()).asString().isEqualTo("as it came");
    }

    /** RFC 9110, section 8.4.1.3. */
    @Test
    void xGzip_isGzip() {
        server.on(
                "/feed",
                request -> request.response()
                        .putHeader("Content-Encoding", "x-gzip")
                        .end(Packed.of("<rss/>".getBytes(StandardCharsets.UTF_8))));

        Fetched fetched = fetched(fetcher().fetch(request(server.url("/feed"))));

        assertThat(fetched.body()).asString().isEqualTo("<rss/>");
    }

    @Test
    void brokenGzip_failsAsProtocol() {
        server.on(
                "/feed",
                request -> request.response()
                        .putHeader("Content-Encoding", "gzip")
                        .end(Buffer.buffer("this is not gzip at all, whatever it says")));

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/feed"))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
    }

    @Test
    void gzipThatEndsInTheMiddle_failsAsProtocol() {
        byte[] random = new byte[50_000];
        new Random(1).nextBytes(random);
        Buffer whole = Packed.of(random);
        server.on(
                "/feed",
                request -> request.response()
                        .putHeader("Content-Encoding", "gzip")
                        .end(whole.getBuffer(0, whole.length() / 2)));

        FetchFailure failure = failure(fetcher().fetch(request(server.url("/feed"))));

        assertThat(failure.reason()).isEqualTo(Reason.PROTOCOL);
    }
}
