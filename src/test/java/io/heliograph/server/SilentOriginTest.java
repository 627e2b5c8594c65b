package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers are told when an origin does not answer. */
class SilentOriginTest {

    private static final String FEED = "<rss version=\"2.0\"><channel><title>T</title><link>https://o.example/</link>"
            + "<description>D</description><item><title>One</title><guid isPermaLink=\"false\">1</guid>"
            + "<link>https://o.example/one</link></item></channel></rss>";

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path directory;

    private ScriptedServer origin;

    @BeforeEach
    void start() {
        origin = ScriptedServer.start(vertx).serve("/feed.xml", FEED);
    }

    @AfterEach
    void stop() {
        origin.close();
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void lastGoodFeed_isServedWithItsAge_andItsValidators() {
        try (TestGateway gateway = gateway("sites.0.origins.0.every=10s")) {
            await().until(() -> gateway.get("/feed.rss").text().contains("One"));
            RawHttp.Answer fresh = gateway.get("/feed.rss");

            origin.on(
                    "/feed.xml",
                    request -> request.response().setStatusCode(500).end());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !gateway.get("/feed.rss").field("age").isEmpty());

            RawHttp.Answer stale = gateway.get("/feed.rss");
            RawHttp.Answer notModified = gateway.get("/feed.rss", "If-None-Match: " + fresh.field("etag"));
            assertThat(fresh.field("age")).isEmpty();
            assertThat(fresh.field("cache-status")).isEmpty();
            assertThat(stale.status()).isEqualTo(200);
            assertThat(stale.body()).isEqualTo(fresh.body());
            assertThat(stale.field("etag")).isEqualTo(fresh.field("etag"));
            assertThat(stale.field("last-modified")).isEqualTo(fresh.field("last-modified"));
            assertThat(stale.field("cache-control")).isEqualTo(fresh.field("cache-control"));
            assertThat(Integer.parseInt(stale.field("age")))
                    .as("RFC 9111, section 5.1")
                    .isPositive();
            assertThat(stale.field("cache-status"))
                    .as("RFC 9211")
                    .matches("Heliograph; hit; ttl=-?\\d+; detail=origin-silent");
            assertThat(notModified.status()).isEqualTo(304);
            assertThat(notModified.field("cache-status")).isNotEmpty();
            assertThat(gateway.get("/").field("age")).isNotEmpty();
            assertThat(gateway.get("/favicon.ico").field("age")).isEmpty();
        }
    }

    @Test
    void feedThatMustNotBeOld_isRefusedInWords_andNoOther() {
        origin.on("/feed.xml", request -> request.response().setStatusCode(500).end());
        try (TestGateway gateway = gateway("sites.0.origins.0.every=10s", "sites.0.terms=[{for: [/], maxAge: 30s}]")) {
            RawHttp.Answer feed = gateway.get("/feed.rss");
            RawHttp.Answer conditional = gateway.get("/feed.atom", "If-None-Match: *");
            RawHttp.Answer page = gateway.get("/feed", "Accept: text/html");

            for (RawHttp.Answer refused : new RawHttp.Answer[] {feed, conditional, page}) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.field("retry-after"))
                        .as("RFC 9110, section 10.2.3")
                        .isEqualTo("60");
                assertThat(refused.field("cache-control")).isEqualTo("no-store");
                assertThat(refused.text()).contains("held back");
            }
            assertThat(gateway.get("/tv/roku.json").status()).isEqualTo(200);
            assertThat(gateway.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void feedThatMustNotBeOld_comesBackWithItsOrigin() {
        origin.on("/feed.xml", request -> request.response().setStatusCode(500).end());
        try (TestGateway gateway = gateway("sites.0.origins.0.every=10s", "sites.0.terms=[{for: [/], maxAge: 30s}]")) {
            assertThat(gateway.get("/feed.rss").status()).isEqualTo(503);

            origin.serve("/feed.xml", FEED);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.get("/feed.rss").status() == 200);
            RawHttp.Answer feed = gateway.get("/feed.rss");
            assertThat(feed.text()).contains("<title>One</title>");
            assertThat(feed.field("retry-after")).isEmpty();
            assertThat(feed.field("age")).isEmpty();
            assertThat(feed.field("cache-control")).startsWith("public, max-age=");
            assertThat(gateway.get("/feed.atom", "If-None-Match: " + feed.field("etag"))
                            .status())
                    .as("another format's tag")
                    .isEqualTo(200);
            assertThat(gateway.get("/feed.rss", "If-None-Match: " + feed.field("etag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void feedThatMustNotBeOld_isKeptByNobodyForLonger() {
        try (TestGateway gateway = gateway("sites.0.origins.0.every=10s", "sites.0.terms=[{for: [/], maxAge: 30s}]")) {
            await().until(() -> gateway.get("/feed.rss").text().contains("One"));

            RawHttp.Answer feed = gateway.get("/feed.rss");

            assertThat(feed.field("cache-control"))
                    .as("RFC 9111, section 5.2.2")
                    .matches("public, max-age=([12]?\\d|30), must-revalidate");
        }
    }

    private TestGateway gateway(String... settings) {
        return TestGateway.start(directory, origin.url("/feed.xml"), settings);
    }
}
