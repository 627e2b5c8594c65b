package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is shown of more than a thousand articles. */
class ManyArticlesTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        for (int i = 0; i < 1_003; i++) {
            String file = "---\ntitle: Talk " + i + "\nsection: " + (i < 260 ? "Sea" : "Land")
                    + "\nmedia:\n  - url: https://cdn.example/" + i + ".mp3\n    duration: 61s\n---\nNotes\n";
            Files.writeString(articles.resolve("talk-" + i + ".md"), file);
        }
        TestGateway.write(articles, "read", "Read", "Sea", "Nothing to hear");
        gateway = TestGateway.start(
                directory,
                "sites.0.podcast.owner.name=A",
                "sites.0.podcast.owner.email=a@a.example",
                "sites.0.podcast.categories=[News]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** Players drop what a podcast's feed names no more. */
    @ParameterizedTest
    @CsvSource({
        "/sections/sea/podcast.rss, 260",
        "/sections/sea/podcast.rss?limit=50, 50",
        "/sections/sea/podcast.rss?limit=0, 260",
        "/sections/sea/podcast.rss?limit=999999, 260",
        "/podcast.rss, 1000",
        "/podcast.rss?limit=3, 3",
        "/podcast.rss?limit=2000, 1000",
    })
    void podcast_namesAllEpisodes_upToItsBound(String path, int episodes) {
        String feed = gateway.get(path).text();

        assertThat(feed.split("<item>", -1)).hasSize(episodes + 1);
        assertThat(feed).doesNotContain("Nothing to hear");
    }

    @Test
    void limit_isPartOfThePodcastsOwnAddress_andWhatNobodyKnowsIsNot() {
        RawHttp.Answer usual = gateway.get("/sections/sea/podcast.rss?limit=1000&x=y");

        RawHttp.Answer cut = gateway.get("/sections/sea/podcast.rss?x=y&limit=7");

        assertThat(cut.text()).contains("href=\"https://news.example/sections/sea/podcast.rss?limit=7\"");
        assertThat(usual.field("etag"))
                .isEqualTo(gateway.get("/sections/sea/podcast.rss").field("etag"));
        assertThat(guid(cut)).as("a podcast keeps its id").isEqualTo(guid(usual));
    }

    @Test
    void newsSitemap_hasAThousandUrls_andTheSitemapAll() {
        assertThat(gateway.get("/news-sitemap.xml").text().split("<url>", -1))
                .as("Google: a news sitemap has at most 1,000")
                .hasSize(1_001);
        assertThat(gateway.get("/sitemap.xml").text()).contains("/sitemap-1.xml</loc>", "/sitemap-2.xml</loc>");
        assertThat(gateway.get("/sitemap-1.xml").text()
                        + gateway.get("/sitemap-2.xml").text())
                .contains("/talk-0</loc>", "/talk-1002</loc>", "/read</loc>");
    }

    private static String guid(RawHttp.Answer feed) {
        return feed.text().replaceFirst("(?s).*<podcast:guid>(.*?)</podcast:guid>.*", "$1");
    }
}
