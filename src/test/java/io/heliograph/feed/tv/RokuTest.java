package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.tv.Channel.ROKU;
import static io.heliograph.feed.tv.Channel.feed;
import static io.heliograph.feed.tv.Channel.only;
import static io.heliograph.feed.tv.Channel.watchable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roku's Direct Publisher feed as a whole. */
class RokuTest {

    @Test
    void root_hasWhatItMust() {
        // When
        JsonObject root = feed(watchable("Pier").article());

        // Then
        assertThat(root.getString("providerName")).isEqualTo("Bay News");
        assertThat(root.getString("lastUpdated")).isEqualTo("2026-11-24T08:30:05+00:00");
        assertThat(root.getString("language")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-US, en-US",
        "zh-Hant-TW, zh-TW",
        "zh-Hans, zh",
        "es-419, es",
        "sr-Latn, sr",
        "de-DE-1996, de-DE",
        "haw, haw"
    })
    void language_isAnIso639Code_withACountryPerhaps(String tag, String code) {
        // Given
        Site site = SampleArticle.site(tag, NEWS);

        // When
        JsonObject root = DirectPublisher.check(written(
                ROKU,
                new Feed(site, Selection.WATCHABLE, "T", List.of(watchable("T").article()), "")));

        // Then
        assertThat(root.getString("language")).isEqualTo(code);
        assertThat(only(root, "shortFormVideos").getJsonObject("content").getString("language"))
                .isEqualTo(code);
    }

    @Test
    void rows_areTheSections_newestFirst() {
        // Given
        Article pier = watchable("Pier").section("Harbour").article();
        Article hill = watchable("Hill").section("A section with a long name").article();
        Article quay = watchable("Quay").section("Harbour").article();
        Article none = watchable("None").article();

        // When
        JsonObject root = feed(pier, hill, quay, none);

        // Then
        assertThat(Json.objects(root, "playlists"))
                .containsExactly(
                        new JsonObject()
                                .put("name", "Harbour")
                                .put(
                                        "itemIds",
                                        List.of(pier.id().token(), quay.id().token())),
                        new JsonObject()
                                .put("name", "A section with a\u2026")
                                .put("itemIds", List.of(hill.id().token())));
        assertThat(Json.objects(root, "categories"))
                .extracting(category -> category.getString("playlistName"))
                .containsExactly("Harbour", "A section with a\u2026");
    }

    @Test
    void emptyFeed_hasNoEmptyArrays() {
        assertThat(feed().fieldNames()).containsExactlyInAnyOrder("providerName", "lastUpdated", "language");
    }

    @Test
    void feed_keepsTheNewestTitlesWhole_belowItsSize() {
        // Given: three bytes a character, a section each, a long host, many addresses.
        String host = "https://" + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".example";
        Site site = SampleArticle.site("en", NEWS, host);
        List<Article> articles = IntStream.range(0, 400)
                .mapToObj(i -> watchable(i + " \u6e2f".repeat(30))
                        .summary(i + "\u6e2f".repeat(300))
                        .html("<p>" + "\u53e3".repeat(900) + i + "</p>")
                        .section(i + "\u6e2f".repeat(30))
                        .article())
                .toList();

        // When
        String document = written(ROKU, new Feed(site, Selection.WATCHABLE, "T", articles, ""), host);

        // Then
        assertThat(document.getBytes(UTF_8)).hasSizeBetween(480_000, 500_000);
        List<JsonObject> items = Json.objects(DirectPublisher.check(document), "shortFormVideos");
        assertThat(items)
                .hasSizeBetween(50, 399)
                .extracting(item -> item.getString("id"))
                .isEqualTo(articles.stream()
                        .limit(items.size())
                        .map(a -> a.id().token())
                        .toList());
    }

    @Test
    void feed_keepsEverything_thatFits() {
        // Given
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < Feed.MOST; i++) {
            articles.add(watchable("Title " + i).section("Section " + i).article());
        }

        // Then
        assertThat(Json.objects(feed(articles.toArray(Article[]::new)), "shortFormVideos"))
                .hasSize(Feed.MOST);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:00:00Z, 2026-11-23T10:00:00+00:00", "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59+00:00"
    })
    void stamp_hasANumericOffset_andNoFraction(String instant, String stamp) {
        assertThat(ROKU.stamp(Instant.parse(instant))).isEqualTo(stamp);
    }

    @Test
    void hosts_haveTheSameFeed_butForTheirBase() {
        // Given
        Feed feed = new Feed(
                SampleArticle.site(),
                Selection.WATCHABLE,
                "T",
                List.of(watchable("Pier").section("Harbour").article()),
                "");

        // Then
        assertThat(written(ROKU, feed, MIRROR))
                .isEqualTo(written(ROKU, feed, NEWS).replace(NEWS, MIRROR));
        assertThat(written(ROKU, feed, LOCAL))
                .isEqualTo(written(ROKU, feed, NEWS).replace(NEWS, LOCAL));
    }
}
