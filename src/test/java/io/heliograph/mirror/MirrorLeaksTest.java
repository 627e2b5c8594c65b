package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What remains of the origin in pages, and who gets to know. */
class MirrorLeaksTest {

    private static final String REPORTS = "/-/csp-reports";

    @TempDir
    Path directory;

    @Test
    void leak_isListedByPageContextAndHost_untilThePageIsWithoutIt() {
        try (MirrorFixture fixture = new MirrorFixture(directory)) {
            fixture.serve("/a", "<p>Write to 127.0.0.1 at once</p>", "content-type", "text/html");
            fixture.get("/a");

            List<JsonObject> leaks = leaks(fixture);

            assertThat(leaks).singleElement().satisfies(leak -> {
                assertThat(leak.getString("site")).isEqualTo("news");
                assertThat(leak.getString("page")).isEqualTo(fixture.origin().url("/a"));
                assertThat(leak.getString("context")).isEqualTo("text");
                assertThat(leak.getString("host")).isEqualTo("127.0.0.1");
                assertThat(leak.getString("from")).isEqualTo("rewriting");
                assertThat(leak.getInteger("count")).isEqualTo(1);
                assertThat(leak.getString("sample")).contains("Write to");
            });
            fixture.serve("/a", "<p>Write to nobody</p>", "content-type", "text/html");
            fixture.get("/a");
            assertThat(leaks(fixture)).isEmpty();
        }
    }

    @Test
    void pages_askForReports_whereThatIsWanted() {
        try (MirrorFixture fixture = new MirrorFixture(directory, "sites.0.mirror.leaks=report")) {
            fixture.serve("/a", "<p>x</p>", "content-type", "text/html; charset=utf-8");
            fixture.serve("/b", "x", "content-type", "text/plain");

            RawHttp.Answer page = fixture.get("/a");

            assertThat(page.field("content-security-policy-report-only"))
                    .contains("default-src 'self'")
                    .contains("report-uri " + REPORTS);
            assertThat(fixture.get("/b").field("content-security-policy-report-only"))
                    .isEmpty();
        }
    }

    /** CSP Level 3, section 5.3, and the Reporting API's form of the same. */
    @Test
    void reports_ofTheOriginAlone_areListed_withoutPiecesOfScripts() {
        try (MirrorFixture fixture = new MirrorFixture(directory, "sites.0.mirror.leaks=report")) {
            String mapped = fixture.origin().url("/x.js?secret=1");
            String page = "https://" + TestGateway.HOST + "/a?q=1";

            assertThat(report(fixture, "application/csp-report", csp(page, mapped, "script-src-elem")))
                    .isEqualTo(204);
            assertThat(report(fixture, "application/csp-report", csp(page, mapped, "script-src-elem")))
                    .isEqualTo(204);
            assertThat(report(fixture, "application/csp-report", csp(page, "https://ads.example/x", "img-src")))
                    .isEqualTo(204);
            assertThat(report(fixture, "application/csp-report", csp("https://evil.example/a", mapped, "img-src")))
                    .isEqualTo(204);
            assertThat(report(fixture, "application/csp-report", csp(page, mapped, "<script>")))
                    .isEqualTo(204);
            assertThat(report(
                            fixture,
                            "application/reports+json",
                            "[{\"type\":\"csp-violation\",\"body\":{\"documentURL\":\"" + page
                                    + "\",\"blockedURL\":\"" + mapped
                                    + "\",\"effectiveDirective\":\"img-src\",\"sample\":\"alert(1)\"}},"
                                    + "{\"type\":\"deprecation\"}]"))
                    .isEqualTo(204);

            List<JsonObject> leaks = leaks(fixture);
            assertThat(leaks).hasSize(2).allSatisfy(leak -> {
                assertThat(leak.getString("page")).isEqualTo("https://" + TestGateway.HOST + "/a");
                assertThat(leak.getString("host")).isEqualTo("127.0.0.1");
                assertThat(leak.getString("from")).isEqualTo("browser");
            });
            assertThat(leaks)
                    .extracting(leak -> leak.getString("context") + leak.getInteger("count"))
                    .containsExactlyInAnyOrder("script-src-elem2", "img-src1");
            assertThat(leaks.toString()).doesNotContain("alert").doesNotContain("secret");
            assertThat(RawHttp.get(fixture.gateway().opsPort(), "x", "/metrics").text())
                    .contains("heliograph_mirror_leaks_total{kind=\"report\",site=\"news\"} 3.0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,               {},               415",
        "application/csp-report,   {,                400",
        "application/csp-report,   [],               400",
        "application/reports+json, [1],              400",
        "application/csp-report,   {\"csp-report\":1}, 400"
    })
    void reportThatIsNone_isRefused(String type, String body, int status) {
        try (MirrorFixture fixture = new MirrorFixture(directory, "sites.0.mirror.leaks=report")) {
            assertThat(report(fixture, type, body)).isEqualTo(status);
            assertThat(leaks(fixture)).isEmpty();
        }
    }

    @Test
    void reportThatIsTooLong_isRefused() {
        try (MirrorFixture fixture = new MirrorFixture(directory, "sites.0.mirror.leaks=report")) {
            assertThat(report(fixture, "application/csp-report", "x".repeat(20_000)))
                    .isEqualTo(413);
        }
    }

    @Test
    void reports_whereNobodyAskedForThem_areRefused() {
        try (MirrorFixture fixture = new MirrorFixture(directory)) {
            assertThat(report(fixture, "application/csp-report", "{}")).isEqualTo(405);
        }
    }

    @Test
    void post_elsewhere_staysForbidden() {
        try (MirrorFixture fixture = new MirrorFixture(directory, "sites.0.mirror.leaks=report")) {
            assertThat(fixture.ask("POST", "/a", "Content-Length: 0").status()).isEqualTo(405);
            assertThat(fixture.ask("POST", "/-/feeds", "Content-Length: 0").status())
                    .isEqualTo(405);
        }
    }

    private static String csp(String page, String blocked, String directive) {
        return new JsonObject()
                .put(
                        "csp-report",
                        new JsonObject()
                                .put("document-uri", page)
                                .put("blocked-uri", blocked)
                                .put("effective-directive", directive)
                                .put("script-sample", "alert(1)"))
                .encode();
    }

    private static int report(MirrorFixture fixture, String type, String body) {
        return RawHttp.send(
                        fixture.gateway().port(),
                        "POST " + REPORTS + " HTTP/1.1\r\nHost: " + TestGateway.HOST + "\r\nContent-Type: " + type
                                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .status();
    }

    private static List<JsonObject> leaks(MirrorFixture fixture) {
        return new JsonObject(
                        RawHttp.get(fixture.gateway().opsPort(), "x", "/leaks").text())
                .getJsonArray("leaks").stream().map(JsonObject.class::cast).toList();
    }
}
