package io.heliograph;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.config.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway says at its start, and when. */
class WelcomeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private ScriptedServer origin;

    @BeforeEach
    void listen() {
        origin = ScriptedServer.start(vertx);
    }

    @AfterEach
    void end() {
        settle(vertx.close());
    }

    @Test
    void gateway_isLoaded_onceItsOriginHasAnswered() throws Exception {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        origin.on("/feed", asked::complete);
        try (Gateway gateway = Gateway.start(config())) {
            HttpServerRequest request = asked.get(30, TimeUnit.SECONDS);
            boolean before = gateway.loadsWithin(Duration.ZERO);

            request.response()
                    .end(
                            "<rss version=\"2.0\"><channel><title>T</title><link>http://x.example/</link>"
                                    + "<item><title>One</title><guid>1</guid><link>http://x.example/one</link></item></channel></rss>");

            assertThat(before).isFalse();
            assertThat(gateway.loadsWithin(PATIENCE)).isTrue();
            assertThat(RawHttp.get(gateway.port(), "news.example", "/one").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void gateway_isLoaded_onceItsOriginHasFailed() throws Exception {
        origin.on("/feed", request -> request.response().setStatusCode(500).end());
        try (Gateway gateway = Gateway.start(config())) {
            assertThat(gateway.loadsWithin(PATIENCE)).isTrue();
        }
    }

    @Test
    void addresses_areShownWithTheArticles_andThePortsBefore() throws Exception {
        assertThat(Welcome.listening(config(), 8080, 9090))
                .containsExactly(
                        "Heliograph " + Version.NUMBER + " listens on port 8080.",
                        "  metrics http://127.0.0.1:9090/metrics");
        assertThat(Welcome.open(config(), 8080, true)).first().isEqualTo("Open:");
        assertThat(Welcome.open(config(), 8080, true))
                .contains("  The News: http://news.example/  (feeds http://news.example/feeds,"
                        + " TV http://news.example/tv/roku.json)");
        assertThat(Welcome.open(config(), 8080, false)).first().isEqualTo("Open, though articles are still coming in:");
    }

    private GatewayConfig config() throws Exception {
        return GatewayConfig.of(
                origin.url("/feed"),
                List.of("http://news.example"),
                List.of(
                        "server.port=0",
                        "ops.port=0",
                        "server.bind=127.0.0.1",
                        "data=" + directory.resolve("data"),
                        "sites.0.id=news",
                        "sites.0.title=The News"),
                InstantSource.system());
    }
}
