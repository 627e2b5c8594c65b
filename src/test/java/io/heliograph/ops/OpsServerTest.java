package io.heliograph.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations listener, alone. */
class OpsServerTest {

    private final Vertx vertx = Vertx.vertx();
    private final Metrics metrics = new Metrics("1.2.3-test", InstantSource.system());
    private final Readiness readiness = new Readiness();
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = listen("127.0.0.1");
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        metrics.close();
    }

    private int listen(String bind) throws Exception {
        OpsServer server = new OpsServer(
                vertx,
                new OpsSettings(0, bind),
                metrics,
                readiness,
                vertx.createSharedWorkerExecutor("files", 2),
                Map.of());
        return server.start()
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    /* ---------------- Alive and ready ---------------- */

    @Test
    void livez_ofAGatewayThatStarts_isAlive() {
        RawHttp.Answer answer = get("/livez");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("live\n");
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, 503",
        "true,  false, false, false, 503",
        "false, true,  false, false, 503",
        "false, false, true,  false, 503",
        "true,  true,  false, false, 503",
        "true,  false, true,  false, 503",
        "false, true,  true,  false, 503",
        "true,  true,  true,  false, 200",
        "true,  true,  true,  true,  503",
        "false, false, false, true,  503",
    })
    void readyz_saysWhatHoldsAndWhatDoesNot(
            boolean open, boolean loaded, boolean listening, boolean draining, int status) {
        set(open, loaded, listening, draining);

        RawHttp.Answer answer = get("/readyz");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        assertThat(answer.text().lines())
                .containsExactly(
                        "store open: " + open,
                        "first load done: " + loaded,
                        "listeners bound: " + listening,
                        "not draining: " + !draining);
    }

    @ParameterizedTest
    @CsvSource({"true, false, 1.0", "false, false, 0.0", "true, true, 0.0"})
    void readiness_isAMetricToo(boolean ready, boolean draining, String value) {
        set(ready, ready, ready, draining);

        assertThat(get("/metrics").text().lines()).contains("heliograph_ready " + value);
    }

    private void set(boolean open, boolean loaded, boolean listening, boolean draining) {
        if (open) {
            readiness.storeOpened();
        }
        if (loaded) {
            readiness.firstLoadDone();
        }
        if (listening) {
            readiness.listening();
        }
        if (draining) {
            readiness.draining();
        }
    }

    /* ---------------- Methods and paths ---------------- */

    @ParameterizedTest
    @ValueSource(strings = {"/", "/livez", "/readyz", "/metrics", "/quarantine"})
    void head_hasTheFieldsOfGetAndNoBody(String path) {
        RawHttp.Answer get = get(path);

        RawHttp.Answer head = RawHttp.ask(port, "HEAD", "localhost", path);

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.field("content-type")).isEqualTo(get.field("content-type"));
        assertThat(head.field("content-length")).as("RFC 9110, section 8.6").isNotEqualTo("0");
        assertThat(head.closed()).as("nothing follows the fields").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /metrics",
        "PUT, /readyz",
        "DELETE, /",
        "OPTIONS, /livez",
        "TRACE, /",
        "POST, /nothing",
        "get, /livez"
    })
    void method_other_is405WithAllow(String method, String path) {
        RawHttp.Answer answer = RawHttp.ask(port, method, "localhost", path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("allow")).as("RFC 9110, section 15.5.6").isEqualTo("GET, HEAD");
    }

    @Test
    void method_withABody_endsTheConnection() {
        RawHttp.Answer answer =
                RawHttp.send(port, "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nslow");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/metrics/x", "/feed.rss", "/api/purge", "/%2e%2e/metricsx"})
    void path_thatIsNone_is404(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    /* ---------------- Hosts: a page that a browser on this machine shows must not read what is here ---------------- */

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9090",
                "ops.localhost",
                "127.0.0.1",
                "127.0.0.1:9090",
                "[::1]:9090",
                "192.0.2.1",
                "heliograph:9090",
                "localhost."
            })
    void host_thatNoStrangerCanOwn_isAnswered(String host) {
        assertThat(RawHttp.get(port, host, "/metrics").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:9090",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example.",
                "1.2.3",
                "a.b@localhost.example",
                "[::1].evil.example"
            })
    void host_thatAStrangerMayPointHere_is421OnLoopback(String host) {
        RawHttp.Answer answer = RawHttp.get(port, host, "/metrics");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.text()).doesNotContain("heliograph_", "evil");
    }

    @Test
    void host_absentInHttp10_isAProbeAndAnswered() {
        assertThat(RawHttp.send(port, "GET /livez HTTP/1.0\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void host_ofAListenerForOthers_isAnyName() throws Exception {
        int open = listen("0.0.0.0");

        assertThat(RawHttp.get(open, "heliograph.monitoring.svc.example:9090", "/metrics")
                        .status())
                .isEqualTo(200);
    }

    /* ---------------- The scrape ---------------- */

    static List<List<String>> formats() {
        String openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        String text = "text/plain; version=0.0.4; charset=utf-8";
        return List.of(
                List.of("", text),
                List.of("text/plain", text),
                List.of("*/*", text),
                List.of("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3", openMetrics),
                List.of("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily", text));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void metrics_areInTheFormatAskedFor(List<String> row) {
        RawHttp.Answer answer = row.get(0).isEmpty()
                ? get("/metrics")
                : RawHttp.get(port, "localhost", "/metrics", "Accept: " + row.get(0));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(row.get(1));
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        assertThat(answer.text().endsWith("# EOF\n")).isEqualTo(row.get(1).startsWith("application/openmetrics-text"));
        assertThat(answer.text())
                .contains(
                        "heliograph_build_info{java=\"" + Runtime.version().feature() + "\",version=\"1.2.3-test\"} 1");
    }

    private RawHttp.Answer get(String path) {
        return RawHttp.get(port, "localhost", path);
    }
}
