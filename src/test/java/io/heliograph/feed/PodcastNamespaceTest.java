package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.feed.PodcastTest.GUID;
import static io.heliograph.feed.PodcastTest.ITUNES;
import static io.heliograph.feed.PodcastTest.channel;
import static io.heliograph.feed.PodcastTest.feed;
import static io.heliograph.feed.PodcastTest.items;
import static io.heliograph.feed.PodcastTest.show;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Host;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What podcasts have of Podcasting 2.0 (podcastindex.org/namespace/1.0). */
class PodcastNamespaceTest {

    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";

    @Test
    void transcripts_areTheCaptions() {
        Element item = items(feed(false, newest()), NEWS).get(2);
        Element transcript = child(item, PODCAST, "transcript");
        assertThat(transcript.getAttribute("url")).isEqualTo(NEWS + "/media/boats.vtt");
        assertThat(transcript.getAttribute("type")).isEqualTo("text/vtt");
        assertThat(transcript.getAttribute("language")).isEqualTo("en");
        assertThat(transcript.getAttribute("rel")).isEqualTo("captions");
    }

    @Test
    void alternateEnclosures_haveASourceOnEachSafeHost_theCanonicalFirst() {
        Element item = items(feed(false, newest()), MIRROR).get(0);
        List<Element> alternates = children(item, PODCAST, "alternateEnclosure");
        assertThat(alternates)
                .extracting(e -> e.getAttribute("type"), e -> e.getAttribute("default"), e -> e.getAttribute("bitrate"))
                .containsExactly(tuple("application/vnd.apple.mpegurl", "", ""), tuple("video/mp4", "true", "2400000"));
        assertThat(children(alternates.get(1), PODCAST, "source"))
                .extracting(e -> e.getAttribute("uri"))
                .containsExactly(NEWS + "/media/pier.mp4", MIRROR + "/media/pier.mp4");
    }

    @Test
    void sources_areOnPlainHosts_whereThereAreNoOthers() {
        Site site = SampleArticle.site("en", LOCAL, "http://mirror.localhost:8080");
        Feed feed = new Feed(site, Selection.WHOLE, "Bay News", newest(), "");
        assertThat(children(
                        children(items(feed, LOCAL).get(0), PODCAST, "alternateEnclosure")
                                .get(1),
                        PODCAST,
                        "source"))
                .hasSize(2);
    }

    @Test
    void channel_hasItsIdAndMedium() {
        Element channel = channel(feed(false, newest()), MIRROR);
        assertThat(text(channel, PODCAST, "guid")).isEqualTo(GUID);
        assertThat(text(channel, PODCAST, "medium")).isEqualTo("podcast");
        assertThat(text(channel, PODCAST, "locked")).isEqualTo("yes");
        assertThat(child(channel, PODCAST, "locked").getAttribute("owner")).isEqualTo("show@bay.example");
        assertThat(texts(channel, PODCAST, "person")).containsExactly("Bay News");
    }

    @Test
    void channelsPerson_isNoLongerThanTheNamespaceHasIt() {
        // Podcasting 2.0, "person": more than 128 characters may be cut.
        Show show = show("Bay aloud", "", "Bay ".repeat(60).strip());
        Site site = SampleArticle.site(new Syndication("", Set.of(), Syndication.USUAL.smartNews(), false, show));

        Element channel = channel(new Feed(site, Selection.WHOLE, "Bay News", newest(), ""), NEWS);

        assertThat(text(channel, PODCAST, "person")).hasSizeBetween(100, 128);
        assertThat(text(channel, ITUNES, "author")).isEqualTo(show.author());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "podnews.net/rss, 9b024349-ccf0-5f69-a609-6b82873eab3c",
        "https://podnews.net/rss, 9b024349-ccf0-5f69-a609-6b82873eab3c",
        "http://podnews.net/rss//, 9b024349-ccf0-5f69-a609-6b82873eab3c",
        "mp3s.nashownotes.com/pc20rss.xml, 917393e3-1b1e-5cef-ace4-edaa54e1f810",
    })
    void guid_isTheOneOfTheNamespacesOwnExamples(String url, String guid) {
        assertThat(PodcastGuid.of(url)).isEqualTo(guid);
    }

    @Test
    void guid_isOfTheCanonicalHostsFeed() {
        assertThat(PodcastGuid.of(Host.parse("https://news.example"), Selection.WHOLE))
                .isEqualTo(PodcastGuid.of("news.example/podcast.rss"))
                .isNotEqualTo(PodcastGuid.of(Host.parse("https://mirror.example"), Selection.WHOLE));
    }
}
