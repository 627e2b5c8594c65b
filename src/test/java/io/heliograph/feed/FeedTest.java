package io.heliograph.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {

    @ParameterizedTest
    @CsvSource({
        "'', feed, /, /feed.rss",
        "harbour, feed/sections/harbour, /sections/harbour, /sections/harbour/feed.rss",
        "caf\u00e9, feed/sections/caf%C3%A9, /sections/caf%C3%A9, /sections/caf%C3%A9/feed.rss",
    })
    void feed_hasAnIdAPageAndAUrl(String slug, String id, String page, String self) {
        // Given
        Selection selection = slug.isEmpty() ? Selection.WHOLE : new Selection.InSection(slug);
        Feed feed = new Feed(SampleArticle.site(), selection, "T", List.of(), "?limit=3");

        // Then
        assertThat(feed.id()).isEqualTo("tag:news.example,2026:" + id);
        assertThat(feed.page().value()).isEqualTo("\u0001" + page);
        assertThat(feed.self(new Rss()).value()).isEqualTo("\u0001\u0005" + self + "?limit=3");
    }
}
