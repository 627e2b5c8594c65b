package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.Samples.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roku's Direct Publisher feed, field by field. */
class RokuTest {

    private static final Format ROKU = new Roku();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void root_hasWhatItMust() {
        // When
        JsonObject root = feed(watchable("Pier").article());

        // Then
        assertThat(root.getString("providerName")).isEqualTo("Bay News");
        assertThat(root.getString("lastUpdated")).isEqualTo("2026-11-24T08:30:05+00:00");
        assertThat(root.getString("language")).isEqualTo("en");
    }

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

    @Test
    void videos_areTheStreamAlone_whereThereIsOne() {
        assertThat(videos(video(MINUTE, mp4("/media/a.mp4"), hls("/media/a.m3u8"))))
                .containsExactly(new JsonObject()
                        .put("url", NEWS + "/media/a.m3u8")
                        .put("quality", "FHD")
                        .put("videoType", "HLS"));
    }

    @Test
    void videos_areHls_ratherThanOtherStreams() {
        // Given
        Rendition dash = new Rendition(Href.own("/media/a.mpd"), "application/dash+xml", 0, 0, 0, 0);
        Rendition smooth = new Rendition(Href.own("/media/a.ism"), "application/vnd.ms-sstr+xml", 0, 0, 0, 0);

        // Then
        assertThat(videos(video(MINUTE, smooth, dash, hls("/media/a.m3u8"))))
                .extracting(v -> v.getString("videoType"))
                .containsExactly("HLS");
        assertThat(videos(video(MINUTE, mp4("/media/a.mp4"), dash)))
                .extracting(v -> v.getString("videoType"))
                .containsExactly("DASH");
        assertThat(videos(video(MINUTE, smooth, mp4("/media/a.mp4"))))
                .extracting(v -> v.getString("videoType"), v -> v.containsKey("bitrate"))
                .containsExactly(tuple("SMOOTH", false));
    }

    @Test
    void videos_areEveryPlainFile_withItsBitRate() {
        // Given
        Rendition large = new Rendition(Href.own("/media/l.mov"), "video/quicktime", 3840, 2160, 0, 0);
        Rendition sized = new Rendition(Href.own("/media/s.m4v"), "video/x-m4v", 640, 360, 0, 15_000_000);
        Rendition tiny = new Rendition(Href.own("/media/t.mp4"), "video/mp4", 64, 36, 0, 10);

        // Then
        assertThat(videos(video(MINUTE, large, mp4("/media/a.mp4"), sized, tiny)))
                .extracting(
                        v -> v.getString("videoType") + " " + v.getString("quality") + " " + v.getInteger("bitrate"))
                .containsExactly("MOV UHD 15000", "MP4 HD 2400", "M4V SD 2000", "MP4 SD 1");
    }

    @ParameterizedTest
    @CsvSource({"0, HD", "359, SD", "719, SD", "720, HD", "1079, HD", "1080, FHD", "2159, FHD", "2160, UHD", "4320, UHD"
    })
    void quality_goesByTheLines(int height, String quality) {
        // Given
        Rendition rendition = new Rendition(Href.own("/a.m3u8"), "application/x-mpegurl", 0, height, 0, 0);

        // Then
        assertThat(videos(video(MINUTE, rendition)))
                .extracting(v -> v.getString("quality"))
                .containsExactly(quality);
    }

    @Test
    void captions_haveALanguage_inAnyCase() {
        // Given
        List<Caption> captions = List.of(
                new Caption(Href.own("/media/en.vtt"), "text/vtt", "en-GB"),
                new Caption(Href.own("/media/zh.vtt"), "text/vtt", "zh-Hant-TW"),
                new Caption(Href.own("/media/unknown.vtt"), "text/vtt", ""));
        Media media = new Media(Media.Kind.VIDEO, "", MINUTE, List.of(hls("/media/a.m3u8")), captions);

        // When
        JsonObject content = only(
                        feed(watchable("T").language("es").media(media).article()), "shortFormVideos")
                .getJsonObject("content");

        // Then
        assertThat(Json.objects(content, "captions"))
                .extracting(c -> c.getString("language"))
                .containsExactly("en-GB", "zh-TW", "es");
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
    void live_hasNoDuration_noReleaseDate_andNoRow() {
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
        assertThat(item.getJsonObject("content").containsKey("duration")).isFalse();
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

    @ParameterizedTest
    @CsvSource({
        "News, '', news",
        "SPORTS, '', sports",
        "Football, '', sports",
        "'', Science Fiction, science fiction",
        "Actualit\u00e9s, '', news",
        "Harbour, '', special",
        "'', '', special",
        "Harbour, Sea, nature",
    })
    void genres_areOfTheList_andNeverEmpty(String section, String tag, String genre) {
        // Given
        Article article = watchable("T").section(section).tags(tag).article();

        // Then
        assertThat(DirectPublisher.strings(only(feed(article), "shortFormVideos"), "genres"))
                .containsExactly(genre);
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

    private static SampleArticle watchable(String title) {
        return titled(title).images(picture("/media/pier.jpg")).media(video(MINUTE, hls("/media/a.m3u8")));
    }

    private static JsonObject feed(Article... articles) {
        return DirectPublisher.check(
                written(ROKU, new Feed(SampleArticle.site(), Selection.WATCHABLE, "Bay News", List.of(articles), "")));
    }

    private static JsonObject only(JsonObject root, String kind) {
        assertThat(Json.objects(root, kind)).hasSize(1);
        return Json.objects(root, kind).get(0);
    }

    private static List<JsonObject> videos(Media media) {
        JsonObject item = only(feed(watchable("T").media(media).article()), "shortFormVideos");
        return Json.objects(item.getJsonObject("content"), "videos");
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
