package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.PodcastTest.channel;
import static io.heliograph.feed.PodcastTest.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.Rendition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Live streams in a podcast's feed, by the Podcasting 2.0 namespace, "liveItem". */
class PodcastLiveTest {

    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";

    @Test
    void liveItem_isThereWhereTheSiteWantsIt() {
        Element live = child(channel(feed(true, newest()), NEWS), PODCAST, "liveItem");

        assertThat(live.getAttribute("status")).isEqualTo("live");
        assertThat(live.getAttribute("start")).isEqualTo("2023-01-01T05:06:07Z");
        assertThat(text(live, "", "title")).isEqualTo("Quay");
        assertThat(text(live, "", "guid")).startsWith("tag:news.example,2026:live/");
        assertThat(child(live, PODCAST, "contentLink").getAttribute("href")).isEqualTo(NEWS + "/2026/live");
        assertThat(children(child(live, PODCAST, "alternateEnclosure"), PODCAST, "source"))
                .hasSize(2);
        assertThat(children(channel(feed(false, newest()), NEWS), PODCAST, "liveItem"))
                .isEmpty();
    }

    @Test
    void liveItem_hasWhatTheNamespaceAsksFor() {
        // liveItem: status and start, end where it is known; an item's own elements; contentLink is required; the
        // enclosure
        // is one of the two forms that most players play.
        Rendition mp3 = new Rendition(Href.own("/media/live.mp3"), "audio/mpeg", 0, 0, 128, 0);
        Live stream = new Live(
                "Tide & <talk>",
                Instant.parse("2026-11-24T18:00:00Z"),
                Instant.parse("2026-11-24T19:30:00Z"),
                List.of(hls("/media/live.m3u8"), mp3));
        Article article = titled("Tonight")
                .path("/tonight")
                .summary("Of the tide.")
                .live(stream)
                .article();

        Element channel = channel(feed(true, List.of(article)), NEWS);

        Element live = child(channel, PODCAST, "liveItem");
        assertThat(live.getAttribute("status")).isIn("pending", "live", "ended");
        assertThat(live.getAttribute("start")).isEqualTo("2026-11-24T18:00:00Z");
        assertThat(live.getAttribute("end")).isEqualTo("2026-11-24T19:30:00Z");
        assertThat(Xml.seen(text(live, "", "title"))).isEqualTo("Tide & <talk>");
        assertThat(text(live, "", "description")).isEqualTo("Of the tide.");
        assertThat(text(live, "", "link")).isEqualTo(NEWS + "/tonight");
        assertThat(child(live, "", "guid").getAttribute("isPermaLink")).isEqualTo("false");
        assertThat(child(live, "", "enclosure").getAttribute("url")).isEqualTo(NEWS + "/media/live.mp3");
        assertThat(child(live, "", "enclosure").getAttribute("type")).isEqualTo("audio/mpeg");
        assertThat(child(live, "", "enclosure").getAttribute("length")).isEqualTo("0");
        assertThat(text(live, PODCAST, "contentLink")).isEqualTo("Tonight");
        assertThat(child(live, PODCAST, "contentLink").getAttribute("href")).isEqualTo(NEWS + "/tonight");
        assertThat(children(live, PODCAST, "alternateEnclosure"))
                .extracting(e -> e.getAttribute("type"), e -> e.getAttribute("default"))
                .containsExactly(tuple("application/vnd.apple.mpegurl", ""), tuple("audio/mpeg", "true"));
        assertThat(children(channel, "", "item")).as("it has no recording").isEmpty();
    }

    @Test
    void liveItem_saysNothingOfAnEnd_thatNobodyKnows() {
        Instant start = Instant.parse("2026-11-24T18:00:00Z");
        Live stream = new Live("", start, start, List.of(hls("/media/live.m3u8")));

        Element live =
                child(channel(feed(true, List.of(titled("T").live(stream).article())), NEWS), PODCAST, "liveItem");

        assertThat(live.hasAttribute("end")).isFalse();
        assertThat(text(live, "", "title")).isEqualTo("T");
        assertThat(child(live, "", "enclosure").getAttribute("type")).isEqualTo("application/vnd.apple.mpegurl");
    }
}
