package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standards say of the fields of feeds, of their archives, and of refusals. */
class FeedFieldsTest {

    private static final Pattern LATER = Pattern.compile("\"next_url\":\"https://news\\.example(/archive/[^\"]+)\"");

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        for (int i = 0; i < 120; i++) {
            TestGateway.write(TestGateway.articles(directory), "s" + i, "S" + i, "Sea", "Text");
        }
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/feed.rss", "/feed.atom", "/feed.json", "/feed", "/sections/sea/feed.rss", "/feed.rss?limit=2"})
    void notModified_hasTheFieldsThatTheWholeHas(String path) {
        for (String coding : new String[] {"identity", "gzip", "br"}) {
            RawHttp.Answer whole = gateway.get(path, "Accept-Encoding: " + coding);

            RawHttp.Answer same =
                    gateway.get(path, "Accept-Encoding: " + coding, "If-None-Match: " + whole.field("etag"));

            assertThat(same.status()).isEqualTo(304);
            for (String field : new String[] {
                "cache-control",
                "content-location",
                "etag",
                "expires",
                "vary",
                "last-modified",
                "access-control-allow-origin",
                "access-control-expose-headers"
            }) {
                assertThat(same.field(field))
                        .as("RFC 9110, section 15.4.5: " + field)
                        .isEqualTo(whole.field(field));
            }
            assertThat(same.field("date")).as("section 15.4.5").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /feed.rss, 200",
        "GET, /nothing, 404",
        "GET, /sections/nothing/feed.rss, 404",
        "GET, /archive/999-abc/feed.rss, 307",
        "GET, /s1/, 308",
        "POST, /feed.rss, 405",
        "GET, /%00, 400",
    })
    void answer_thatIsNoRefusalForNow_saysNothingOfLater(String method, String path, int status) {
        RawHttp.Answer answer = RawHttp.ask(gateway.port(), method, TestGateway.HOST, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("retry-after")).as("RFC 9110, section 10.2.3").isEmpty();
        assertThat(answer.field("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.field("access-control-expose-headers"))
                .as("Fetch, section 3.3: of errors too")
                .contains("ETag", "Last-Modified", "Link", "Retry-After", "Cache-Status");
        assertThat(answer.field("warning"))
                .as("RFC 9111, section 5.5: obsolete")
                .isEmpty();
        if (status >= 400) {
            assertThat(answer.field("cache-control"))
                    .as("an error is soon over")
                    .matches("no-store|public, max-age=30");
            assertThat(answer.field("content-type")).endsWith("; charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/feed.atom", "/feed.json", "/sections/sea/feed.rss", "/feeds.opml"})
    void lastModified_isNeverLaterThanDate(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(time(answer, "last-modified"))
                .as("RFC 9110, section 8.8.2.1")
                .isBeforeOrEqualTo(time(answer, "date"));
    }

    @Test
    void archivedPages_areImmutable_andEachLeadsToAnother() {
        Set<String> seen = new HashSet<>();
        Matcher next = LATER.matcher(gateway.get("/feed.json").text());
        while (next.find() && seen.size() < 100) {
            String path = next.group(1);
            assertThat(seen.add(path))
                    .as("JSON Feed 1.1, next_url: no earlier one")
                    .isTrue();
            RawHttp.Answer page = gateway.get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.field("cache-control")).as("RFC 8246, section 2").contains("immutable");
            assertThat(page.text())
                    .as("JSON Feed 1.1, feed_url: the feed's identifier")
                    .contains("\"feed_url\":\"https://news.example/feed.json\"");
            next = LATER.matcher(page.text());
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    private static Instant time(RawHttp.Answer answer, String field) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.field(field)));
    }
}
