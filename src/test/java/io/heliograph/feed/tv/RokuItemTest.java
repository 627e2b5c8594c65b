package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.tv.Channel.MINUTE;
import static io.heliograph.feed.tv.Channel.feed;
import static io.heliograph.feed.tv.Channel.only;
import static io.heliograph.feed.tv.Channel.watchable;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A title of the channel, field by field. */
class RokuItemTest {

    @Test
    void item_hasWhatItMust() {
        // Given
        Article article = watchable("Pier")
                .summary("Short.")
                .html("<p>Long.</p>")
                .section("Nature")
                .tags("sea")
                .published("2026-11-22T23:59:59.999Z")
                .article();

        // When
        JsonObject item = only(feed(article), "shortFormVideos");

        // Then
        assertThat(item).isEqualTo(new JsonObject("""
                        {"id": "%s", "title": "Pier",
                         "content": {
                            "dateAdded": "2026-11-22T23:59:59+00:00",
                            "videos": [{"url": "https://news.example/media/a.m3u8", "quality": "FHD", "videoType": "HLS"}],
                            "duration": 60, "language": "en"},
                         "genres": ["nature"],
                         "thumbnail": "https://news.example/media/pier.jpg",
                         "releaseDate": "2026-11-22",
                         "shortDescription": "Short.", "longDescription": "Long.",
                         "tags": ["Nature", "sea"]}""".formatted(article.id().token())));
    }

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
    @CsvSource({"1, shortFormVideos", "899, shortFormVideos", "900, tvSpecials", "7200, tvSpecials"})
    void recording_isShort_below15Minutes(int seconds, String kind) {
        // Given
        Article article = watchable("T")
                .media(video(Duration.ofSeconds(seconds), hls("/media/a.m3u8")))
                .article();

        // Then
        assertThat(only(feed(article), kind).getJsonObject("content").getInteger("duration"))
                .isEqualTo(seconds);
    }

    static Stream<Arguments> unfit() {
        Image narrow = new Image(Href.own("/media/a.jpg"), 1200, 900, "image/jpeg", 0, "", "", "");
        Image small = new Image(Href.own("/media/a.jpg"), 640, 360, "image/jpeg", 0, "", "", "");
        Image moving = new Image(Href.own("/media/a.gif"), 1600, 900, "image/gif", 0, "", "", "");
        Image unknown = new Image(Href.own("/media/a.jpg"), 0, 0, "image/jpeg", 0, "", "", "");
        Rendition webm = new Rendition(Href.own("/media/a.webm"), "video/webm", 1280, 720, 900, 0);
        return Stream.of(
                Arguments.of("no picture", watchable("T").images()),
                Arguments.of("4:3", watchable("T").images(narrow)),
                Arguments.of("below 800x450", watchable("T").images(small)),
                Arguments.of("neither JPEG nor PNG", watchable("T").images(moving)),
                Arguments.of("a picture of unknown size", watchable("T").images(unknown)),
                Arguments.of("no duration", watchable("T").media(video(Duration.ZERO, hls("/media/a.m3u8")))),
                Arguments.of("less than a second", watchable("T").media(video(Duration.ofMillis(900), hls("/a.m3u8")))),
                Arguments.of("a type Roku does not play", watchable("T").media(video(MINUTE, webm))),
                Arguments.of(
                        "sound",
                        watchable("T")
                                .media(new Media(
                                        Media.Kind.AUDIO, "", MINUTE, List.of(hls("/media/a.m3u8")), List.of()))),
                Arguments.of("nothing to watch", watchable("T").media()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void item_isLeftOut_withoutWhatItMustHave(String what, SampleArticle unfit) {
        // Given
        Article fit = watchable("Fit").article();

        // When
        JsonObject root = feed(unfit.article(), fit);

        // Then
        assertThat(only(root, "shortFormVideos").getString("title")).as(what).isEqualTo("Fit");
    }

    @ParameterizedTest
    @CsvSource({
        "800, 450, image/jpeg, true",
        "800, 450, image/png, true",
        "1920, 1080, image/jpeg, true",
        "1366, 768, image/jpeg, true",
        "799, 450, image/jpeg, false",
        "800, 449, image/jpeg, false",
        "1600, 800, image/jpeg, false",
        "900, 1600, image/jpeg, false",
        "1600, 900, image/webp, false",
        "1600, 900, '', false",
    })
    void thumbnail_is16To9_atLeast800By450(int width, int height, String type, boolean fits) {
        // Given
        Image image = new Image(Href.own("/media/a"), width, height, type, 0, "", "", "");

        // When
        JsonObject root = feed(watchable("T").images(image).article());

        // Then
        assertThat(root.containsKey("shortFormVideos")).isEqualTo(fits);
    }

    @Test
    void thumbnail_isTheFirstPictureThatFits() {
        // Given
        Image square = new Image(Href.own("/media/square.jpg"), 900, 900, "image/jpeg", 0, "", "", "");

        // When
        JsonObject item = only(
                feed(watchable("T").images(square, picture("/media/wide.jpg")).article()), "shortFormVideos");

        // Then
        assertThat(item.getString("thumbnail")).isEqualTo(NEWS + "/media/wide.jpg");
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

    @ParameterizedTest
    @CsvSource({"'', ''", "'', <p>Body</p>", "Summary, ''", "Summary, <p>Summary</p>", "Summary, <p>Body</p>"})
    void live_hasALongDescription_unlikeTheShortOne(String summary, String html) {
        // Given
        Article article = watchable("Quay")
                .media()
                .live(new Live("", List.of(hls("/media/live.m3u8"))))
                .summary(summary)
                .html(html)
                .article();

        // When: the check demands both.
        JsonObject item = only(feed(article), "liveFeeds");

        // Then
        assertThat(item.getString("longDescription")).isNotEqualTo(item.getString("shortDescription"));
    }

    @Test
    void live_hasALongDescription_howeverLongTheTitle() {
        // Given
        Article article = watchable("Quay ".repeat(200))
                .media()
                .live(new Live("", List.of(hls("/media/live.m3u8"))))
                .article();

        // Then
        assertThat(only(feed(article), "liveFeeds").getString("longDescription"))
                .hasSizeBetween(480, 500);
    }

    @Test
    void live_hasNoReleaseDate_andNoRow_andADurationOfZero() {
        // Given
        Article article = watchable("Quay")
                .section("Harbour")
                .media()
                .live(new Live("Boats", List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        JsonObject root = feed(article);

        // Then
        JsonObject item = only(root, "liveFeeds");
        assertThat(item.getString("title")).isEqualTo("Boats");
        assertThat(item.getString("brandedThumbnail")).isEqualTo(item.getString("thumbnail"));
        assertThat(item.containsKey("releaseDate")).isFalse();
        assertThat(item.getJsonObject("content").getValue("duration")).isEqualTo(0);
        assertThat(root.containsKey("playlists")).isFalse();
        assertThat(root.containsKey("categories")).isFalse();
    }

    @Test
    void id_staysTheSame_whenAnotherTitleComesOrGoes() {
        // Given
        Media first = video(MINUTE, hls("/media/1.m3u8"));
        Media firstUnfit = video(Duration.ZERO, hls("/media/1.m3u8"));
        Media second = video(MINUTE, hls("/media/2.m3u8"));
        Live live = new Live("Live", List.of(hls("/media/live.m3u8")));
        JsonObject before =
                feed(watchable("T").media(firstUnfit, second).live(live).article());

        // When
        JsonObject after = feed(watchable("T").media(first, second).live(live).article());

        // Then
        assertThat(idOf(after, "/media/2.m3u8")).isEqualTo(idOf(before, "/media/2.m3u8"));
        assertThat(idOf(after, "/media/live.m3u8")).isEqualTo(idOf(before, "/media/live.m3u8"));
        assertThat(idOf(feed(watchable("T").media().live(live).article()), "/media/live.m3u8"))
                .isEqualTo(idOf(before, "/media/live.m3u8"));
    }

    @Test
    void id_isMadeOfTheArticles_whateverThatLooksLike() {
        assertThat(only(feed(watchable("T").id("\"><script> \ud83d\ude00").article()), "shortFormVideos")
                        .getString("id"))
                .matches("[a-z2-7]{32}");
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

    private static String idOf(JsonObject root, String path) {
        return DirectPublisher.KINDS.stream()
                .flatMap(kind -> Json.objects(root, kind).stream())
                .filter(item -> item.getJsonObject("content").encode().contains(path))
                .map(item -> item.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
