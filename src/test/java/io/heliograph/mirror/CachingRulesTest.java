package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of caching (RFC 9111) as visitors meet them, each by its section. */
class CachingRulesTest {

    private static final String FRESH = "max-age=1000";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory, "sites.0.mirror.methods=[GET, HEAD, POST, M-SEARCH]");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Test
    @DisplayName(
            "RFC 9111, section 3: a status that is not understood is stored only where must-understand is not said")
    void mustUnderstand_forbidsWhatIsNotUnderstood() {
        for (int code : new int[] {200, 299}) {
            mirror.origin().on("/understood-" + code, request -> {
                request.response().setStatusCode(code);
                MirrorFixture.answer(request, "body", "cache-control", "must-understand, no-store, max-age=1000");
            });
            mirror.get("/understood-" + code);
        }

        assertThat(mirror.cacheStatus("/understood-200")).contains("hit");
        assertThat(mirror.cacheStatus("/understood-299"))
                .contains("fwd=uri-miss")
                .doesNotContain("stored");
    }

    @ParameterizedTest
    @CsvSource({"private, x-secret", "no-cache, x-secret"})
    @DisplayName("RFC 9111, sections 5.2.2.4 and 5.2.2.7: of what names fields, all but those is stored")
    void namedFields_areNotStored(String directive, String field) {
        String path = "/named-" + directive;
        mirror.serve(
                path, "body", "cache-control", directive + "=\"" + field + "\", max-age=1000", field, "1", "x-a", "2");

        Answer first = mirror.get(path);
        Answer second = mirror.get(path);

        assertThat(first.field(field)).isEqualTo("1");
        assertThat(second.field("cache-status")).contains("hit");
        assertThat(second.field(field)).isEmpty();
        assertThat(second.field("x-a")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "CDN-Cache-Control: max-age=1000, no-store, hit",
        "CDN-Cache-Control: no-store, max-age=1000, uri-miss",
        "'CDN-Cache-Control: max-age=1000,', no-store, uri-miss",
        "'CDN-Cache-Control: &', max-age=1000, hit",
    })
    @DisplayName("RFC 9213, section 2.2: what is for us alone counts where it can be read, and is told to nobody")
    void targetedField_counts(String line, String cacheControl, String outcome) {
        String path = "/targeted-" + Math.abs((line + cacheControl).hashCode());
        String value = line.substring(line.indexOf(':') + 1).strip();
        mirror.serve(path, "body", "cache-control", cacheControl, "cdn-cache-control", value);
        mirror.get(path);

        Answer second = mirror.get(path);

        assertThat(second.field("cache-status")).contains(outcome);
        assertThat(second.field("cdn-cache-control")).isEmpty();
        assertThat(second.field("cache-control")).isEqualTo(cacheControl);
    }

    @Test
    @DisplayName("RFC 9111, section 4.1: of very many variants the latest are kept")
    void variants_areCapped() {
        mirror.origin()
                .on(
                        "/variants",
                        request -> MirrorFixture.answer(
                                request,
                                String.valueOf(request.getHeader("accept-language")),
                                "vary",
                                "Accept-Language",
                                "cache-control",
                                FRESH));
        for (int i = 0; i < 60; i++) {
            assertThat(mirror.get("/variants", "Accept-Language: x-" + i).text())
                    .isEqualTo("x-" + i);
        }

        assertThat(mirror.cacheStatus("/variants", "Accept-Language: x-59")).contains("hit");
        assertThat(mirror.cacheStatus("/variants", "Accept-Language: x-1")).contains("fwd=vary-miss");
    }

    @Test
    @DisplayName("RFC 9211, section 2: our word is put behind those of caches nearer to the origin")
    void cacheStatus_isAppended() {
        mirror.serve("/chain", "body", "cache-control", FRESH, "cache-status", "Shield; hit");

        List<String> words = mirror.get("/chain").fields().stream()
                .filter(line -> line.startsWith("cache-status"))
                .toList();

        assertThat(words)
                .containsExactly(
                        "cache-status: Shield; hit", "cache-status: Heliograph; fwd=uri-miss; fwd-status=200; stored");
    }

    @Test
    @DisplayName("RFC 9111, section 5.1: Age goes on from the origin's, and no Warning is made")
    void age_goesOnFromTheOrigins() {
        mirror.serve("/aged", "body", "cache-control", FRESH, "age", "500");
        mirror.get("/aged");

        Answer hit = mirror.get("/aged");

        assertThat(Integer.parseInt(hit.field("age"))).isBetween(500, 600);
        assertThat(hit.field("warning")).isEmpty();
        assertThat(Integer.parseInt(hit.field("cache-status").replaceAll(".*ttl=", "")))
                .isBetween(400, 500);
    }

    @Test
    @DisplayName("RFC 9111, section 3.3: what is not whole is not stored, and a part stands for no whole")
    void part_standsForNoWhole() {
        mirror.origin().on("/film.mp4", request -> {
            boolean part = request.headers().contains("range");
            request.response().putHeader("etag", "\"f\"").putHeader("content-type", "video/mp4");
            if (part) {
                request.response().setStatusCode(206).putHeader("content-range", "bytes 0-3/10");
            }
            MirrorFixture.answer(request, part ? "0123" : "0123456789", "cache-control", FRESH);
        });

        assertThat(mirror.get("/film.mp4", "Range: bytes=0-3").text()).isEqualTo("0123");
        assertThat(mirror.get("/film.mp4").text()).isEqualTo("0123456789");
    }

    @Test
    @DisplayName("RFC 9111, section 5.2.1: to the letter, visitors' directives count")
    void directivesOfVisitors_countToTheLetter(@TempDir Path other) {
        try (MirrorFixture strict = new MirrorFixture(other, "sites.0.mirror.strict=true")) {
            strict.serve("/d", "body", "cache-control", "max-age=1000", "age", "100", "etag", "\"d\"");
            assertThat(strict.get("/d", "Cache-Control: only-if-cached").status())
                    .isEqualTo(504);
            assertThat(strict.get("/d", "Cache-Control: no-store").field("cache-status"))
                    .doesNotContain("stored");
            strict.get("/d");

            assertThat(strict.get("/d", "Cache-Control: only-if-cached").field("cache-status"))
                    .contains("hit");
            assertThat(strict.get("/d", "Cache-Control: max-age=2000").field("cache-status"))
                    .contains("hit");
            assertThat(strict.get("/d", "Cache-Control: min-fresh=100").field("cache-status"))
                    .contains("hit");
            for (String directive : List.of("no-cache", "max-age=50", "min-fresh=950")) {
                assertThat(strict.get("/d", "Cache-Control: " + directive).field("cache-status"))
                        .as(directive)
                        .contains("fwd=request");
            }
            strict.serve("/old", "body", "cache-control", "max-age=10", "age", "20");
            strict.get("/old");
            assertThat(strict.get("/old", "Cache-Control: max-stale=1000").field("cache-status"))
                    .contains("hit");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    @DisplayName("RFC 9111, section 4.2.2: that nothing is there is believed for a moment, unless more is said")
    void absence_isBelievedForAMoment(int code) {
        String path = "/absent-" + code;
        mirror.origin()
                .on(path, request -> request.response().setStatusCode(code).end("none"));
        mirror.get(path);

        assertThat(mirror.cacheStatus(path)).matches("Heliograph; hit; ttl=(10|[0-9])");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500, 503})
    @DisplayName("RFC 9111, section 3: an error that says nothing about it is not stored, one that does is")
    void errors_areStoredWhereTheySaySo(int code) {
        mirror.origin()
                .on(
                        "/error-" + code,
                        request -> request.response().setStatusCode(code).end("error"));
        mirror.origin().on("/said-" + code, request -> {
            request.response().setStatusCode(code);
            MirrorFixture.answer(request, "error", "cache-control", FRESH);
        });
        mirror.get("/error-" + code);
        mirror.get("/said-" + code);

        assertThat(mirror.cacheStatus("/error-" + code)).doesNotContain("hit");
        assertThat(mirror.cacheStatus("/said-" + code)).contains("hit");
    }

    @Test
    @DisplayName("RFC 5861, section 3: what is stale for a little is served at once, and asked for once")
    void staleWhileRevalidate_asksOnce() {
        mirror.serve("/swr", "old", "cache-control", "max-age=0, stale-while-revalidate=1000");
        mirror.get("/swr");
        mirror.serve("/swr", "new", "cache-control", FRESH);

        assertThat(mirror.get("/swr").text()).isEqualTo("old");

        await().until(() -> mirror.get("/swr").text().equals("new"));
        assertThat(mirror.asked("/swr")).isEqualTo(2);
    }
}
