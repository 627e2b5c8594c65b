package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public listener answers to requests that no browser sends: R1 and R7. */
class FirstFilterTest {

    private static final String HOST = "Host: news.example\r\n";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /* ---------------- Host: RFC 9110, section 7.2; RFC 9112, section 3.2 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | none            | ''",
                "400 | two             | Host: news.example~Host: news.example",
                "400 | two that differ | Host: news.example~Host: evil.example",
                "400 | empty           | Host:",
                "400 | user            | Host: a@news.example",
                "400 | markup          | Host: a\"><script>alert(1)</script>",
                "400 | list            | Host: news.example, evil.example",
                "400 | space           | Host: news.example evil",
                "400 | path            | Host: news.example/evil",
                "400 | port too high   | Host: news.example:65536",
                "400 | port no number  | Host: news.example:evil",
                "400 | two ports       | Host: news.example:80:80",
                "400 | bad IPv6        | Host: [::1",
                "400 | empty label     | Host: news..example",
                "400 | dot alone       | Host: .",
                "400 | port 0          | Host: news.example:0",
                "400 | port of 5 nines | Host: news.example:99999",
                "400 | endless port    | Host: news.example:00000000000443",
                "400 | negative port   | Host: news.example:-1",
                "400 | IPv6 with zone  | Host: [fe80::1%25eth0]",
                "400 | IPv6 and more   | Host: [::1]news.example",
                "400 | IPv6 unbracketed| Host: ::1",
                "400 | tab inside      | Host: news.example\tevil.example",
                "400 | list of one     | Host: news.example,",
                "400 | a URL           | Host: https://news.example",
                "400 | an escape       | Host: news%2Eexample",
                "400 | high bytes      | Host: n\u00e9ws.example",
                "400 | a star          | Host: *",
                "400 | semicolon       | Host: news.example;evil",
                "400 | two dots after  | Host: news.example..",
                "400 | dot before      | Host: .news.example",
                "400 | folded          | Host: news.example~ evil.example",
                "400 | empty and good  | Host:~Host: news.example",
                "400 | other case      | Host: news.example~hOST: news.example",
                "400 | colon alone     | Host: :443",
                "421 | unknown         | Host: evil.example",
                "421 | unknown IPv4    | Host: 127.0.0.1",
                "421 | unknown IPv6    | Host: [::1]",
                "421 | other port      | Host: news.example:8443",
                "421 | below ours      | Host: evil.news.example",
                "421 | above ours      | Host: example",
                "200 | ours            | Host: news.example",
                "200 | upper case      | Host: NEWS.Example",
                "200 | spaces around   | Host:  \t news.example \t ",
                "200 | no port         | Host: news.example:",
                "200 | dot and port    | Host: news.example.:443",
                "200 | dot at the end  | Host: news.example.",
                "200 | own port        | Host: news.example:443",
                "200 | mirror          | Host: mirror.example",
                "200 | mirror's port   | Host: mirror.example:80",
                "421 | other's port    | Host: mirror.example:443",
            })
    void host_mustBeOneOfOurs(int status, String row, String fields) {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port(), "GET /feeds HTTP/1.1\r\n" + fields.replace("~", "\r\n") + "\r\n\r\n");

        assertThat(answer.status()).as(row).isEqualTo(status);
        assertThat(answer.closed())
                .as(row + ": the connection ends after a 400")
                .isEqualTo(status == 400);
        assertThat(answer.text().toLowerCase(Locale.ROOT)).as(row).doesNotContain("evil", "<script>");
        assertThat(String.join("\n", answer.fields())).as(row).doesNotContain("evil", "<script");
    }

    @Test
    void host_ofHttp10_isNeededToo() {
        assertThat(RawHttp.send(gateway.port(), "GET / HTTP/1.0\r\n\r\n").status())
                .isEqualTo(400);
    }

    /* ---------------- Methods: RFC 9110, section 15.5.6 ---------------- */

    @ParameterizedTest
    @ValueSource(
            strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "M-SEARCH", "get", "FOO", "PURGE", "QUERY"
            })
    void method_unknown_is405WithAllow(String method) {
        RawHttp.Answer answer = RawHttp.send(gateway.port(), method + " / HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void method_connect_isNoTunnel() {
        RawHttp.Answer answer = RawHttp.send(gateway.port(), "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void method_withABody_endsTheConnection() {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port(), "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nhello");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.closed()).isTrue();
    }

    @Test
    void options_ofEverything_isAnswered() {
        RawHttp.Answer answer = RawHttp.send(gateway.port(), "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.field("access-control-allow-methods")).contains("GET");
    }

    /* ---------------- Limits ---------------- */

    @Test
    void limit_ofTheRequestLine_is414() {
        String target = "/" + "a".repeat(9000);

        assertThat(RawHttp.send(gateway.port(), "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n")
                        .status())
                .isEqualTo(414);
    }

    @Test
    void limit_ofTheHeader_is431() {
        String field = "X-Long: " + "a".repeat(20_000) + "\r\n";

        assertThat(RawHttp.send(gateway.port(), "GET / HTTP/1.1\r\n" + HOST + field + "\r\n")
                        .status())
                .isEqualTo(431);
    }

    @ParameterizedTest
    @CsvSource({"1, 8000, 404", "1, 8170, 404", "1, 8190, 414", "1, 100000, 414"})
    void limit_ofTheRequestLine_isEightKibibytes(int lines, int length, int status) {
        RawHttp.Answer answer = gateway.get("/" + "a".repeat(length));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"100, 200", "1000, 200", "3000, 431", "10000, 431"})
    void limit_ofFields_isSixteenKibibytes(int fields, int status) {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port(), "GET /feeds HTTP/1.1\r\n" + HOST + "X-A: b\r\n".repeat(fields) + "\r\n");

        assertThat(answer.status()).isEqualTo(status);
    }

    /* ---------------- Upgrades and proxies ---------------- */

    @Test
    void upgrade_toClearTextHttp2_isNotTaken() {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port(),
                "GET /feeds HTTP/1.1\r\n" + HOST + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void upgrade_byPriorKnowledge_isNotTaken() {
        assertThat(RawHttp.send(gateway.port(), "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                        .status())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "h2c", "TLS/1.0", "HTTP/2.0", "foo/1, bar"})
    void upgrade_toAnything_isPassedOver(String protocol) {
        RawHttp.Answer answer = gateway.get(
                "/feeds",
                "Connection: Upgrade",
                "Upgrade: " + protocol,
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: chat");

        assertThat(answer.status()).as("RFC 9110, section 7.8").isEqualTo(200);
        assertThat(answer.field("upgrade")).isEmpty();
    }

    @Test
    void expectation_ofABodyThatNobodyNeeds_isAnsweredAtOnce() {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port(),
                "POST /feeds HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");

        assertThat(answer.status()).as("RFC 9110, section 10.1.1").isEqualTo(405);
        assertThat(answer.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: mirror.example",
                "Forwarded: host=mirror.example;proto=http",
                "X-Forwarded-Host: evil.example",
                "Forwarded: for=192.0.2.1;host=\"mirror.example\";proto=\"http\"",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Port: 80",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Server: mirror.example",
                "X-Host: mirror.example",
                "Front-End-Https: off",
                "X-Original-URL: /mirrors",
                "X-Rewrite-URL: /mirrors",
                "X-HTTP-Method-Override: DELETE"
            })
    void forwarded_fromAnybody_isAsIfItWereNotThere(String field) {
        RawHttp.Answer plain = gateway.get("/feeds");

        RawHttp.Answer answer = gateway.get("/feeds", field);

        assertThat(answer.text()).isEqualTo(plain.text()).contains("https://news.example/feed.rss");
    }
}
