package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds by names that are awkward in a URL: words of our own paths, other scripts, other spellings. */
class SelectionNamesTest {

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        write("a", "archive", "", "en");
        write("b", "Café & Co", "feed.rss", "pt-BR");
        write("c", "A/B Testing", "archive", "");
        write("d", "日本", "page", "");
        write("e", "feed", "C++", "");
        gateway = TestGateway.start(
                directory,
                "sites.0.language=en",
                "sites.0.feeds=[{id: archive, title: Archive, include: {tags: [archive]}}]");
    }

    private static void write(String name, String section, String tag, String language) throws IOException {
        Files.writeString(
                TestGateway.articles(directory).resolve(name + ".md"),
                "---\ntitle: T-" + name + "\ndate: 2026-11-02T10:00:00Z\nsection: \"" + section + "\"\ntags: [\"" + tag
                        + "\"]\nauthors: [\"" + section + "\"]\nlanguage: \"" + language + "\"\n---\nThe lantern.\n");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/archive/feed.rss, T-a",
        "/sections/archive/feed.atom, T-a",
        "/sections/archive/feed.json, T-a",
        "/sections/archive/feed, T-a",
        "/sections/archive/feed.html, T-a",
        "/sections/archive, T-a",
        "/tags/archive/feed.rss, T-c",
        "/authors/archive/feed.rss, T-a",
        "/feeds/archive/feed.rss, T-c",
        "/sections/a-b-testing/feed.rss, T-c",
        "/sections/feed/feed.rss, T-e",
        "/sections/feed, T-e",
        "/tags/feed-rss/feed.rss, T-b",
        "/tags/page/feed.rss, T-d",
        "/tags/c/feed.rss, T-e",
        "/sections/caf%C3%A9-co/feed.rss, T-b",
        "/sections/%e6%97%a5%E6%9C%AC/feed.rss, T-d",
        "/sections/%61rchive/feed%2Erss, T-a",
        "/languages/pt-BR/feed.rss, T-b",
    })
    void name_hasItsFeed(String path, String title) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(title);
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/Archive/feed.rss, /sections/archive/feed.rss",
        "/sections/CAF%C3%89%20%26%20CO/feed.atom, /sections/caf%C3%A9-co/feed.atom",
        "/sections/cafe%CC%81-co/feed.json, /sections/caf%C3%A9-co/feed.json",
        "/tags/C++/feed, /tags/c/feed",
        "/languages/PT-br/feed.rss, /languages/pt-BR/feed.rss",
        "/languages/EN, /languages/en",
        "/feeds/Archive/feed.rss, /feeds/archive/feed.rss",
        "/sections/Feed, /sections/feed",
        "/sections/Archive/feed.rss?utm_source=a&limit=7&summary=only, /sections/archive/feed.rss?limit=7&summary=only",
        "/tags/C++/feed?since=2026-11-01, /tags/c/feed?since=2026-11-01",
        "/sections/Archive/feed.html?limit=3, /sections/archive/feed.html?limit=3",
    })
    void name_inAnotherSpelling_leadsToTheFeed(String path, String place) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).as("RFC 9110, section 15.4.9").isEqualTo(308);
        assertThat(answer.field("location")).isEqualTo("https://news.example" + place);
        assertThat(gateway.get(place).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sections/Nothing/feed.rss",
                "/sections/No%20Such/feed.html",
                "/sections/Nothing",
                "/sections/%FF/feed.rss",
                "/sections/%F0%9F%98%80/feed.rss",
                "/sections/./feed.rss",
                "/sections//feed.rss",
                "/tags/!/feed.atom",
                "/languages/xx-not-a-tag-at-all/feed.rss",
                "/languages/fr/feed.rss",
                "/languages//feed.rss",
                "/feeds/Nothing/feed.rss",
                "/sections/archive/archive/feed.rss",
                "/SECTIONS/archive/feed.rss",
            })
    void name_ofNothing_leadsNowhere(String path) {
        assertThat(gateway.get(path).status()).isEqualTo(404);
    }
}
