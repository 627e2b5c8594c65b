package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.newestFeed;
import static io.heliograph.feed.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Feed 1.1. */
class JsonFeedTest {

    private static final Format JSON = new JsonFeed();

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void texts_comeBackAsTheyWere(String nasty) {
        // Given
        Article article = allOf(nasty).html("<p>Text</p>").article();

        // When
        JsonObject item = item(written(JSON, feed(article)));

        // Then
        assertThat(item.getString("id")).isEqualTo(article.id().value());
        assertThat(item.getString("title")).isEqualTo(article.title());
        assertThat(item.getString("summary")).isEqualTo(article.summary());
        assertThat(item.getJsonArray("authors").getJsonObject(0).getString("name"))
                .isEqualTo(article.authors().get(0).name());
        assertThat(item.getJsonArray("tags"))
                .isEqualTo(new JsonArray(article.story().topics()));
        assertThat(item.getString("content_html"))
                .isEqualTo(Html.body(article, "en").replace("\u0001", NEWS));
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void feed_keepsItsTitle(String nasty) {
        // Given
        Section section = Section.named(nasty);
        Feed feed =
                new Feed(SampleArticle.site(), new Selection.InSection(section.slug()), section.name(), List.of(), "");

        // Then
        assertThat(root(written(JSON, feed)).getString("title")).isEqualTo(section.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\"quoted\" back\\slash / 'single'</p>",
                "<pre>  two\n\n\n\tthree  </pre>",
                "<p>\u00a0\u2028\u2029\ud83d\ude00\u202e</p>",
                "<p>a\u0000b\ud83dc\ufffed\rE</p>",
            })
    void content_comesBackAsItWas(String html) {
        // Given
        Article article = titled("T").html(html).article();

        // Then
        assertThat(item(written(JSON, feed(article))).getString("content_html"))
                .isEqualTo(article.story().html());
    }

    @Test
    void feed_hasWhatItMust() {
        // When
        JsonObject root = root(written(JSON, newestFeed()));

        // Then
        assertThat(root.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(root.getString("title")).isEqualTo("Bay News");
        assertThat(root.getString("home_page_url")).isEqualTo(NEWS + "/");
        assertThat(root.getString("feed_url")).isEqualTo(NEWS + "/feed.json");
        assertThat(root.getString("description")).isEqualTo("News of the bay");
        assertThat(root.getString("language")).isEqualTo("en");
        assertThat(root.getJsonArray("items")).hasSameSizeAs(newest());
    }

    @Test
    void items_haveWhatTheyMust_inOrder() {
        // When
        List<JsonObject> items = items(written(JSON, newestFeed()));

        // Then
        assertThat(items)
                .extracting(item -> item.getValue("id"))
                .isEqualTo(newest().stream().map(a -> a.id().value()).toList());
        assertThat(items)
                .extracting(item -> item.getString("url"))
                .isEqualTo(newest().stream().map(a -> NEWS + a.path()).toList());
        assertThat(items).allSatisfy(item -> {
            // One of the two at least; we write exactly one.
            assertThat(item.containsKey("content_html")).isNotEqualTo(item.containsKey("content_text"));
            assertThat(Instant.parse(item.getString("date_published"))).isNotNull();
        });
    }

    @Test
    void item_hasTheTitleForText_whereThereIsNoOther() {
        JsonObject item = items(written(JSON, newestFeed())).get(2);
        assertThat(item.getString("content_text")).isEqualTo("Only a title");
        assertThat(item.containsKey("content_html")).isFalse();
        assertThat(item.containsKey("summary")).isFalse();
    }

    @Test
    void item_hasTheSummaryForText_whereThereIsNoOther() {
        JsonObject item = item(written(JSON, feed(titled("T").summary("Short.").article())));
        assertThat(item.getString("content_text")).isEqualTo("Short.");
    }

    @Test
    void text_withATagInIt_isEscaped_soThatNobodyTakesItForHtml() {
        JsonObject item = item(written(JSON, feed(titled("<p> & <a>").article())));
        assertThat(item.getString("content_html")).isEqualTo("&lt;p&gt; &amp; &lt;a&gt;");
        assertThat(item.containsKey("content_text")).isFalse();
        assertThat(item.getString("title")).isEqualTo("<p> & <a>");
    }

    @Test
    void item_tellsOfAChange_onlyWhereThereWasOne() {
        List<JsonObject> items = items(written(JSON, newestFeed()));
        assertThat(items.get(0).getString("date_published")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(items.get(0).getString("date_modified")).isEqualTo("2026-11-23T12:30:00Z");
        assertThat(items.get(1).containsKey("date_modified")).isFalse();
    }

    @Test
    void authors_areAnArray() {
        // "authors"; "author" is deprecated in 1.1.
        JsonObject item = item(written(JSON, newestFeed()));
        assertThat(item.getJsonArray("authors"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("name", "Ann Bay").put("url", "https://ann.example/"))
                        .add(new JsonObject().put("name", "Bo Cove")));
        assertThat(item.containsKey("author")).isFalse();
    }

    @Test
    void attachment_hasUrlAndType_andNumbersForNumbers() {
        // When
        JsonObject attachment =
                item(written(JSON, newestFeed())).getJsonArray("attachments").getJsonObject(0);

        // Then
        assertThat(attachment.getString("url")).isEqualTo(NEWS + "/media/pier.mp4");
        assertThat(attachment.getString("mime_type")).isEqualTo("video/mp4");
        assertThat(attachment.getValue("size_in_bytes")).isEqualTo(9_000_000);
        assertThat(attachment.getValue("duration_in_seconds")).isEqualTo(95);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999})
    void attachment_hasNoDuration_ofLessThanASecond(long milliseconds) {
        // Given
        Article article = titled("T")
                .media(video(Duration.ofMillis(milliseconds), mp4("/media/a.mp4")))
                .article();

        // When
        JsonObject attachment =
                item(written(JSON, feed(article))).getJsonArray("attachments").getJsonObject(0);

        // Then
        assertThat(attachment.containsKey("duration_in_seconds")).isFalse();
    }

    @Test
    void nothing_isNullOrEmpty() {
        Json.assertNothingNullOrEmpty(root(written(JSON, newestFeed())));
    }

    @Test
    void emptyFeed_hasItems_none() {
        // "items" is required.
        assertThat(root(written(JSON, feed())).getJsonArray("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        NEWS + ", '', " + NEWS + "/feed.json",
        MIRROR + ", '', " + MIRROR + "/feed.json",
        LOCAL + ", ?limit=10, " + LOCAL + "/feed.json?limit=10",
    })
    void feedUrl_isTheUrlThatWasAsked(String base, String query, String self) {
        // Given
        Feed feed = new Feed(SampleArticle.site(), Selection.WHOLE, "Bay News", newest(), query);

        // Then
        assertThat(root(written(JSON, feed, base)).getString("feed_url")).isEqualTo(self);
    }

    @Test
    void urls_areAbsolute() {
        assertThat(Json.urls(root(written(JSON, newestFeed()))))
                .hasSizeGreaterThan(10)
                .allMatch(FeedUrls::isAbsolute);
        assertThat(items(written(JSON, newestFeed())))
                .flatExtracting(item -> FeedUrls.inHtml(item.getString("content_html", "")))
                .hasSizeGreaterThan(2)
                .allMatch(FeedUrls::isAbsolute);
    }

    @Test
    void hosts_haveTheSameFeed_butForTheirBase() {
        // The list of all hosts apart, which is the same everywhere.
        assertThat(withoutMirrors(written(JSON, newestFeed(), LOCAL)))
                .isEqualTo(withoutMirrors(written(JSON, newestFeed()).replace(NEWS, LOCAL)));
    }

    @Test
    void extension_saysWhereElseAnArticleIs_andWhatItsPicturesShow() {
        // "Custom extensions": the name begins with an underscore and a letter.
        JsonObject extension = item(written(JSON, newestFeed(), MIRROR)).getJsonObject("_heliograph");
        assertThat(extension.getJsonArray("mirrors"))
                .containsExactly(NEWS + "/2026/pier", MIRROR + "/2026/pier", LOCAL + "/2026/pier");
        assertThat(extension.getString("section")).isEqualTo("Harbour");
        assertThat(extension.getString("updated")).isEqualTo("2026-11-23T12:30:00Z");
        assertThat(extension.getJsonArray("images").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("url", MIRROR + "/media/pier.jpg")
                        .put("width", 1600)
                        .put("height", 900)
                        .put("alt", "The pier")
                        .put("caption", "The pier at noon")
                        .put("credit", "Ann Bay"));
    }

    @Test
    void feed_hasIcons_soThatNobodyLooksForThem() {
        // "icon" is 512 pixels or more, "favicon" 64 or more.
        JsonObject root = root(written(JSON, newestFeed()));
        assertThat(root.getString("icon")).isEqualTo(NEWS + "/assets/icon-512.png");
        assertThat(root.getString("favicon")).isEqualTo(NEWS + "/assets/icon-192.png");
        assertThat(root.getJsonArray("authors").getJsonObject(0).getString("name"))
                .isEqualTo("Bay News");
    }

    @Test
    void attachments_ofOneRecording_haveOneTitle() {
        // "attachments": same title, same recording; the plain file comes first.
        assertThat(item(written(JSON, newestFeed())).getJsonArray("attachments").stream()
                        .map(JsonObject.class::cast)
                        .map(a -> a.getString("mime_type") + " " + a.getString("title")))
                .containsExactly("video/mp4 Pier reopens", "application/vnd.apple.mpegurl Pier reopens");
    }

    private static JsonObject withoutMirrors(String document) {
        JsonObject root = root(document);
        root.getJsonObject("_heliograph").remove("hosts");
        root.getJsonArray("items")
                .forEach(
                        item -> ((JsonObject) item).getJsonObject("_heliograph").remove("mirrors"));
        return root;
    }

    @Test
    void write_givesTheSameBytes_everyTime() {
        assertThat(new JsonFeed().write(newestFeed()).on(NEWS))
                .isEqualTo(JSON.write(newestFeed()).on(NEWS));
    }

    private static JsonObject root(String document) {
        return Json.parse(document);
    }

    private static List<JsonObject> items(String document) {
        return Json.objects(root(document), "items");
    }

    private static JsonObject item(String document) {
        return items(document).get(0);
    }
}
