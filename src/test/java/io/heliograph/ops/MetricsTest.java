package io.heliograph.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running gateway tells Prometheus. */
class MetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OURS = "Host: news.example\r\n";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "News", "Body");
        TestGateway.write(articles, "two", "Two", "News", "Body");
        Files.writeString(articles.resolve("bad.md"), "---\ntitle: [unclosed\n---\nBody\n");
        gateway = TestGateway.start(directory);
        gateway.get("/feed.rss");
        gateway.get("/feed.rss", "If-None-Match: *");
        await().atMost(PATIENCE).until(() -> scrape().contains("\njvm_"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /* ---------------- Readers ---------------- */

    @Test
    void readers_areCountedByKind_andNothingElseOfThemIsKept() {
        String feedly =
                "User-Agent: Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)";
        gateway.get("/feed.atom", feedly);
        gateway.get("/feed.atom?limit=3", feedly.replace("16", "4"));
        gateway.get("/feed.atom", feedly.replace("16", "17"), "If-None-Match: *");
        gateway.get("/feed.atom", "User-Agent: Quillhaven Reading Room (3 subscribers)", "If-None-Match: \"old\"");
        gateway.get("/feed.atom", "User-Agent: newsboat/2.30 \"secret\"");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines("heliograph_feed_"))
                        .contains(
                                requests("atom", "aggregator", "unconditional", 2),
                                requests("atom", "aggregator", "not_modified", 1),
                                requests("atom", "aggregator", "changed", 1),
                                requests("atom", "reader", "unconditional", 1),
                                "heliograph_feed_subscribers{service=\"feedly\",site=\"news\"} 21.0",
                                "heliograph_feed_subscribers{service=\"other\",site=\"news\"} 3.0"));
        assertThat(lines("heliograph_feed_saved_bytes_total{format=\"atom\",outcome=\"not_modified\"}"))
                .singleElement()
                .satisfies(line -> assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .isGreaterThan(500));
        assertThat(scrape()).doesNotContain("Quillhaven", "secret", "newsboat", "127.0.0.1\"");
    }

    private static String requests(String format, String client, String outcome, int count) {
        return "heliograph_feed_requests_total{client=\"%s\",format=\"%s\",outcome=\"%s\"} %s.0"
                .formatted(client, format, outcome, count);
    }

    private static List<String> lines(String begin) {
        return scrape().lines().filter(line -> line.startsWith(begin)).toList();
    }

    /* ---------------- What there is ---------------- */

    @Test
    void scrape_isWhatPrometheusUnderstands() throws Exception {
        Optional<Path> promtool = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(promtool.isPresent(), "promtool is not here: apt-get install prometheus");
        Process check = new ProcessBuilder(promtool.orElseThrow().toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();

        check.getOutputStream().write(scrape().getBytes(StandardCharsets.UTF_8));
        check.getOutputStream().close();

        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heliograph_build_info\\{java=\"\\d+\",version=\"[^\"]+\"} 1",
                "heliograph_ready 1\\.0",
                "heliograph_http_requests_total\\{coding=\"identity\",format=\"rss\",host=\"https://news\\.example\",route=\"feed\",status=\"200\"} \\d+\\.0",
                "heliograph_http_requests_total\\{coding=\"identity\",format=\"rss\",host=\"https://news\\.example\",route=\"feed\",status=\"304\"} \\d+\\.0",
                "heliograph_http_not_modified_total\\{format=\"rss\",host=\"https://news\\.example\"} \\d+\\.0",
                "heliograph_http_request_duration_seconds_bucket\\{route=\"feed\",le=\"5\\.0E-4\"} \\d+",
                "heliograph_http_request_duration_seconds_bucket\\{route=\"feed\",le=\"10\\.0\"} \\d+",
                "heliograph_http_request_duration_seconds_bucket\\{route=\"feed\",le=\"\\+Inf\"} \\d+",
                "heliograph_http_request_duration_seconds_count\\{route=\"feed\"} \\d+",
                "heliograph_http_request_duration_seconds_sum\\{route=\"feed\"} .+",
                "heliograph_event_loop_delay_seconds_count .+",
                "heliograph_cache_hits_total [1-9].*",
                "heliograph_cache_misses_total [1-9].*",
                "heliograph_cache_renders_total [1-9].*",
                "heliograph_cache_render_failures_total 0\\.0",
                "heliograph_cache_evictions_total \\d.*",
                "heliograph_cache_weight_bytes [1-9].*",
                "heliograph_cache_entries [1-9].*",
                "heliograph_origin_polls_total\\{origin=\"[^\"]+/articles\",result=\"ok\",site=\"news\"} [1-9].*",
                "heliograph_origin_age_seconds\\{origin=\"[^\"]+/articles\",site=\"news\"} \\d.*",
                "heliograph_origin_failures\\{origin=\"[^\"]+/articles\",site=\"news\"} 0\\.0",
                "heliograph_origin_entries_total\\{origin=\"[^\"]+/articles\",reason=\"none\",result=\"added\",site=\"news\"} 2\\.0",
                "heliograph_origin_entries_total\\{origin=\"[^\"]+/articles\",reason=\"unreadable\",result=\"left_out\",site=\"news\"} 1\\.0",
                "heliograph_newest_article_age_seconds\\{site=\"news\"} \\d.*",
                "heliograph_site_changes_total\\{site=\"news\"} [1-9].*",
                "jvm_memory_used_bytes\\{area=\"heap\",.*",
                "jvm_buffer_memory_used_bytes\\{id=\"direct\"} .*",
                "jvm_threads_live_threads .*",
                "jvm_gc_.*",
                "process_uptime_seconds .*",
                "process_cpu_usage .*",
                "process_cpu_seconds_total .*",
                "process_files_open_files .*",
            })
    void scrape_hasTheMetric(String line) {
        Pattern pattern = Pattern.compile(line);

        assertThat(scrape().lines()).anyMatch(found -> pattern.matcher(found).matches());
    }

    @Test
    void scrape_onThePublicListener_isNotThere() {
        assertThat(gateway.get("/metrics").status()).isEqualTo(404);
        assertThat(gateway.get("/readyz").status()).isEqualTo(404);
    }

    /* ---------------- What is refused is counted too ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | framing      | GET / HTTP/1.1~{ours}Transfer-Encoding: xchunked~~",
                "400 | framing      | GET / HTTP/1.1~{ours}X-Test : a~~",
                "400 | framing      | GET / HTTP/1.1~{ours}Content-Length: 1~Content-Length: 2~~",
                "400 | host         | GET / HTTP/1.1~~",
                "400 | target       | GET /%00 HTTP/1.1~{ours}~",
                "405 | method       | POST / HTTP/1.1~{ours}~",
                "414 | too_long     | GET /{long} HTTP/1.1~{ours}~",
                "421 | unknown_host | GET / HTTP/1.1~Host: evil.example~~",
                "431 | too_long     | GET / HTTP/1.1~{ours}X-Long: {long}~~",
            })
    void refusal_isCountedByItsReason(int status, String reason, String request) {
        String rejected = "heliograph_http_rejected_total{reason=\"" + reason + "\"}";
        String answered = "heliograph_http_requests_total{coding=\"identity\",format=\"none\",host=\"other\","
                + "route=\"rejected\",status=\"" + status + "\"}";
        double rejectedBefore = value(rejected);
        double answeredBefore = value(answered);

        RawHttp.Answer answer = RawHttp.send(
                gateway.port(),
                request.replace("{ours}", OURS)
                        .replace("{long}", "a".repeat(17_000))
                        .replace("~", "\r\n"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).as("it says why").isNotBlank();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(value(rejected)).isEqualTo(rejectedBefore + 1);
            assertThat(value(answered)).isEqualTo(answeredBefore + 1);
        });
    }

    /* ---------------- Bounds ---------------- */

    @Test
    void labels_ofAThousandStrangeRequests_areThoseThatWereThere() {
        strange("first");
        Set<String> before = series();

        for (int i = 0; i < 250; i++) {
            strange("x" + i);
        }

        assertThat(series()).isEqualTo(before);
    }

    /** One request of each kind that a client may vary as it likes. */
    private static void strange(String name) {
        RawHttp.get(gateway.port(), name + ".example", "/");
        gateway.get("/" + name);
        gateway.get("/sections/" + name + "/feed.rss?" + name + "=" + name);
        gateway.get("/media/" + name, "Accept-Encoding: " + name, "Accept: " + name, "User-Agent: " + name);
        RawHttp.ask(gateway.port(), name.toUpperCase(Locale.ROOT), TestGateway.HOST, "/");
    }

    /** Names and labels of all that requests are counted by. */
    private static Set<String> series() {
        return scrape().lines()
                .filter(line -> line.startsWith("heliograph_http"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String scrape() {
        return RawHttp.get(gateway.opsPort(), "localhost", "/metrics").text();
    }
}
