package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.feed.tv.Channel.MINUTE;
import static io.heliograph.feed.tv.Channel.feed;
import static io.heliograph.feed.tv.Channel.only;
import static io.heliograph.feed.tv.Channel.watchable;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles, descriptions and tags of what is in the channel. */
class RokuTextsTest {

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void texts_comeBackAsTheyWere(String nasty) {
        // Given
        Article article = allOf(nasty)
                .html("<p>Text</p>")
                .media(new Media(Media.Kind.VIDEO, nasty, MINUTE, List.of(hls("/media/a.m3u8")), List.of()))
                .live(new Live(nasty, List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        JsonObject root = feed(article);

        // Then
        assertThat(only(root, "shortFormVideos").getString("shortDescription")).isEqualTo(article.summary());
        assertThat(only(root, "liveFeeds").getString("shortDescription")).isEqualTo(article.summary());
        if (article.title().codePoints().noneMatch(c -> c >= 0x1f000)) {
            assertThat(only(root, "shortFormVideos").getString("title")).isEqualTo(article.title());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pier \ud83c\udf89 opens \ud83d\ude00|Pier opens",
                "\u2764\ufe0f the sea|the sea",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 day|day",
                "\ud83d\udc4d\ud83c\udffd good|good",
                "\ud83c\uddeb\ud83c\uddf7 news|news",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f match|match",
                "\ud83e\uddd1\u200d\u2695\ufe0f on call|on call",
                "Top 1\ufe0f\u20e3|Top 1",
                "\u2600\u26a1 storm|storm",
                // What is no picture stays.
                "25 \u00b0C, Acme\u00ae \u00a9 2026 \u2122 \u2116 5 \u2192 6|25 \u00b0C, Acme\u00ae \u00a9 2026 \u2122 \u2116 5 \u2192 6",
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf|\u0dc1\u0dca\u200d\u0dbb\u0dd3 \u0dbd\u0d82\u0d9a\u0dcf",
                "\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645|\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645",
                "5 \u338f \u6e2f|5 \u338f \u6e2f",
                "C# & 3 < 4 + 1 = 5 $|C# & 3 < 4 + 1 = 5 $",
            })
    void title_hasNoPictures(String title, String plain) {
        assertThat(only(feed(watchable(title).article()), "shortFormVideos").getString("title"))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Own|Article|Own",
                "''|Article|Article",
                "\ud83d\ude00|Article|Article",
                "\ud83d\ude00|\ud83d\ude00|Bay News",
            })
    void title_isTheRecordings_elseTheArticles_elseTheSites(String own, String article, String title) {
        // Given
        Media media = new Media(Media.Kind.VIDEO, own, MINUTE, List.of(hls("/media/a.m3u8")), List.of());

        // Then
        assertThat(only(feed(watchable(article).media(media).article()), "shortFormVideos")
                        .getString("title"))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 1_000, 5_000})
    void descriptions_keepTheirLengths(int length) {
        // Given
        String text = "\ud83d\ude00 harbour ".repeat(length / 11 + 1).substring(0, length);

        // When
        JsonObject item = only(
                feed(watchable("T")
                        .summary(text)
                        .html("<p>" + text + " more</p>".repeat(3))
                        .article()),
                "shortFormVideos");

        // Then
        assertThat(item.getString("shortDescription")).hasSizeBetween(180, 200);
        assertThat(item.getString("longDescription")).hasSizeBetween(180, 500);
    }

    @ParameterizedTest
    @CsvSource({"'', '', Pier", "'', <p>Body</p>, Body", "Summary, '', Summary", "Summary, <p>Summary</p>, Summary"})
    void shortDescription_isNeverEmpty_andTheLongOneNeverTheSame(String summary, String html, String description) {
        // When
        JsonObject item =
                only(feed(watchable("Pier").summary(summary).html(html).article()), "shortFormVideos");

        // Then
        assertThat(item.getString("shortDescription")).isEqualTo(description);
        assertThat(item.containsKey("longDescription")).isFalse();
    }

    @Test
    void tags_areThoseThatAQueryCanName() {
        // Given
        Article article = watchable("T")
                .section("Harbour")
                .tags("sea", "Harbour", "this tag is far too long", "salt AND water", "land OR sea", "band and sand")
                .article();

        // Then
        assertThat(DirectPublisher.strings(only(feed(article), "shortFormVideos"), "tags"))
                .containsExactly("Harbour", "sea", "band and sand");
    }
}
