package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes when the peer's network is configured. */
class TrustedProxyTest {

    @TempDir
    Path directory;

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
