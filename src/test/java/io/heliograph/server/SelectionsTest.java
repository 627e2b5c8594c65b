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
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and feeds of sections, tags, authors and languages, and the search. */
class SelectionsTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        for (int i = 0; i < 30; i++) {
            Files.writeString(articles.resolve("story-" + i + ".md"), """
                    ---
                    title: Story number%d
                    date: 2026-11-01T10:%02d:00Z
                    section: Old Harbour
                    authors: [Ann Bay]
                    tags: [Caf\u00e9 life%s]
                    language: %s
                    ---
                    The lantern of the keeper.
                    """.formatted(
                            i, i, i == 7 ? ", Chess" : "", i == 8 ? "fr" : "\"\""));
        }
        gateway = TestGateway.start(directory, "sites.0.language=en");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/old-harbour, Story number29",
        "/tags/caf%C3%A9-life,  Story number29",
        "/tags/chess,           Story number7",
        "/authors/ann-bay,      Story number29",
        "/languages/fr,         Story number8",
        "/languages/en,         Story number29"
    })
    void selection_hasAPageAndFeeds(String path, String title) {
        RawHttp.Answer page = gateway.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(title);
        assertThat(page.field("link"))
                .contains("<" + path + "/feed.rss>; rel=\"alternate\"; type=\"application/rss+xml\"");
        for (String format : new String[] {"rss", "atom", "json"}) {
            RawHttp.Answer feed = gateway.get(path + "/feed." + format);
            assertThat(feed.status()).isEqualTo(200);
            assertThat(feed.text()).contains(title);
        }
        assertThat(gateway.get(path + "/feed").field("content-location")).isEqualTo(path + "/feed.rss");
    }

    @ParameterizedTest
    @CsvSource({"fr, Fran\u00e7ais", "en, English"})
    void languages_areCalledAsTheyCallThemselves(String tag, String name) {
        String feed = "/languages/" + tag + "/feed";
        String site = between(gateway.get("/feed.rss").text(), "<title>", "</title>");

        assertThat(gateway.get(feed + ".rss").text())
                .contains("<title>" + site + ": " + name + "</title>")
                .contains("<language>" + tag + "</language>");
        assertThat(gateway.get(feed + ".atom").text()).contains(">" + site + ": " + name + "</title>");
        assertThat(gateway.get(feed + ".json").text())
                .contains("\"title\":\"" + site + ": " + name + "\"")
                .containsPattern("\"language\":\"" + tag + "\".*\"items\"");
        assertThat(gateway.get("/languages/" + tag).text()).contains(name);
        assertThat(gateway.get(feed, "Accept: text/html").text()).contains(name);
        assertThat(gateway.get("/feeds.opml").text())
                .contains("text=\"" + site + ": " + name + "\"")
                .contains("language=\"" + tag + "\"");
        assertThat(gateway.get("/feeds").text()).doesNotContain(": " + tag + "<");
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    @Test
    void siteLanguage_isThatOfArticlesThatNameNone() {
        assertThat(gateway.get("/languages/en/feed.rss?limit=500").text())
                .contains("Story number9<")
                .doesNotContain("Story number8<");
    }

    @Test
    void pages_followEachOther() {
        assertThat(gateway.get("/sections/old-harbour").text())
                .contains("Story number29", "Story number6<")
                .doesNotContain("Story number5<");
        assertThat(gateway.get("/sections/old-harbour?page=2").text())
                .contains("Story number5<", "Story number0<")
                .doesNotContain("Story number6<");
        assertThat(gateway.get("/sections/old-harbour?page=3").status()).isEqualTo(404);
        assertThat(gateway.get("/sections/old-harbour?page=1&utm_source=x").field("etag"))
                .isEqualTo(gateway.get("/sections/old-harbour").field("etag"));
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/Old-Harbour,       /sections/old-harbour",
        "/tags/Chess,                 /tags/chess",
        "/authors/Ann%20Bay,          /authors/ann-bay",
        "/tags/Chess/feed.rss,        /tags/chess/feed.rss"
    })
    void slugWrittenOtherwise_leadsToTheProperOne(String path, String proper) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.field("location")).isEqualTo("https://news.example" + proper);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tags/none",
                "/authors/none",
                "/languages/xx",
                "/tags/",
                "/tags",
                "/tags/none/feed.rss",
                "/audio"
            })
    void selectionWithoutArticles_is404(String path) {
        assertThat(gateway.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "q=number17,                  1, Story number17",
        "q=story+number17&page=1,     1, Story number17",
        "x=1&q=%22number17%22,        1, Story number17",
        "q=chess,                     1, Story number7",
        "q=CAFE+chess,                1, Story number7",
        "q=lantern+-caf%C3%A9,        0, ''"
    })
    void search_findsArticles(String query, int found, String title) {
        RawHttp.Answer answer = gateway.get("/search?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("cache-control")).contains("public", "max-age=");
        assertThat(answer.text()).contains(title);
        assertThat(gateway.get("/search?" + query).field("etag")).isEqualTo(answer.field("etag"));
        assertThat(answer.text().contains("Story number11<")).isFalse();
        assertThat(answer.text().contains("Story number")).isEqualTo(found > 0);
    }

    @Test
    void search_hasPages() {
        assertThat(gateway.get("/search?q=lantern&page=2").status()).isEqualTo(200);
        assertThat(gateway.get("/search?q=lantern&page=3").status()).isEqualTo(404);
        assertThat(gateway.get("/search").status()).isEqualTo(200);
        assertThat(gateway.get("/search?q=%zz%00%ff").status()).isEqualTo(200);
    }

    @Test
    void lostPath_namesWhatMayHaveBeenMeant() {
        RawHttp.Answer answer = gateway.get("/archive/2019/chess.html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Story number7<").doesNotContain("Story number11<");
    }
}
