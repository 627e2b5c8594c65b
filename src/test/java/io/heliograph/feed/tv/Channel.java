package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** A channel for tests, and what is on it. */
final class Channel {

    static final Format ROKU = new Roku();
    static final Duration MINUTE = Duration.ofMinutes(1);

    private Channel() {}

    static SampleArticle watchable(String title) {
        return titled(title).images(picture("/media/pier.jpg")).media(video(MINUTE, hls("/media/a.m3u8")));
    }

    static JsonObject feed(Article... articles) {
        return DirectPublisher.check(
                written(ROKU, new Feed(SampleArticle.site(), Selection.WATCHABLE, "Bay News", List.of(articles), "")));
    }

    static JsonObject only(JsonObject root, String kind) {
        assertThat(Json.objects(root, kind)).hasSize(1);
        return Json.objects(root, kind).get(0);
    }
}
