package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One URL, a feed for readers and a page for people (RFC 9110, section 12). */
class NegotiatedFeedTest {

    private static final String BROWSER =
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        TestGateway.write(TestGateway.articles(directory), "one", "One & only", "News", "Body");
        gateway = TestGateway.start(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feed              | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html            | /feed.html",
                "/feed              | text/html                      | text/html            | /feed.html",
                "/sections/news/feed| text/html                      | text/html            | /sections/news/feed.html",
                "/feed?limit=7      | text/html                      | text/html            | /feed.html?limit=7",
                "/feed              | */*                            | application/rss+xml  | /feed.rss",
                "/feed              | application/atom+xml           | application/atom+xml | /feed.atom",
                "/feed              | application/json               | application/feed+json| /feed.json",
                "/feed              | application/rss+xml, text/html | application/rss+xml  | /feed.rss",
                "/feed              | text/html;q=0.5, text/xml      | application/rss+xml  | /feed.rss",
                "/feed              | image/png                      | application/rss+xml  | /feed.rss",
                "/feed              | text/html;q=0                  | application/rss+xml  | /feed.rss",
                "/feed              | ;;;                            | application/rss+xml  | /feed.rss",
            })
    void feed_isWhatIsAskedFor(String path, String accept, String type, String location) {
        RawHttp.Answer answer = gateway.get(path, "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).startsWith(type);
        assertThat(answer.field("content-location")).as("RFC 9110, section 8.7").isEqualTo(location);
        assertThat(answer.field("vary")).as("RFC 9110, section 12.5.5").isEqualTo("Accept, Accept-Encoding");
    }

    @Test
    void eachVariant_hasValidatorsOfItsOwn() {
        String page = gateway.get("/feed", BROWSER).field("etag");
        String feed = gateway.get("/feed").field("etag");

        RawHttp.Answer same = gateway.get("/feed", BROWSER, "If-None-Match: " + page);
        RawHttp.Answer other = gateway.get("/feed", BROWSER, "If-None-Match: " + feed);
        RawHttp.Answer coded = gateway.get("/feed", BROWSER, "Accept-Encoding: gzip");

        assertThat(page).isNotEqualTo(feed);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.field("vary")).as("RFC 9110, section 15.4.5").isEqualTo("Accept, Accept-Encoding");
        assertThat(same.field("content-location")).isEqualTo("/feed.html");
        assertThat(other.status()).isEqualTo(200);
        assertThat(coded.field("etag")).isNotEqualTo(page);
        assertThat(coded.field("content-encoding")).isEqualTo("gzip");
    }

    @Test
    void page_saysWhatItIs_andHowToSubscribe() {
        Document page = Jsoup.parse(gateway.get("/feed?limit=7", BROWSER).text());

        assertThat(page.select("h1").text()).isEqualTo("The News");
        assertThat(page.select("code.address").eachText())
                .contains(
                        "https://news.example/feed?limit=7",
                        "https://news.example/feed.rss?limit=7",
                        "https://news.example/feed.atom?limit=7",
                        "https://news.example/feed.json?limit=7");
        assertThat(page.select(".rows h3").eachText()).containsExactly("One & only");
        assertThat(page.select("script:not([type=application/ld+json])")).isEmpty();
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://news.example/feed?limit=7");
    }

    @Test
    void everyAnswerAtTheUrl_varies() {
        RawHttp.Answer missing = gateway.get("/sections/none/feed", BROWSER);
        RawHttp.Answer moved = gateway.get("/sections/News/feed?x=1", "Accept: application/atom+xml");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.field("vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.field("location"))
                .as("not of one format")
                .isEqualTo("https://news.example/sections/news/feed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/one", "/feeds", "/mirrors", "/search?q=one", "/sections/news", "/feed.html", "/nothing"})
    void page_announcesTheFeedsOfEachFormat(String path) {
        RawHttp.Answer answer = gateway.get(path);
        Document page = Jsoup.parse(answer.text());

        assertThat(answer.field("link").split(", ", -1))
                .as("RFC 8288")
                .hasSize(3)
                .allMatch(link -> link.contains("; rel=\"alternate\"; type=\"application/"));
        assertThat(page.select("link[rel=alternate][type]").eachAttr("title"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void feed_linksToItself_itsPageAndItsHome() {
        RawHttp.Answer mirrored = RawHttp.get(gateway.port(), TestGateway.MIRROR, "/sections/news/feed.atom");

        assertThat(mirrored.field("link"))
                .isEqualTo(
                        "<http://mirror.example/sections/news/feed.atom>; rel=\"self\"; type=\"application/atom+xml\", "
                                + "<https://news.example/sections/news/feed.atom>; rel=\"canonical\", "
                                + "</sections/news>; rel=\"alternate\"; type=\"text/html\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/feed", "/nothing/feed.rss"})
    void script_maySeeWhatItNeeds(String path) {
        RawHttp.Answer answer = gateway.get(path);
        RawHttp.Answer notModified = gateway.get(path, "If-None-Match: *");

        for (RawHttp.Answer each : new RawHttp.Answer[] {answer, notModified}) {
            assertThat(each.field("access-control-allow-origin")).isEqualTo("*");
            assertThat(each.field("access-control-expose-headers"))
                    .as("Fetch, section 3.3.6, of a " + each.status())
                    .contains("ETag", "Last-Modified", "Link", "Retry-After", "Cache-Status", "IM");
        }
    }
}
