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

/** What the public listener answers to requests that no browser sends. */
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
                "421 | unknown         | Host: evil.example",
                "421 | unknown IPv4    | Host: 127.0.0.1",
                "421 | unknown IPv6    | Host: [::1]",
                "421 | other port      | Host: news.example:8443",
                "421 | below ours      | Host: evil.news.example",
                "421 | above ours      | Host: example",
                "200 | ours            | Host: news.example",
                "200 | upper case      | Host: NEWS.Example",
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

    /* ---------------- Targets: RFC 9112, section 3.2; RFC 3986, section 6.2.2 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | /feeds",
                "200 | /./feeds",
                "200 | /x/../feeds",
                "200 | /%66eeds",
                "200 | /x/%2E%2e/feeds",
                "200 | /feeds?a=/../x",
                "200 | https://news.example/feeds",
                "200 | http://NEWS.example/feeds",
                "200 | https://news.example:443/feeds",
                "400 | http://evil.example/feeds",
                "400 | http://news.example@evil.example/",
                "400 | http://mirror.example/feeds",
                "400 | ftp://news.example/feeds",
                "400 | feeds",
                "400 | *",
                "400 | /../etc/passwd",
                "400 | /a/../../etc/passwd",
                "400 | /%2e%2e/etc/passwd",
                "400 | /%2e%2e%2fetc/passwd",
                "400 | /a%00b",
                "400 | /a%2fb",
                "400 | /a%5Cb",
                "400 | /a\\b",
                "400 | /%",
                "400 | /%f",
                "400 | /%zz",
                "400 | /a#b",
                "400 | /a\"b",
                "400 | /a<b>",
                "400 | /\u00e9",
                "400 | /feeds?\u00e9",
                "404 | //evil.example/",
                "404 | /%252e%252e/x",
                "404 | /feeds/..;/x",
            })
    void target_mustBeAPathOfTheSite(int status, String target) {
        RawHttp.Answer answer = RawHttp.send(gateway.port(), "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).as(target).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("evil.example");
    }

    /* ---------------- Framing: RFC 9112, sections 2.2, 5 and 6 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "length and coding     | Content-Length: 4~Transfer-Encoding: chunked~~0~~",
                "two lengths           | Content-Length: 4~Content-Length: 5~~abcd",
                "list of lengths       | Content-Length: 4, 4~~abcd",
                "length with a sign    | Content-Length: +4~~abcd",
                "negative length       | Content-Length: -1~~",
                "length in hex         | Content-Length: 0x4~~abcd",
                "unknown coding        | Transfer-Encoding: xchunked~~",
                "identity              | Transfer-Encoding: identity~~",
                "chunked not last      | Transfer-Encoding: chunked, identity~~0~~",
                "gzip and chunked      | Transfer-Encoding: gzip, chunked~~0~~",
                "two codings           | Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~",
                "space before colon    | X-Test : a~~",
                "NUL in a value        | X-Test: a\u0000b~~",
                "bare CR in a value    | X-Test: a^b~~",
                "field without a name  | : a~~",
            })
    void framing_thatIsAmbiguous_is400AndTheEnd(String row, String rest) {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port(),
                "GET /feeds HTTP/1.1\r\n" + HOST + rest.replace("~", "\r\n").replace('^', '\r')
                        + "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).as(row).isEqualTo(400);
        assertThat(answer.closed()).as(row).isTrue();
    }

    @Test
    void framing_bareLineFeeds_is400() {
        assertThat(RawHttp.send(gateway.port(), "GET /feeds HTTP/1.1\nHost: news.example\n\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void framing_codingInHttp10_is400() {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port(), "GET /feeds HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void framing_proxyProtocolFromAnybody_is400() {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port(), "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\nGET /feeds HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void framing_bodyOfAGet_isPassedOver() {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port(), "GET /feeds HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nhello");

        assertThat(answer.status()).isEqualTo(200);
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
    @ValueSource(
            strings = {
                "X-Forwarded-Host: mirror.example",
                "Forwarded: host=mirror.example;proto=http",
                "X-Forwarded-Host: evil.example",
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
