package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.tv.Channel.MINUTE;
import static io.heliograph.feed.tv.Channel.feed;
import static io.heliograph.feed.tv.Channel.only;
import static io.heliograph.feed.tv.Channel.watchable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Caption;
import io.heliograph.article.Href;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The videos and captions of a title. */
class RokuVideoTest {

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

    private static List<JsonObject> videos(Media media) {
        JsonObject item = only(feed(watchable("T").media(media).article()), "shortFormVideos");
        return Json.objects(item.getJsonObject("content"), "videos");
    }
}
