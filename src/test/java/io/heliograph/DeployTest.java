package io.heliograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.config.GatewayConfig;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds the files in {@code deploy} against the tools that read them, and against the gateway that they are for. */
@Timeout(60)
class DeployTest {

    private static final Path DEPLOY = Path.of("deploy");
    private static final Path RULES = DEPLOY.resolve("prometheus/rules.yml");
    private static final Pattern METRIC = Pattern.compile("\\bheliograph_[a-z_]+");

    /** The highest score of {@code systemd-analyze security} that is good enough, in tenths of its scale from 0 to 10. */
    private static final int MOST_EXPOSED = 20;

    @TempDir
    private Path frame;

    private record Ended(int code, String output) {}

    @Test
    void prometheusConfiguration_isUnderstood() throws Exception {
        String promtool = tool("promtool", "prometheus");

        Ended check = run(promtool, "check", "config", DEPLOY.resolve("prometheus/prometheus.yml"));

        assertThat(check.code()).as(check.output()).isZero();
    }

    @Test
    void alertRules_areUnderstood() throws Exception {
        String promtool = tool("promtool", "prometheus");

        Ended check = run(promtool, "check", "rules", RULES);

        assertThat(check.code()).as(check.output()).isZero();
    }

    @Test
    void alertRules_passTheirOwnTests() throws Exception {
        String promtool = tool("promtool", "prometheus");

        Ended tests = run(promtool, "test", "rules", DEPLOY.resolve("prometheus/rules_test.yml"));

        assertThat(tests.code()).as(tests.output()).isZero();
    }

    @Test
    void alertRules_nameMetricsThatTheGatewayHas() throws Exception {
        Set<String> named = metrics(Files.readString(RULES));
        assertThat(named).hasSizeGreaterThan(2);
        Path folder = Files.createDirectory(frame.resolve("articles"));
        Files.writeString(folder.resolve("first.md"), "The first article.\n");
        List<String> settings =
                List.of("server.port=0", "server.bind=127.0.0.1", "ops.port=0", "data=" + frame.resolve("data"));
        GatewayConfig config =
                GatewayConfig.of(folder.toString(), List.of("http://localhost:8080"), settings, InstantSource.system());

        try (Gateway gateway = Gateway.start(config)) {
            get(gateway.port(), "/feed.rss");

            // An answer is counted when its last byte is out, an origin when its articles are in.
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(metrics(get(gateway.opsPort(), "/metrics")))
                            .containsAll(named));
        }
    }

    @Test
    void nginxSite_isUnderstood() throws Exception {
        String nginx = tool("nginx", "nginx-light");
        String openssl = tool("openssl", "openssl");
        Path certificate = frame.resolve("fullchain.pem");
        Path key = frame.resolve("privkey.pem");
        Ended made = run(
                openssl,
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=news.example",
                "-keyout",
                key,
                "-out",
                certificate);
        assertThat(made.code()).as(made.output()).isZero();
        Files.writeString(frame.resolve("site.conf"), inFrame(DEPLOY.resolve("nginx/heliograph.conf")));
        Path main = Files.writeString(frame.resolve("nginx.conf"), """
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include site.conf;
                }
                """);

        Ended check = run(nginx, "-t", "-e", "stderr", "-p", frame, "-c", main);

        assertThat(check.code()).as(check.output()).isZero();
    }

    @Test
    void systemdUnit_isHardened() throws Exception {
        String analyze = tool("systemd-analyze", "systemd");

        Ended check = run(
                analyze,
                "security",
                "--no-pager",
                "--offline=true",
                "--threshold=" + MOST_EXPOSED,
                DEPLOY.resolve("systemd/heliograph.service"));

        assertThat(check.code()).as(check.output()).isZero();
        assertThat(check.output()).contains("Overall exposure level");
    }

    @Test
    void systemdConfiguration_isGood() throws Exception {
        Path file = DEPLOY.resolve("systemd/heliograph.yaml");

        GatewayConfig config = GatewayConfig.read(file, List.of(), InstantSource.system());

        assertThat(config.store().directory()).isEqualTo(Path.of("/var/lib/heliograph"));
        assertThat(config.server().trusted()).isNotEmpty();
    }

    /** The site with the certificate of this test, on sockets in the frame, which need neither free ports nor root. */
    private String inFrame(Path site) throws IOException {
        String text = Files.readString(site).replaceAll("/etc/ssl/heliograph/", Matcher.quoteReplacement(frame + "/"));
        return Pattern.compile("listen (\\[::]:)?(\\d+)")
                .matcher(text)
                .replaceAll(listen -> Matcher.quoteReplacement(
                        "listen unix:" + frame.resolve(listen.group(2) + (listen.group(1) == null ? "-4" : "-6"))));
    }

    /** The names of the gateway's own metrics in a text. */
    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Where a tool is; without it the test is skipped. */
    private static String tool(String name, String debianPackage) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), () -> name + " is not here: apt-get install " + debianPackage);
        return found.orElseThrow().toString();
    }

    private static Ended run(Object... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.of(command).map(String::valueOf).toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
