package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.Zstd;
import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds and pages over HTTP: what is sent, in which coding, and what conditional requests get. */
class DocumentsTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        Path articles = TestGateway.articles(directory);
        for (int i = 0; i < 60; i++) {
            TestGateway.write(
                    articles, "news/story-" + i, "Story " + i, i % 2 == 0 ? "News" : "Café & Co", "Text ".repeat(200));
        }
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

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

    /* ---------------- Parameters ---------------- */

    @ParameterizedTest
    @CsvSource({
        "'', 50",
        "?limit=3, 3",
        "?limit=1, 1",
        "?limit=0, 50",
        "?limit=-1, 50",
        "?limit=x, 50",
        "?limit=, 50",
        "?limit=60, 60",
        "?limit=100000, 60",
        "?limit=1000000, 60",
        "?limit=99999999999999999999, 60",
        "?limit=0007, 7",
        "?limit=%37, 7",
        "?limit=+7, 7",
        "?limit=7.0, 50",
        "?limit=7e1, 50",
        "?limit=٧, 50",
        "?LIMIT=7, 50",
        "?utm_source=x&limit=4&y=z, 4",
        "?xlimit=4, 50",
        "?_=123, 50",
    })
    void limit_boundsTheNumberOfItems(String query, int items) {
        String feed = gateway.get("/feed.rss" + query).text();

        assertThat(feed.split("<item>", -1)).hasSize(items + 1);
    }

    @Test
    void parameter_unknown_isNoOtherDocument() {
        assertThat(gateway.get("/feed.rss?utm_source=x").field("etag"))
                .isEqualTo(gateway.get("/feed.rss").field("etag"));
    }

    @Test
    void limit_isPartOfTheFeedsOwnAddress() {
        assertThat(gateway.get("/feed.atom?a=b&limit=3").text())
                .contains("rel=\"self\" type=\"application/atom+xml\" href=\"https://news.example/feed.atom?limit=3\"");
    }

    /* ---------------- Accept: RFC 9110, section 12.5.1 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                              | rss",
                "application/atom+xml                                          | atom",
                "application/feed+json, application/rss+xml;q=0.5              | feed+json",
                "application/rss+xml;q=0.1, application/atom+xml;q=0.2         | atom",
                "application/atom+xml;q=0, */*                                 | rss",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "image/png                                                     | rss",
                "application/json                                              | feed+json",
                "application/json;q=0.5, */*;q=0.1                             | feed+json",
                "nonsense;;q=x,,                                               | rss",
            })
    void feed_withoutAnEnding_followsAccept(String accept, String kind) {
        RawHttp.Answer answer = accept == null ? gateway.get("/feed") : gateway.get("/feed", "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).contains(kind);
        assertThat(answer.field("vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(answer.field("content-location"))
                .as("RFC 9110, section 8.7")
                .isEqualTo("/feed." + kind.replace("feed+", ""));
    }

    @Test
    void sectionFeed_withoutAnEnding_followsAcceptToo() {
        assertThat(gateway.get("/sections/news/feed", "Accept: application/atom+xml")
                        .field("content-type"))
                .contains("atom");
    }

    /* ---------------- Codings: RFC 9110, section 12.5.3 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                      | gzip",
                "br                        | br",
                "zstd                      | zstd",
                "gzip, deflate, br, zstd   | br",
                "gzip;q=1.0, br;q=0.5      | gzip",
                "deflate                   | ''",
                "identity                  | ''",
                "gzip;q=0                  | ''",
                "*;q=0                     | ''",
            })
    void coding_isTheOneAskedFor(String acceptEncoding, String coding) throws IOException {
        RawHttp.Answer plain = gateway.get("/feed.rss");

        RawHttp.Answer answer = gateway.get("/feed.rss", "Accept-Encoding: " + acceptEncoding);

        assertThat(answer.field("content-encoding")).isEqualTo(coding);
        assertThat(decoded(answer)).isEqualTo(plain.text());
        if (!coding.isEmpty()) {
            assertThat(answer.body().length).isLessThan(plain.body().length / 3);
            assertThat(answer.field("etag"))
                    .as("a strong tag is of the coded bytes (section 8.8.3)")
                    .isNotEqualTo(plain.field("etag"))
                    .startsWith(plain.field("etag").substring(0, 20));
        }
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

    /* ---------------- Conditional requests: RFC 9110, section 13 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.1.2 same tag                         | If-None-Match: {tag}                     | 304",
                "13.1.2 weak comparison                  | If-None-Match: W/{tag}                   | 304",
                "13.1.2 list                             | If-None-Match: \"a\", {tag}, W/\"b\"     | 304",
                "13.1.2 two lines                        | If-None-Match: \"a\"~If-None-Match: {tag} | 304",
                "13.1.2 as Apache marks it               | If-None-Match: {marked:-gzip}            | 304",
                "13.1.2 as Apache marks and weakens it   | If-None-Match: W/{marked:-br}            | 304",
                "13.1.2 part of a tag                    | If-None-Match: {marked:-gz}              | 200",
                "13.1.2 more than a tag                  | If-None-Match: {marked:x-gzip}           | 200",
                "13.1.1 as Apache marks it               | If-Match: {marked:-gzip}                 | 412",
                "13.1.2 star                             | If-None-Match: *                         | 304",
                "13.1.2 other tag                        | If-None-Match: \"other\"                 | 200",
                "13.1.2 without quotes                   | If-None-Match: nonsense                  | 200",
                "13.1.2 tag of another coding            | If-None-Match: \"x-gz\"                  | 200",
                "13.1.3 same date                        | If-Modified-Since: {date}                | 304",
                "13.1.3 later date                       | If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT | 304",
                "13.1.3 earlier date                     | If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 200",
                "13.1.3 invented by a reader             | If-Modified-Since: Wed, 01 Jan 1800 00:00:00 GMT | 200",
                "13.1.3 no date                          | If-Modified-Since: yesterday             | 200",
                "13.2.2 tag counts, date does not        | If-None-Match: \"other\"~If-Modified-Since: {date} | 200",
                "13.1.1 same tag                         | If-Match: {tag}                          | 200",
                "13.1.1 star                             | If-Match: *                              | 200",
                "13.1.1 other tag                        | If-Match: \"other\"                      | 412",
                "13.1.1 strong comparison                | If-Match: W/{tag}                        | 412",
                "13.1.4 not changed since                | If-Unmodified-Since: {date}              | 200",
                "13.1.4 changed since                    | If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 412",
                "13.2.2 first If-Match, then the other   | If-Match: {tag}~If-None-Match: {tag}     | 304",
                "13.1.2 fast way goes round no If-Match  | If-Match: \"other\"~If-None-Match: {tag} | 412",
                "14.2 feeds take no ranges               | Range: bytes=0-9                         | 200",
            })
    void precondition_isDecidedByItsSection(String row, String headers, int status) {
        RawHttp.Answer plain = gateway.get("/feed.rss");
        String marked = plain.field("etag").replaceFirst(".$", "");
        String[] lines = headers.replaceAll("\\{marked:(.*?)}", marked + "$1\"")
                .replace("{tag}", plain.field("etag"))
                .replace("{date}", plain.field("last-modified"))
                .split("~", -1);

        RawHttp.Answer answer = gateway.get("/feed.rss", lines);

        assertThat(answer.status()).as(row).isEqualTo(status);
        if (status == 304) {
            assertThat(answer.closed()).as("no body").isTrue();
            assertThat(answer.field("etag")).as("section 15.4.5").isEqualTo(plain.field("etag"));
            assertThat(answer.field("cache-control")).as("section 15.4.5").isEqualTo(plain.field("cache-control"));
            assertThat(answer.field("vary")).as("section 15.4.5").isEqualTo(plain.field("vary"));
            assertThat(answer.field("date")).as("section 15.4.5").isNotEmpty();
            assertThat(answer.field("content-type")).isEmpty();
            assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        }
    }

    @Test
    void precondition_ofACodedFeed_isAboutItsOwnTag() {
        RawHttp.Answer gzip = gateway.get("/feed.rss", "Accept-Encoding: gzip");

        assertThat(gateway.get("/feed.rss", "Accept-Encoding: gzip", "If-None-Match: " + gzip.field("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(gateway.get("/feed.rss", "If-None-Match: " + gzip.field("etag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void precondition_onAnotherHost_isTheSame() {
        String tag = gateway.get("/feed.atom").field("etag");

        RawHttp.Answer answer = RawHttp.get(gateway.port(), TestGateway.MIRROR, "/feed.atom", "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(304);
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

    private static String decoded(RawHttp.Answer answer) throws IOException {
        byte[] body = answer.body();
        return new String(
                switch (answer.field("content-encoding")) {
                    case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                    case "br" -> {
                        Brotli4jLoader.ensureAvailability();
                        yield Decoder.decompress(body).getDecompressedData();
                    }
                    case "zstd" -> Zstd.decompress(body, (int) Zstd.getFrameContentSize(body));
                    default -> body;
                },
                StandardCharsets.UTF_8);
    }
}
