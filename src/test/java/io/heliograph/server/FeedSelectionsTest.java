package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are asked for with parameters, of searches, of media and of the publisher's choice; and their archives. */
class FeedSelectionsTest {

    private static final Pattern TITLE = Pattern.compile("<title>(S\\d+)</title>");

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        for (int i = 0; i < 130; i++) {
            write(i, "The lantern of keeper" + i % 10 + ".", "");
        }
        write(
                130,
                "A film.",
                "media: [{title: F, renditions: [{url: 'https://cdn.example/f.mp4', type: video/mp4}]}]\n");
        write(
                131,
                "A talk.",
                "media: [{title: T, renditions: [{url: 'https://cdn.example/t.mp3', type: audio/mpeg}]}]\n");
        gateway = TestGateway.start(
                directory,
                "sites.0.language=en",
                "sites.0.feeds=[{id: sport-only, title: 'Sport, no chess', description: What moves,"
                        + " include: {sections: [Sport]}, exclude: {tags: [Chess], words: keeper2}},"
                        + " {id: without-words, title: 'No lantern', include: {words: '-lantern'}},"
                        + " {id: none-yet, title: None yet, include: {tags: [comet]}}]");
    }

    private static void write(int i, String body, String more) throws IOException {
        Files.writeString(TestGateway.articles(directory).resolve("s" + i + ".md"), """
                ---
                title: S%d
                date: 2026-11-%02dT10:%02d:00Z
                section: %s
                tags: [%s]
                %s---
                %s
                """.formatted(
                i, 1 + i / 60, i % 60, i % 2 == 0 ? "Sport" : "News", i % 4 == 0 ? "Chess" : "Sea", more, body));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static List<String> titles(String path) {
        RawHttp.Answer answer = gateway.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return TITLE.matcher(answer.text()).results().map(m -> m.group(1)).toList();
    }

    private static String self(String path) {
        Matcher matcher = Pattern.compile("rel=\"self\"[^>]*href=\"https://news.example([^\"]+)\"")
                .matcher(gateway.get(path).text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss?limit=3,                                      3",
        "/feed.rss?limit=0,                                      50",
        "/feed.rss?limit=x,                                      50",
        "/feed.rss?limit=99999,                                  132",
        "/feed.rss?since=2026-11-03,                             12",
        "/feed.rss?since=2026-11-03T10:05:00Z,                   7",
        "/feed.rss?since=2026-11-03T11:05:00%2B01:00,            7",
        "/feed.rss?since=2026-11-03T11:05:00+01:00,              7",
        "/feed.rss?since=2026-11-03t10:05:00.5z&limit=2,         2",
        "/feed.rss?since=2100-01-01,                             0",
        "/feed.rss?since=yesterday,                              50",
        "/feed.rss?since=2026-13-45,                             50",
        "/sections/sport/feed.rss?since=2026-11-03,              6",
        "/search/feed.rss?q=keeper3,                             13",
        "/search/feed.rss?q=keeper3+-%22of+keeper3%22,           0",
        "/search/feed.rss?q=%22lantern+of+keeper3%22&limit=4,    4",
        "/search/feed.rss?q=lantern+-keeper3&limit=200,          117",
        "/search/feed.rss?q=film&since=2026-11-03,               1",
        "/search/feed.rss?q=-lantern,                            2",
        "/search/feed.rss?q=-lantern+-film,                      1",
        "/search/feed.rss?q=-%22of+keeper3%22&limit=200,         119",
        "/search/feed.rss?q=%22unclosed+phrase,                  0",
        "/search/feed.rss?q=lantern%22&limit=3,                  3",
        "/search/feed.rss?q=AND+OR+NOT+NEAR(a),                  0",
        "/search/feed.rss?q=title:film,                          0",
        "/search/feed.rss?q=')%3B+drop+table+article%3B--,       0",
        "/feeds/without-words/feed.rss,                          2",
        "/feed.rss?since=2026-02-30&limit=3,                     3",
        "/feed.rss?since=1700000000&limit=3,                     3",
        "/video/feed.rss,                                        1",
        "/audio/feed.rss,                                        1",
        "/tv/feed.rss,                                           1",
        "/live/feed.rss,                                         0",
        "/feeds/sport-only/feed.rss?limit=200,                   26",
        "/feeds/none-yet/feed.rss,                               0"
    })
    void feed_showsWhatIsAskedFor(String path, int articles) {
        assertThat(titles(path)).hasSize(articles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search/feed.rss", "/search/feed.atom?q=", "/search/feed.json?q=---", "/search/feed"})
    void search_withoutWords_isExplained(String path) throws IOException {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("needs words to look for, such as ?q=tide");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feed.rss?utm_source=x&_=1|/feed.rss",
                "/feed.rss?limit=50&summary=all&since=1900-01-01|/feed.rss",
                "/feed.rss?summary=only&x=y&limit=007|/feed.rss?limit=7&summary=only",
                "/feed.rss?since=2026-11-03&limit=3&limit=4|/feed.rss?limit=3&since=2026-11-03",
                "/feed.rss?since=2026-11-03T11:05:00.9%2B01:00|/feed.rss?since=2026-11-03T10:05:00Z",
                "/feed.rss?limit=5000|/feed.rss?limit=200",
                "/feed.rss?limit=99999999|/feed.rss?limit=200",
                "/search/feed.rss?q=%01%2Flantern%1F|/search/feed.rss?q=%2Flantern",
                "/search/feed.rss?q=lantern%0D%0AX:%20y%E2%80%A8z|/search/feed.rss?q=lantern%20x%3A%20y%20z",
                "/search/feed.rss?fbclid=1&q=++Lantern%20%20KEEPER|/search/feed.rss?q=lantern%20keeper",
                "/search/feed.rss?q=cafe%CC%81|/search/feed.rss?q=caf%C3%A9",
                "/search/feed.rss?q=%7Elantern|/search/feed.rss?q=~lantern"
            })
    void parameters_areNormalised(String asked, String normal) {
        assertThat(self(asked)).isEqualTo(normal);
        assertThat(gateway.get(asked).field("etag"))
                .isEqualTo(gateway.get(normal).field("etag"));
        assertThat(self(normal)).isEqualTo(normal);
    }

    @Test
    void summaries_haveNoBodies() {
        assertThat(gateway.get("/feed.rss?summary=only").text())
                .contains("<description>The lantern")
                .doesNotContain("<content:encoded>");
        assertThat(gateway.get("/feed.atom?summary=only").text())
                .contains("<summary>")
                .doesNotContain("<content ");
        assertThat(gateway.get("/feed.json?summary=only").text())
                .contains("\"content_text\":\"The lantern")
                .doesNotContain("content_html");
    }

    @Test
    void search_isAFeedInEveryFormat_newestFirst() {
        assertThat(titles("/search/feed.rss?q=keeper3&limit=3")).containsExactly("S123", "S113", "S103");
        assertThat(gateway.get("/search/feed?q=keeper3", "Accept: application/atom+xml")
                        .field("content-location"))
                .isEqualTo("/search/feed.atom?q=keeper3");
        assertThat(gateway.get("/search/feed.json?q=keeper3").text())
                .contains("\"feed_url\":\"https://news.example/search/feed.json?q=keeper3\"")
                .contains("\"home_page_url\":\"https://news.example/search?q=keeper3\"");
        assertThat(gateway.get("/search?q=keeper3").field("link")).contains("</search/feed.rss?q=keeper3>");
        assertThat(gateway.get("/search?q=keeper3").text())
                .contains("href=\"https://news.example/search/feed.atom?q=keeper3\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search/feed.rss",
                "/search/feed.rss?q=",
                "/search/feed.atom?q=%22%22",
                "/search/feed.rss?q=-",
                "/search/feed.rss?q=%00%01",
                "/search/feed.rss?q=*",
                "/search/feed.json?q=%25",
                "/search/feed.html",
                "/search/feed.html?q=%22%22",
                "/feeds/unknown/feed.rss",
                "/feeds/unknown",
                "/live",
                "/feeds/feed.rss",
                "/search/archive/1/feed.rss",
                "/archive/1/feed.txt",
                "/archive/1",
                "/translations/x/archive/1/feed.rss",
                "/sections/none/archive/1/feed.rss"
            })
    void whatIsNoFeed_isMissing(String path) {
        assertThat(gateway.get(path).status()).isEqualTo(404);
    }

    @Test
    void chosenFeed_hasAPage_andIsListed() {
        assertThat(titles("/feeds/sport-only/feed.rss?limit=200"))
                .contains("S130", "S126", "S6")
                .doesNotContain("S2", "S4", "S5", "S122");
        assertThat(gateway.get("/feeds/sport-only/feed.atom").text())
                .contains("<title>The News: Sport, no chess</title>", "<subtitle>What moves</subtitle>");
        assertThat(gateway.get("/feeds/sport-only").text()).contains("Sport, no chess", "S130");
        assertThat(gateway.get("/feeds/none-yet").status()).isEqualTo(200);
        assertThat(gateway.get("/feeds").text())
                .contains(
                        "https://news.example/feeds/sport-only/feed.rss",
                        "https://news.example/video/feed.rss",
                        "https://news.example/audio/feed.rss")
                .doesNotContain("https://news.example/live/feed.rss");
        assertThat(gateway.get("/video").text()).contains("S130").doesNotContain("S131<");
        assertThat(gateway.get("/audio").text()).contains("S131").doesNotContain("S130<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sections/sport", "/tags/sea", "/languages/en", "/feeds/sport-only"})
    void archive_isServedForEver(String selection) {
        String feed = gateway.get(selection + "/feed.rss").text();
        Matcher link = Pattern.compile("rel=\"prev-archive\"[^>]*href=\"https://news.example([^\"]+)\"")
                .matcher(feed);
        if (selection.equals("/feeds/sport-only")) {
            assertThat(link.find()).as("all 26 are in the feed").isFalse();
            return;
        }
        assertThat(link.find()).isTrue();

        RawHttp.Answer page = gateway.get(link.group(1));

        assertThat(link.group(1)).startsWith(selection + "/archive/").endsWith("/feed.rss");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.field("cache-control")).as("RFC 8246").contains("max-age=31536000", "immutable");
        assertThat(page.text()).contains("<fh:archive/>", "rel=\"current\"");
        RawHttp.Answer next = gateway.get(selection + "/archive/1/feed.rss?x=y");
        assertThat(next.status()).as("a page by its number").isEqualTo(307);
        assertThat(next.field("location")).startsWith("https://news.example" + selection + "/archive/1-");
    }
}
