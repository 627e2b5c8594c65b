package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds and pages over HTTP: what is sent, in which coding, and what conditional requests get. */
class DocumentsTest extends DocumentsFixture {

    /* ---------------- What there is ---------------- */

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/feeds, text/html; charset=utf-8",
        "/mirrors, text/html; charset=utf-8",
        "/sections/news, text/html; charset=utf-8",
        "/news/story-1, text/html; charset=utf-8",
        "/feed.rss, application/rss+xml; charset=utf-8",
        "/feed.atom, application/atom+xml; charset=utf-8",
        "/feed.json, application/feed+json; charset=utf-8",
        "/sections/news/feed.rss, application/rss+xml; charset=utf-8",
        "/sections/caf%C3%A9-co/feed.atom, application/atom+xml; charset=utf-8",
        "/sections/caf%c3%a9-co/feed.json, application/feed+json; charset=utf-8",
        "/tv/roku.json, application/json; charset=utf-8",
    })
    void document_isServedWithItsTypeAndValidators(String path, String type) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.field("etag")).matches("\"[a-z2-7]{26}\"");
        assertThat(answer.field("last-modified")).endsWith(" GMT");
        assertThat(answer.field("content-length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.field("cache-control"))
                .contains("public", "max-age=", "stale-while-revalidate=", "stale-if-error=");
        assertThat(answer.field("vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.field("date")).as("RFC 9110, section 6.6.1").endsWith(" GMT");
        assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.field("access-control-expose-headers")).contains("ETag");
        assertThat(answer.field("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void document_onAnotherHost_differsInItsOwnUrlsAlone() {
        RawHttp.Answer canonical = gateway.get("/feed.rss");

        RawHttp.Answer mirror = RawHttp.get(gateway.port(), TestGateway.MIRROR, "/feed.rss");

        assertThat(mirror.text()).isEqualTo(canonical.text().replace("https://news.example", "http://mirror.example"));
        assertThat(mirror.field("etag")).isEqualTo(canonical.field("etag"));
        assertThat(mirror.field("last-modified")).isEqualTo(canonical.field("last-modified"));
    }

    @Test
    void page_keepsToItself() {
        RawHttp.Answer answer = gateway.get("/");

        assertThat(answer.field("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.field("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.field("permissions-policy")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/sections/nothing",
                "/sections/nothing/feed.rss",
                "/assets/nothing.css",
                "/media/x/y.jpg"
            })
    void document_thatIsNotThere_is404WithAPage(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.text()).contains("Not found", "https://news.example/");
        assertThat(answer.field("cache-control")).isEqualTo("public, max-age=30");
        assertThat(answer.field("etag")).isEmpty();
    }

    @Test
    void article_withASlashTooMany_leadsToItsPath() {
        RawHttp.Answer answer = gateway.get("/news/story-1/");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.field("location")).isEqualTo("https://news.example/news/story-1");
    }

    /* ---------------- HEAD: RFC 9110, section 9.3.2 ---------------- */

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.rss", "/feed.atom", "/feed.json", "/tv/roku.json", "/nothing"})
    void head_hasTheFieldsOfGetAndNoBody(String path) {
        RawHttp.Answer get = gateway.get(path, "Accept-Encoding: gzip");

        RawHttp.Answer head = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, path, "Accept-Encoding: gzip");

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.fields().stream().filter(f -> !f.startsWith("date")))
                .containsExactlyElementsOf(
                        get.fields().stream().filter(f -> !f.startsWith("date")).toList());
        assertThat(head.closed()).as("nothing follows the fields").isTrue();
    }

    /* ---------------- CORS: Fetch, section 3.3 ---------------- */

    @Test
    void preflight_isAnswered() {
        RawHttp.Answer answer = RawHttp.ask(
                gateway.port(),
                "OPTIONS",
                TestGateway.HOST,
                "/feed.json",
                "Origin: https://reader.example",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: if-none-match");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.field("access-control-allow-methods")).contains("GET");
        assertThat(answer.field("access-control-allow-headers")).contains("If-None-Match");
    }

    /* ---------------- One connection ---------------- */

    @Test
    void connection_servesOneRequestAfterAnother() {
        String request = "GET /feed.json HTTP/1.1\r\nHost: news.example\r\n\r\n";

        RawHttp.Answer first = RawHttp.send(gateway.port(), request + request);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.closed()).as("the second answer follows").isFalse();
    }

    @Test
    void metrics_countWhatWasAnswered() {
        gateway.get("/feed.rss", "If-None-Match: *");

        await().untilAsserted(() -> assertThat(
                        RawHttp.get(gateway.opsPort(), "x", "/metrics").text())
                .contains("heliograph_http_not_modified_total{format=\"rss\",host=\"https://news.example\"}"));
    }
}
