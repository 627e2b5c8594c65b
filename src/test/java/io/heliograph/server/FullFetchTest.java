package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole feeds, again and again: two at once, and then one a minute. */
class FullFetchTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(directory), "one", "One", "News", "Body");
        gateway = TestGateway.start(
                directory, "server.trust=[127.0.0.0/8, 10.0.0.0/8]", "server.fullFetches={burst: 2, perMinute: 1}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void wholeFeeds_beyondTheAllowance_areRefusedInWords() {
        String visitor = visitor();
        gateway.get("/feed.rss", visitor);
        gateway.get("/feed.atom", visitor);

        RawHttp.Answer refused = gateway.get("/feed.rss", visitor);

        assertThat(refused.status()).as("RFC 6585, section 4").isEqualTo(429);
        assertThat(Integer.parseInt(refused.field("retry-after")))
                .as("RFC 9110, section 10.2.3")
                .isBetween(1, 60);
        assertThat(refused.field("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(refused.field("cache-control")).isEqualTo("no-store");
        assertThat(refused.field("access-control-expose-headers")).contains("Retry-After");
        assertThat(refused.text()).contains("If-None-Match");
    }

    @Test
    void everythingElse_isNeverLimited() {
        String visitor = visitor();
        for (int i = 0; i < 3; i++) {
            gateway.get("/feed.rss", visitor);
        }

        assertThat(gateway.get("/feed.rss", visitor, "If-None-Match: \"old\"").status())
                .isEqualTo(200);
        assertThat(gateway.get("/feed.rss", visitor, "If-None-Match: *").status())
                .isEqualTo(304);
        assertThat(gateway.get("/feed.rss", visitor, "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, "/feed.rss", visitor)
                        .status())
                .isEqualTo(200);
        for (String path : new String[] {"/", "/one", "/feeds", "/feed.html", "/favicon.ico", "/nothing"}) {
            assertThat(gateway.get(path, visitor).status()).as(path).isNotEqualTo(429);
        }
    }

    @Test
    void otherVisitor_isNotLimitedByIt() {
        String visitor = visitor();
        for (int i = 0; i < 3; i++) {
            gateway.get("/feed.rss", visitor);
        }

        assertThat(gateway.get("/feed.rss", visitor()).status()).isEqualTo(200);
    }

    /** What stands before the nearest proxy that is not ours is that proxy's own word. */
    @Test
    void chainOfProxies_isAsFarAsItIsTrusted() {
        String last = "203.0.113." + NEXT.getAndIncrement();
        int refused = 0;
        for (int i = 0; i < 4; i++) {
            RawHttp.Answer answer =
                    gateway.get("/feed.rss", "X-Forwarded-For: 198.51.100." + i + ", " + last + ", 10.0.0.7");
            refused += answer.status() == 429 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "X-Forwarded-For: 192.168.1.7",
                "X-Forwarded-For: evil.example",
                "X-Forwarded-For: 203.0.113.9, unknown",
                "Forwarded: for=_hidden",
                "Forwarded: for=\"[fd00::1]\"",
                "Forwarded: for=\"broken",
            })
    void whomNobodyCanTell_isNotLimited(String field) {
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/feed.rss", field).status()).isEqualTo(200);
        }
    }

    private static String visitor() {
        int number = NEXT.getAndIncrement();
        return number % 2 == 0
                ? "X-Forwarded-For: 203.0.113." + number
                : "Forwarded: for=\"[2001:db8:0:" + number + "::9]:4711\"";
    }
}
