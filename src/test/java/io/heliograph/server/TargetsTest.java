package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which targets of a request are paths of a site. */
class TargetsTest {

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
                "200 | https://NEWS.example/feeds",
                "200 | https://news.example:443/feeds",
                "200 | HTTPS://news.example/feeds",
                "200 | https://news.example",
                "200 | https://news.example?x",
                "200 | https://news.example./feeds",
                "200 | /feeds?",
                "200 | /feeds?x=%zz&&=",
                "200 | /feeds?limit=5?limit=6",
                "200 | /%2E/feeds",
                "400 | https:///feeds",
                "400 | https:/feeds",
                "400 | https://",
                "400 | https://news.example:0/feeds",
                "400 | https://news.example:443:443/feeds",
                "400 | https://news.example\\@evil.example/feeds",
                "400 | https://[::1]/feeds",
                "400 | javascript:alert(1)",
                "400 | news.example:443",
                "400 | ?x",
                "400 | #",
                "400 | *?x",
                "400 | **",
                "400 | /feeds?a#b",
                "400 | /feeds?\u00c3\u00a9",
                "400 | /caf\u00c3\u00a9",
                "400 | /%2e%2E/feeds",
                "400 | /a/%2e%2e/%2e%2e/feeds",
                "400 | /feeds%2f",
                "400 | /feeds%2F..%2Ffeeds",
                "400 | /%5c%5cevil.example",
                "400 | /feeds%00.rss",
                "400 | /feeds%",
                "400 | /feeds%1",
                "400 | /feeds%u002f",
                "400 | /a^b",
                "400 | /a`b",
                "400 | /a{b}",
                "400 | /\u007f",
                "400 | /a\u0001b",
                "404 | /feeds//",
                "404 | /feeds/",
                "404 | /.feeds",
                "404 | /...",
                "404 | /%ff%fe",
                "400 | /%0d%0aSet-Cookie:x=y",
                "400 | /%0a",
                "400 | /feeds%09",
                "400 | /%1b[31m",
                "400 | /feeds%7f",
                "404 | /%c0%af",
                "404 | /%ed%a0%80",
                "400 | http://news.example/feeds",
                "400 | http://news.example:443/feeds",
                "404 | ///",
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

    /** RFC 9112, section 3.2.2: the target in absolute form and the Host field must agree. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | http://mirror.example/feeds     | mirror.example",
                "200 | http://mirror.example:80/feeds  | mirror.example",
                "400 | https://mirror.example/feeds    | mirror.example",
                "400 | https://news.example/feeds      | mirror.example",
                "400 | https://news.example/feeds      | elsewhere.example",
                "400 | http://mirror.example/feeds     | elsewhere.example",
                "421 | http://elsewhere.example/feeds  | elsewhere.example",
                "421 | http://elsewhere.example/feeds  | another.example",
            })
    void absoluteForm_thatNamesUs_mustAgreeWithTheHost(int status, String target, String host) {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port(), "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
    }
}
