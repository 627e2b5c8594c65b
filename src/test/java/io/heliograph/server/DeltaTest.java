package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to readers that take what is new in place of the whole (RFC 3229). */
class DeltaTest {

    private static final Pattern SAVED =
            Pattern.compile("heliograph_feed_saved_bytes_total\\{format=\"json\",outcome=\"delta\"\\} (\\S+)");

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        for (int i = 0; i < 20; i++) {
            write(i, "The lantern");
        }
        gateway = TestGateway.start(directory);
    }

    private static void write(int i, String body) {
        TestGateway.write(TestGateway.articles(directory), "s" + i, "S" + i, "Sea", body);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom", "json"})
    void delta_isSentToThoseWhoAsk(String format) throws IOException {
        String path = "/sections/sea/feed." + format;
        String known = gateway.get(path).field("etag");
        String coded = gateway.get(path, "Accept-Encoding: gzip").field("etag");
        assertThat(gateway.get(path, "A-IM: feed", "If-None-Match: " + known).status())
                .as("RFC 3229, section 10.5.3: nothing is new")
                .isEqualTo(304);

        write(5, "Changed for " + format);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway.get("/s5").text().contains("Changed for " + format)
                        && !gateway.get(path).field("etag").equals(known));

        RawHttp.Answer whole = gateway.get(path);
        RawHttp.Answer delta = gateway.get(path, "A-IM: gzip, feed", "If-None-Match: \"x\", " + coded);
        assertThat(delta.text()).contains("Changed for " + format).doesNotContain("S6");
        assertThat(delta.status()).isEqualTo(226);
        assertThat(delta.field("im")).isEqualTo("feed");
        assertThat(delta.field("delta-base")).as("section 10.5.1: which of two").isEqualTo(coded);
        assertThat(delta.field("etag")).as("section 10.4.1").isEqualTo(whole.field("etag"));
        assertThat(delta.field("cache-control")).isEqualTo("no-store");
        assertThat(delta.field("vary")).contains("A-IM", "If-None-Match", "Accept-Encoding");
        assertThat(delta.field("content-type")).isEqualTo(whole.field("content-type"));
        assertThat(delta.field("link")).as("RFC 8288").contains("rel=\"self\"").isEqualTo(whole.field("link"));
        assertThat(delta.body().length).isLessThan(whole.body().length / 2);

        RawHttp.Answer zipped = gateway.get(path, "A-IM: feed", "Accept-Encoding: gzip", "If-None-Match: W/" + known);
        assertThat(zipped.status()).isEqualTo(226);
        assertThat(zipped.field("content-encoding")).isEqualTo("gzip");
        assertThat(zipped.field("im")).isEqualTo("feed");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(delta.body());
        RawHttp.Answer mirrored =
                RawHttp.get(gateway.port(), TestGateway.MIRROR, path, "A-IM: feed", "If-None-Match: " + known);
        assertThat(mirrored.status()).isEqualTo(226);
        assertThat(mirrored.field("etag")).isEqualTo(delta.field("etag"));

        for (String[] fields : new String[][] {
            {"If-None-Match: " + known},
            {"A-IM: feed"},
            {"A-IM: feed;q=0", "If-None-Match: " + known},
            {"A-IM: vcdiff", "If-None-Match: " + known},
            {"A-IM: feed", "If-None-Match: \"unknown\""},
            {"A-IM: feed", "If-None-Match: " + known.replaceFirst("\"$", "\u00e9\"")},
            {"A-IM: feed", "If-None-Match: \"" + "a".repeat(26) + "\""}
        }) {
            assertThat(gateway.get(path, fields).status()).as(fields[0]).isEqualTo(200);
        }
        assertThat(RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, path, "A-IM: feed", "If-None-Match: " + known)
                        .status())
                .isEqualTo(200);
        assertThat(gateway.get(path, "A-IM: feed", "If-None-Match: *").status()).isEqualTo(304);
    }

    @Test
    void whatADeltaSaves_isCountedToTheByte() throws IOException {
        String path = "/sections/sea/feed.json";
        String known = gateway.get(path).field("etag");
        write(7, "Changed for the count");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !gateway.get(path).field("etag").equals(known));
        int whole = gateway.get(path).body().length;
        int wholeCoded = gateway.get(path, "Accept-Encoding: gzip").body().length;
        long before = saved();

        int delta = gateway.get(path, "A-IM: feed", "If-None-Match: " + known).body().length;
        int deltaCoded = gateway.get(path, "A-IM: feed", "Accept-Encoding: gzip", "If-None-Match: " + known)
                .body()
                .length;

        long most = before + whole - delta + wholeCoded - deltaCoded;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(saved()).isEqualTo(most));
        assertThat(most).isGreaterThan(before);
    }

    private static long saved() throws IOException {
        Matcher counted = SAVED.matcher(
                RawHttp.get(gateway.opsPort(), "localhost", "/metrics").text());
        return counted.find() ? (long) Double.parseDouble(counted.group(1)) : 0;
    }
}
