package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a feed for subscribers is for them too: its past, and what is new in it. */
class PrivateArchiveTest {

    private static final String ADAS = "k3Jx_9vQz1Lm-2Rt7WbYc4";
    private static final String ROOT = "/private/" + ADAS;

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        for (int i = 0; i < 120; i++) {
            TestGateway.write(TestGateway.articles(directory), "s" + i, "S" + i, "Sea", "Body");
        }
        Path ada = Files.writeString(directory.resolve("ada"), ADAS);
        gateway = TestGateway.start(
                directory,
                "sites.0.terms=[{for: [/sections/sea], subscribers: [{name: ada, token: '${file:" + ada + "}'}]}]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void archive_isBelowTheSubscribersPath_andNowhereElse() {
        Matcher link = Pattern.compile("rel=\"prev-archive\"[^>]*href=\"https://news.example([^\"]+)\"")
                .matcher(gateway.get(ROOT + "/sections/sea/feed.rss").text());
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).startsWith(ROOT + "/sections/sea/archive/");

        RawHttp.Answer page = gateway.get(link.group(1));
        RawHttp.Answer outside = gateway.get(link.group(1).substring(ROOT.length()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.field("cache-control")).isEqualTo("private, no-store");
        assertThat(page.field("access-control-allow-origin")).isEmpty();
        assertThat(page.text()).contains("https://news.example" + ROOT + "/sections/sea/feed.rss");
        assertThat(outside.status()).isEqualTo(404);
        assertThat(outside.text()).doesNotContain("S1");
    }

    @Test
    void delta_isTheSubscribersOwn() {
        String path = ROOT + "/sections/sea/feed.atom";
        String known = gateway.get(path).field("etag");

        TestGateway.write(gateway.folder(), "s119", "S119", "Sea", "Changed");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !gateway.get(path).field("etag").equals(known));
        RawHttp.Answer delta = gateway.get(path, "A-IM: feed", "If-None-Match: " + known);

        assertThat(delta.status()).isEqualTo(226);
        assertThat(delta.field("cache-control")).isEqualTo("private, no-store");
        assertThat(delta.field("access-control-allow-origin")).isEmpty();
        assertThat(delta.text()).contains("Changed", "https://news.example" + path);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(RawHttp.get(gateway.opsPort(), "localhost", "/metrics")
                                .text())
                        .containsPattern(
                                "heliograph_feed_saved_bytes_total\\{format=\"atom\",outcome=\"delta\"\\} [1-9]")
                        .doesNotContain(ADAS));
    }
}
