package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs look for at the top of a host, over HTTP; and feeds that a site has only if it says so. */
class CrawlersTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        Path folder = TestGateway.articles(directory);
        TestGateway.write(folder, "one", "One", "News", "Text");
        Files.writeString(
                folder.resolve("talk.md"),
                "---\ntitle: Talk\ndate: " + Instant.now().minusSeconds(60)
                        + "\nsection: Sound\nmedia: [{ url: 'https://cdn.example/a.mp3', duration: 61s }]\nchapters: talk.chapters.json\nseason: 2\n---\nText\n");
        Files.writeString(folder.resolve("talk.chapters.json"), "{\"version\": \"1.2.0\", \"chapters\": []}");
        gateway = TestGateway.start(
                directory,
                "sites.0.syndication.partners=[msn]",
                "sites.0.podcast.owner.email=a@a.example",
                "sites.0.podcast.categories=[News]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/sitemap.xml, application/xml; charset=utf-8, https://news.example/one",
        "/news-sitemap.xml, application/xml; charset=utf-8, https://news.example/talk",
        "/robots.txt, text/plain; charset=utf-8, Sitemap: https://news.example/sitemap.xml",
        "/feeds.opml, text/x-opml; charset=utf-8, https://news.example/sections/sound/feed.rss",
        "/podcast.rss, application/rss+xml; charset=utf-8, https://cdn.example/a.mp3",
        "/sections/sound/podcast.rss, application/rss+xml; charset=utf-8, <itunes:duration>61<",
        "/sitemap-1.xml, application/xml; charset=utf-8, https://news.example/talk",
        "/sitemap-pages.xml, application/xml; charset=utf-8, https://news.example/sections/news",
    })
    void file_isServed_withValidators(String path, String type, String text) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).isEqualTo(type);
        assertThat(answer.text()).contains(text);
        assertThat(gateway.get(path, "If-None-Match: " + answer.field("etag")).status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sections/news/podcast.rss", "/feed.smartnews.rss", "/feed.flipboard.rss", "/sitemap-2.xml"})
    void file_thatTheSiteDoesNotHave_isMissing(String path) {
        assertThat(gateway.get(path).status()).isEqualTo(404);
    }

    @Test
    void chapters_areKeptAndNamed_andAreNoArticle() {
        String podcast = gateway.get("/podcast.rss").text();
        Matcher chapters = Pattern.compile(
                        "<podcast:chapters url=\"https://news.example(/media/\\S+/talk\\.chapters\\.json)\"")
                .matcher(podcast);

        assertThat(chapters.find()).isTrue();
        assertThat(podcast).contains("<itunes:season>2</itunes:season>");
        assertThat(gateway.get(chapters.group(1)).field("content-type")).isEqualTo("application/json");
        assertThat(gateway.get("/sitemap.xml").text()).doesNotContain("chapters");
    }

    @Test
    void newsSitemap_holdsTheLastTwoDaysAlone() {
        assertThat(gateway.get("/news-sitemap.xml").text()).doesNotContain("/one<");
    }

    @Test
    void opml_isOfTheHostThatIsAsked() {
        assertThat(RawHttp.get(gateway.port(), TestGateway.MIRROR, "/feeds.opml")
                        .text())
                .contains("xmlUrl=\"http://mirror.example/feed.rss\"")
                .doesNotContain("https://news.example");
    }

    @Test
    void feedsPage_leadsToTheList_andThePodcast() {
        assertThat(gateway.get("/feeds").text())
                .contains("https://news.example/feeds.opml", "href=\"https://news.example/podcast.rss\"");
    }

    @Test
    void sitemap_follows_whatIsEditedAndComes() {
        String before = gateway.get("/sitemap.xml").field("etag");

        TestGateway.write(gateway.folder(), "two", "Two", "News", "Text");

        await().untilAsserted(() -> {
            RawHttp.Answer answer = gateway.get("/sitemap.xml");
            assertThat(answer.text()).contains("https://news.example/two<");
            assertThat(answer.field("etag")).isNotEqualTo(before);
        });
    }
}
