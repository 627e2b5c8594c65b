package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes when the peer's network is configured. */
class TrustedProxyTest {

    @TempDir
    Path directory;

    @TempDir
    static Path shared;

    private static TestGateway trusting;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(shared), "one", "One", "News", "Body");
        trusting = TestGateway.start(shared, "server.trust=[127.0.0.0/8]");
    }

    @AfterAll
    static void stop() {
        trusting.close();
    }

    @BeforeEach
    void article() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
    }

    @Test
    void forwardedHost_ofATrustedPeer_counts() {
        try (TestGateway gateway = TestGateway.start(directory, "server.trust=[127.0.0.0/8]")) {
            RawHttp.Answer standard = RawHttp.get(
                    gateway.port(),
                    "backend.internal",
                    "/feed.rss",
                    "Forwarded: for=x;host=\"mirror.example\";proto=http");
            RawHttp.Answer common =
                    RawHttp.get(gateway.port(), "backend.internal", "/feed.rss", "X-Forwarded-Host: mirror.example");
            RawHttp.Answer unknown =
                    RawHttp.get(gateway.port(), "news.example", "/feed.rss", "X-Forwarded-Host: evil.example");

            assertThat(standard.text()).contains("http://mirror.example/feed.rss");
            assertThat(common.text()).contains("http://mirror.example/feed.rss");
            assertThat(unknown.status()).isEqualTo(421);
        }
    }

    /** The site has https://news.example and http://mirror.example; a tilde is the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded: host=mirror.example                                              | http://mirror.example",
                "Forwarded: HOST=mirror.example; Proto=http                                  | http://mirror.example",
                "Forwarded: for=\"[2001:db8::1]:4711\";host=\"mirror.example:80\";proto=http  | http://mirror.example",
                "Forwarded: host=\"mirror\\.example\"                                         | http://mirror.example",
                "Forwarded: host=evil.example, host=mirror.example                           | http://mirror.example",
                "Forwarded: host=evil.example~Forwarded: for=x;host=mirror.example           | http://mirror.example",
                "Forwarded: for=\"a,b;host=evil.example\";host=mirror.example                | http://mirror.example",
                "Forwarded: host=mirror.example;for=\"x,host=evil.example\"                  | http://mirror.example",
                "Forwarded: host=mirror.example;for=\"x;host=evil.example\"                  | http://mirror.example",
                "Forwarded: for=\"\\\",host=evil.example\";host=mirror.example               | http://mirror.example",
                "Forwarded: for=192.0.2.1                                                    | https://news.example",
                "Forwarded: host=mirror.example:99999                                        | https://news.example",
                "Forwarded: host=                                                            | https://news.example",
                "Forwarded: host=a b                                                         | https://news.example",
                "Forwarded: host=\"mirror.example                                             | https://news.example",
                "Forwarded: nonsense                                                         | https://news.example",
                "Forwarded: host=mirror.example~X-Forwarded-Host: evil.example               | http://mirror.example",
                "X-Forwarded-Host: mirror.example                                            | http://mirror.example",
                "X-Forwarded-Host: evil.example, mirror.example                              | http://mirror.example",
                "X-Forwarded-Host: evil.example~X-Forwarded-Host: mirror.example             | http://mirror.example",
                "X-Forwarded-Host: MIRROR.example.:80                                        | http://mirror.example",
                "X-Forwarded-Host: a@mirror.example                                          | https://news.example",
                "X-Forwarded-Host:                                                           | https://news.example",
                "X-Forwarded-Proto: https                                                    | https://news.example",
                "X-Forwarded-Proto: gopher                                                   | https://news.example",
                "Forwarded: host=evil.example                                                | 421",
                "X-Forwarded-Host: evil.example                                              | 421",
                "X-Forwarded-Host: mirror.example, evil.example                              | 421",
            })
    void forwarded_ofATrustedPeer_isReadAsItIsMeant(String fields, String expected) {
        RawHttp.Answer answer = trusting.get("/feed.rss", fields.split("~", -1));

        if (expected.equals("421")) {
            assertThat(answer.status()).isEqualTo(421);
        } else {
            assertThat(answer.text()).as("RFC 7239, section 4").contains(expected + "/feed.rss");
        }
        assertThat(answer.text()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: host=mirror.example;proto=http",
                "X-Forwarded-Host: mirror.example",
                "X-Forwarded-Proto: http"
            })
    void forwarded_ofAPeerInAnotherNetwork_isAsIfItWereNotThere(String field) {
        try (TestGateway gateway = TestGateway.start(directory, "server.trust=[10.0.0.0/8, 2001:db8::/32]")) {
            assertThat(gateway.get("/feed.rss", field).text()).contains("https://news.example/feed.rss");
        }
    }

    @Test
    void hostField_besideAForwardedHost_mustStillBeGood() {
        RawHttp.Answer answer = RawHttp.send(
                trusting.port(), "GET /feed.rss HTTP/1.1\r\nHost: a@b\r\nX-Forwarded-Host: mirror.example\r\n\r\n");

        assertThat(answer.status()).as("RFC 9112, section 3.2").isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | X-Forwarded-Proto: https",
                "400 | X-Forwarded-For: 192.0.2.1",
            })
    void absoluteForm_ofATrustedPeerThatSaysTheScheme_mayNameThatOfItsOwnConnection(int status, String field) {
        RawHttp.Answer answer = RawHttp.send(
                trusting.port(),
                "GET http://news.example/feed.rss HTTP/1.1\r\nHost: news.example\r\n" + field + "\r\n\r\n");

        assertThat(answer.status()).as("RFC 9112, section 3.2.2").isEqualTo(status);
    }

    @Test
    void fold_afterAProxyProtocolOfBytes_isRefusedAndTheProtocolIsRead() {
        try (TestGateway gateway =
                TestGateway.start(directory, "server.trust=[127.0.0.0/8]", "server.proxyProtocol=true")) {
            String head = "\r\n\r\n\u0000\r\nQUIT\n\u0021\u0011\u0000\u000c\n \n \n \n \u0012\u0034\u0000\u0050";
            String good = "GET /feeds HTTP/1.1\r\nHost: news.example\r\n\r\n";

            RawHttp.Answer read = RawHttp.send(gateway.port(), head + good);
            RawHttp.Answer folded = RawHttp.send(
                    gateway.port(), head + "GET /feeds HTTP/1.1\r\nHost: news.example\r\nX-A: b\r\n c\r\n\r\n");

            assertThat(read.status()).isEqualTo(200);
            assertThat(folded.status()).as("RFC 9112, section 5.2").isEqualTo(400);
        }
    }

    @Test
    void proxyProtocol_ofATrustedPeer_isRead() {
        try (TestGateway gateway =
                TestGateway.start(directory, "server.trust=[127.0.0.0/8]", "server.proxyProtocol=true")) {
            RawHttp.Answer answer = RawHttp.send(
                    gateway.port(),
                    "PROXY TCP4 192.0.2.1 192.0.2.2 1234 80\r\nGET /feeds HTTP/1.1\r\nHost: news.example\r\n\r\n");

            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void proxyProtocol_ofAnotherPeer_endsTheConnection() {
        try (TestGateway gateway =
                TestGateway.start(directory, "server.trust=[10.0.0.0/8]", "server.proxyProtocol=true")) {
            RawHttp.Answer answer = RawHttp.send(
                    gateway.port(),
                    "PROXY TCP4 10.0.0.1 192.0.2.2 1234 80\r\nGET /feeds HTTP/1.1\r\nHost: news.example\r\n\r\n");

            assertThat(answer.status()).isZero();
            assertThat(answer.closed()).isTrue();
        }
    }
}
