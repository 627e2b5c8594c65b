package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.NEWS;
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

    private static String idOf(JsonObject root, String path) {
        return DirectPublisher.KINDS.stream()
                .flatMap(kind -> Json.objects(root, kind).stream())
                .filter(item -> item.getJsonObject("content").encode().contains(path))
                .map(item -> item.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
