package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see whose request is for none of our sites. */
class RefusalTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"evil.example, /, 421", "news.example, /a%00b, 400"})
    void browser_getsAPageThatLoadsNothing(String host, String path, int status) {
        RawHttp.Answer answer = RawHttp.get(gateway.port(), host, path, BROWSER);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        assertThat(answer.field("content-security-policy")).contains("default-src 'none'", "'sha256-");
        assertThat(answer.field("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.field("permissions-policy")).contains("camera=()");
        assertThat(answer.text())
                .contains("<h1>")
                .doesNotContain("evil.example", "news.example", "The News", "href=", "src=");
    }

    @Test
    void program_getsALine() {
        RawHttp.Answer answer = RawHttp.get(gateway.port(), "evil.example", "/feed.rss");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.field("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.text().strip().lines()).hasSize(1);
    }
}
