package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of every kind of answer, row by row. */
class ResponsesTest {

    private static final String FEED = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800";
    private static final String PAGE = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

    @TempDir
    static Path directory;

    private static TestGateway gateway;
    private static String media;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "News", "Text ".repeat(500));
        TestGateway.write(articles, "gone", "Gone", "News", "Body");
        Files.write(articles.resolve("sound.mp3"), new byte[1000]);
        Files.writeString(
                articles.resolve("two.md"),
                "---\ntitle: Two\nmedia:\n  - url: sound.mp3\n    duration: 20s\n---\nText\n");
        gateway = TestGateway.start(directory);
        Matcher matcher = Pattern.compile("https://news\\.example(/media/[^\"]+)")
                .matcher(gateway.get("/feed.json").text());
        assertThat(matcher.find()).isTrue();
        media = matcher.group(1);
        Files.delete(articles.resolve("gone.md"));
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.get("/gone").status() == 410);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /* ---------------- Caching: RFC 9111, section 5.2.2; RFC 9110, section 12.5.5 ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET     | /                       | 200 | {page}             | Accept-Encoding",
                "GET     | /one                    | 200 | {page}             | Accept-Encoding",
                "GET     | /feeds                  | 200 | {page}             | Accept-Encoding",
                "GET     | /mirrors                | 200 | {page}             | Accept-Encoding",
                "GET     | /sections/news          | 200 | {page}             | Accept-Encoding",
                "GET     | /feed.rss               | 200 | {feed}             | Accept-Encoding",
                "GET     | /feed.atom              | 200 | {feed}             | Accept-Encoding",
                "GET     | /feed.json?limit=1      | 200 | {feed}             | Accept-Encoding",
                "GET     | /sections/news/feed.rss | 200 | {feed}             | Accept-Encoding",
                "GET     | /tv/roku.json           | 200 | {feed}             | Accept-Encoding",
                "GET     | /feed                   | 200 | {feed}             | Accept, Accept-Encoding",
                "GET     | /sections/news/feed     | 200 | {feed}             | Accept, Accept-Encoding",
                "GET     | {media}                 | 200 | public, max-age=31536000, immutable | ''",
                "GET     | /one/                   | 308 | {page}             | ''",
                "GET     | /nothing                | 404 | public, max-age=30 | Accept-Encoding",
                "GET     | /media/nothing          | 404 | public, max-age=30 | Accept-Encoding",
                "GET     | /gone                   | 410 | public, max-age=30 | Accept-Encoding",
                "GET     | /%00                    | 400 | no-store           | ''",
                "POST    | /feed.rss               | 405 | no-store           | ''",
            })
    void answer_saysHowLongItMayBeKept(String method, String path, int status, String caching, String vary) {
        RawHttp.Answer answer = RawHttp.ask(gateway.port(), method, TestGateway.HOST, path.replace("{media}", media));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("cache-control"))
                .isEqualTo(caching.replace("{page}", PAGE).replace("{feed}", FEED));
        assertThat(answer.field("vary")).isEqualTo(vary);
        assertThat(answer.field("date")).as("RFC 9110, section 6.6.1").endsWith(" GMT");
        assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.field("x-content-type-options")).isEqualTo("nosniff");
        assertThat(names(answer)).doesNotContain("set-cookie", "server", "transfer-encoding", "expires", "pragma");
        assertThat(answer.fields()).as("each field once").hasSameSizeAs(names(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/one", "/feeds", "/nothing", "/gone", "/sections/news"})
    void page_ofAnyStatus_keepsToItself(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.field("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "script");
        assertThat(answer.field("referrer-policy")).isEqualTo("no-referrer");
    }

    /* ---------------- Codings ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Encoding: GZIP                             | gzip",
                "Accept-Encoding: x-gzip                           | gzip",
                "Accept-Encoding: br;q=0.5~Accept-Encoding: gzip   | gzip",
                "Accept-Encoding: *                                | br",
                "Accept-Encoding: *;q=0.5, br;q=0                  | zstd",
                "Accept-Encoding: identity;q=0                     | ''",
                "Accept-Encoding: identity;q=0, gzip;q=0.001       | gzip",
                "Accept-Encoding: *;q=0                            | ''",
                "Accept-Encoding: unknown, gzip;q=x                | ''",
                "Accept-Encoding:                                  | ''",
                "X-Nothing: x                                      | ''",
            })
    void coding_ofEveryKindOfDocument_isTheOneAskedFor(String fields, String coding) {
        for (String path : List.of("/one", "/feed.rss", "/tv/roku.json", "/feed", "/nothing", "/gone")) {
            RawHttp.Answer answer = gateway.get(path, fields.split("~", -1));

            assertThat(answer.field("content-encoding"))
                    .as("RFC 9110, section 12.5.3, of " + path)
                    .isEqualTo(coding);
            assertThat(answer.field("vary")).contains("Accept-Encoding");
        }
    }

    @Test
    void coding_ofMedia_isNone() {
        RawHttp.Answer answer = gateway.get(media, "Accept-Encoding: gzip, br, zstd");

        assertThat(answer.field("content-encoding")).isEmpty();
        assertThat(answer.body()).hasSize(1000);
    }

    /* ---------------- Preconditions ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.2.1 not of an error     | GET     | /nothing  | If-None-Match: *         | 404",
                "13.2.1 not of an error     | GET     | /nothing  | If-Match: \"x\"          | 404",
                "13.2.1 not of what is gone | GET     | /gone     | If-None-Match: *         | 410",
                "13.2.1 not of a redirect   | GET     | /one/     | If-Match: \"x\"          | 308",
                "13.2.1 not of OPTIONS      | OPTIONS | /feed.rss | If-None-Match: *         | 204",
                "13.2.1 not of OPTIONS      | OPTIONS | /feed.rss | If-Match: \"x\"          | 204",
                "13.2.1 of HEAD             | HEAD    | /feed.rss | If-None-Match: *         | 304",
                "13.2.1 of HEAD             | HEAD    | /feed.rss | If-Match: \"x\"          | 412",
                "13.1.2 of a page           | GET     | /one      | If-None-Match: {tag}     | 304",
                "13.1.2 of a TV feed        | GET     | /tv/roku.json | If-None-Match: W/{tag} | 304",
                "13.1.2 of a feed by Accept | GET     | /feed     | If-None-Match: {tag}     | 304",
                "13.1.2 many tags           | GET     | /feed.rss | If-None-Match: {many}{tag} | 304",
                "13.1.3 as RFC 850 has it   | GET     | /feed.rss | If-Modified-Since: {rfc850} | 304",
                "13.1.3 as asctime has it   | GET     | /feed.rss | If-Modified-Since: {asctime} | 304",
                "13.1.3 a year ahead        | GET     | /feed.rss | If-Modified-Since: Sun, 06 Nov 2089 08:49:37 GMT | 304",
                "13.1.3 a second before     | GET     | /feed.rss | If-Modified-Since: {before} | 200",
                "13.1.3 RFC 850, long ago   | GET     | /feed.rss | If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT | 200",
                "13.1.4 as asctime has it   | GET     | /feed.rss | If-Unmodified-Since: Sun Nov  6 08:49:37 1994 | 412",
                "13.1.3 two dates           | GET     | /feed.rss | If-Modified-Since: {date}~If-Modified-Since: {date} | 200",
            })
    void precondition_isDecided(String row, String method, String path, String fields, int status) {
        RawHttp.Answer plain = gateway.get(path);

        RawHttp.Answer answer = RawHttp.ask(
                gateway.port(),
                method,
                TestGateway.HOST,
                path,
                filled(fields, plain).split("~", -1));

        assertThat(answer.status()).as("RFC 9110, section " + row).isEqualTo(status);
        if (status == 304 || status == 204) {
            assertThat(names(answer))
                    .as("RFC 9110, section 8.6")
                    .doesNotContain("content-length", "transfer-encoding", "content-encoding");
        }
        if (status == 304) {
            assertThat(answer.field("vary")).isEqualTo(plain.field("vary"));
            assertThat(answer.field("content-location")).isEqualTo(plain.field("content-location"));
            assertThat(answer.field("last-modified")).isEqualTo(plain.field("last-modified"));
        }
        if (status == 412) {
            assertThat(answer.field("content-length")).isEqualTo("0");
        }
    }

    private static String filled(String fields, RawHttp.Answer plain) {
        if (plain.field("last-modified").isEmpty()) {
            return fields;
        }
        Instant modified = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain.field("last-modified")));
        return fields.replace("{tag}", plain.field("etag"))
                .replace("{date}", plain.field("last-modified"))
                .replace("{before}", written(modified.minusSeconds(1), "EEE, dd MMM yyyy HH:mm:ss 'GMT'"))
                .replace("{rfc850}", written(modified, "EEEE, dd-MMM-yy HH:mm:ss 'GMT'"))
                .replace("{asctime}", written(modified, "EEE MMM ppd HH:mm:ss yyyy"))
                .replace("{many}", "\"x\", W/\"y\", ".repeat(500));
    }

    private static String written(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(instant.atOffset(ZoneOffset.UTC));
    }

    /* ---------------- HEAD: RFC 9110, section 9.3.2 ---------------- */

    @ParameterizedTest
    @ValueSource(strings = {"/", "/one", "/one/", "/gone", "/feed", "/sections/news/feed.atom", "/mirrors", "/%00"})
    void head_hasTheFieldsOfGetAndNoBody(String path) {
        for (String coding : List.of("identity", "gzip", "br", "zstd")) {
            RawHttp.Answer get = gateway.get(path, "Accept-Encoding: " + coding);

            RawHttp.Answer head =
                    RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, path, "Accept-Encoding: " + coding);

            assertThat(head.status()).isEqualTo(get.status());
            assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
            assertThat(head.closed()).as("nothing follows the fields").isTrue();
        }
    }

    /* ---------------- OPTIONS and CORS: Fetch, section 3.3 ---------------- */

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.json", "/feed", "{media}", "/nothing", "/tv/roku.json", "*"})
    void preflight_ofAnyPath_isAllowed(String path) {
        RawHttp.Answer answer = RawHttp.ask(
                gateway.port(),
                "OPTIONS",
                TestGateway.HOST,
                path.replace("{media}", media),
                "Origin: null",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: range, if-none-match, accept");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.field("access-control-allow-methods")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.field("access-control-allow-headers")).contains("Range", "If-None-Match", "Accept");
        assertThat(answer.field("access-control-max-age")).isEqualTo("86400");
        assertThat(names(answer)).doesNotContain("access-control-allow-credentials", "content-length");
    }

    @Test
    void answer_toAScriptOfAnotherOrigin_isTheSame() {
        RawHttp.Answer plain = gateway.get("/feed.json");

        RawHttp.Answer answer = gateway.get("/feed.json", "Origin: https://reader.example", "Cookie: a=b");

        assertThat(withoutDate(answer)).isEqualTo(withoutDate(plain));
        assertThat(answer.field("access-control-expose-headers")).contains("ETag", "Last-Modified", "Content-Range");
    }

    private static List<String> withoutDate(RawHttp.Answer answer) {
        return answer.fields().stream()
                .filter(field -> !field.startsWith("date"))
                .toList();
    }

    private static Set<String> names(RawHttp.Answer answer) {
        return answer.fields().stream()
                .map(field -> field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
