package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Artwork;
import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Person;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.ShowCategory;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Apple's rules for podcast feeds, and the Podcasting 2.0 namespace. */
class PodcastTest {

    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";

    static final String GUID = "9b024349-ccf0-5f69-a609-6b82873eab3c";

    private static final Podcast FORMAT = new Podcast(GUID);

    @Test
    void channel_hasWhatAppleRequires() {
        Element channel = channel(feed(true, newest()), NEWS);

        assertThat(text(channel, "", "title")).isEqualTo("Bay aloud");
        assertThat(text(channel, "", "description")).isEqualTo("News of the bay");
        assertThat(text(channel, "", "language")).isEqualTo("en");
        assertThat(child(channel, ITUNES, "image").getAttribute("href")).isEqualTo(NEWS + "/assets/podcast.png");
        assertThat(text(channel, ITUNES, "explicit")).isEqualTo("false");
        assertThat(text(channel, ITUNES, "author")).isEqualTo("Bay News");
        assertThat(text(channel, ITUNES, "type")).isEqualTo("serial");
        assertThat(text(child(channel, ITUNES, "owner"), ITUNES, "email")).isEqualTo("show@bay.example");
        assertThat(text(channel, ITUNES, "new-feed-url")).isEqualTo("https://next.example/feed");
        Element category = children(channel, ITUNES, "category").get(0);
        assertThat(category.getAttribute("text")).isEqualTo("Society & Culture");
        assertThat(child(category, ITUNES, "category").getAttribute("text")).isEqualTo("Places & Travel");
    }

    @Test
    void channel_describesTheFeed_elseTheShow_elseTheSite() {
        Site site = site(false);
        Feed chosen = new Feed(
                site,
                new Selection.Chosen("quiet"),
                "Bay News: Quiet",
                "Without any noise",
                newest(),
                "",
                false,
                Chapter.ONLY,
                List.of());
        Feed told = new Feed(
                SampleArticle.site(new Syndication(
                        "", Set.of(), Syndication.USUAL.smartNews(), false, show("Bay aloud", "What was said", ""))),
                Selection.WHOLE,
                "Bay News",
                newest(),
                "");

        assertThat(text(channel(chosen, NEWS), "", "description")).isEqualTo("Without any noise");
        assertThat(text(channel(told, NEWS), "", "description")).isEqualTo("What was said");
    }

    @Test
    void item_hasWhatAppleRequires() {
        Element item = items(feed(false, newest()), NEWS).get(0);

        assertThat(text(item, "", "title")).isEqualTo("Pier reopens");
        assertThat(text(item, "", "guid")).isEqualTo("https://old.example/?p=1");
        Element enclosure = child(item, "", "enclosure");
        assertThat(enclosure.getAttribute("url")).isEqualTo(NEWS + "/media/pier.mp4");
        assertThat(enclosure.getAttribute("length")).isEqualTo("9000000");
        assertThat(enclosure.getAttribute("type")).isEqualTo("video/mp4");
        assertThat(text(item, ITUNES, "duration")).isEqualTo("95");
        assertThat(text(item, ITUNES, "explicit")).isEqualTo("false");
        assertThat(text(item, ITUNES, "episodeType")).isEqualTo("full");
        assertThat(children(item, ITUNES, "season")).isEmpty();
        assertThat(children(item, ITUNES, "episode")).isEmpty();
    }

    @Test
    void items_areThoseThatApplePlays() {
        assertThat(items(feed(false, newest()), NEWS))
                .extracting(item -> text(item, "", "title"))
                .containsExactly("Pier reopens", "Entrevista", "Live from the quay");
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, /media/a.mp3, true",
        "audio/mpeg, /media/A.MP3, true",
        "audio/mp4, /media/a.m4a, true",
        "audio/x-m4a, /media/a.m4a, true",
        "video/quicktime, /media/a.mov, true",
        "video/x-m4v, /media/a.m4v, true",
        "audio/mpeg, /media/stream, false",
        "audio/ogg, /media/a.ogg, false",
        "video/webm, /media/a.webm, false",
        "application/vnd.apple.mpegurl, /media/a.m3u8, false",
    })
    void article_isHeld_whereApplePlaysItsFile(String type, String path, boolean held) {
        Rendition file = new Rendition(Href.own(path), type, 0, 0, 0, 1);
        Article article = titled("T").media(video(Duration.ZERO, file)).article();

        assertThat(FORMAT.holds(site(false), article)).isEqualTo(held);
    }

    @Test
    void query_behindAFilesName_isNoEnding() {
        Rendition file = new Rendition(new Href("https://cdn.example/a.mp3?from=b.ogg"), "audio/mpeg", 0, 0, 0, 1);
        Article article = titled("T").media(video(Duration.ZERO, file)).article();
        assertThat(FORMAT.holds(site(false), article)).isTrue();
    }

    @Test
    void episode_saysSeasonNumberAndKind() {
        Episode episode = new Episode(
                2,
                7,
                Episode.Kind.BONUS,
                Episode.Rating.EXPLICIT,
                List.of(Href.own("/media/x/a.chapters.json")),
                List.of(
                        new Person("Ada Quay", "guest", "https://ada.example/"),
                        new Person("Bo", "", "http://bo.example/")));
        Article article = titled("T")
                .media(video(Duration.ofSeconds(61), mp4("/media/a.mp4")))
                .episode(episode)
                .article();

        Element item = items(feed(false, List.of(article)), NEWS).get(0);

        assertThat(text(item, ITUNES, "season")).isEqualTo("2");
        assertThat(text(item, ITUNES, "episode")).isEqualTo("7");
        assertThat(text(item, ITUNES, "episodeType")).isEqualTo("bonus");
        assertThat(text(item, ITUNES, "explicit")).isEqualTo("true");
        Element chapters = child(item, PODCAST, "chapters");
        assertThat(chapters.getAttribute("type")).isEqualTo("application/json+chapters");
        assertThat(chapters.getAttribute("url")).isEqualTo(NEWS + "/media/x/a.chapters.json");
        // The namespace takes https alone.
        assertThat(children(item, PODCAST, "person"))
                .extracting(Element::getTextContent, e -> e.getAttribute("role"), e -> e.getAttribute("href"))
                .containsExactly(tuple("Ada Quay", "guest", "https://ada.example/"), tuple("Bo", "", ""));
    }

    @Test
    void itemsPicture_isOneThatAppleTakes() {
        Image square = new Image(Href.own("/media/s.jpg"), 1400, 1400, "image/jpeg", 1, "", "", "");
        Image wide = new Image(Href.own("/media/w.jpg"), 1600, 900, "image/jpeg", 1, "", "", "");
        Media media = video(Duration.ofSeconds(5), mp4("/media/a.mp4"));
        List<Article> articles = List.of(
                titled("A").images(wide, square).media(media).article(),
                titled("B").images(wide).media(media).article());

        List<Element> items = items(feed(false, articles), NEWS);

        assertThat(child(items.get(0), ITUNES, "image").getAttribute("href")).isEqualTo(NEWS + "/media/s.jpg");
        assertThat(children(items.get(1), ITUNES, "image")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void texts_comeBackAsTheyWere(String nasty) {
        Article article = SampleArticle.allOf(nasty)
                .media(video(Duration.ZERO, mp4("/media/a.mp4"), hls("/media/a.m3u8")))
                .article();

        Element item = items(feed(false, List.of(article)), NEWS).get(0);

        assertThat(Xml.seen(text(item, "", "title"))).isEqualTo(article.title());
        assertThat(Xml.seen(text(item, ITUNES, "author")))
                .isEqualTo(article.authors().get(0).name());
        assertThat(Pattern.matches("[0-9a-f-]{36}", GUID)).isTrue();
    }

    @Test
    void names_areNoLongerThanAppleTakesThem_whateverIsInThem() {
        Article article = SampleArticle.allOf("<b>a</b>".repeat(31))
                .media(video(Duration.ZERO, mp4("/media/a.mp4")))
                .article();

        Element item = items(feed(false, List.of(article)), NEWS).get(0);

        assertThat(text(item, ITUNES, "author")).hasSizeLessThanOrEqualTo(255).contains("a");
    }

    static Site site(boolean live) {
        return SampleArticle.site(new Syndication("", Set.of(), Syndication.USUAL.smartNews(), false, show(live)));
    }

    static Show show(String title, String description, String author) {
        Show usual = show(false);
        return new Show(
                title,
                description,
                author,
                usual.owner(),
                usual.categories(),
                usual.explicit(),
                usual.order(),
                usual.medium(),
                usual.locked(),
                usual.live(),
                usual.artwork(),
                usual.guid(),
                usual.newFeedUrl());
    }

    static Show show(boolean live) {
        return new Show(
                "Bay aloud",
                "",
                "",
                new Show.Owner("", "show@bay.example"),
                List.of(ShowCategory.parse("Society & Culture > Places & Travel"), ShowCategory.parse("News")),
                false,
                Show.Order.SERIAL,
                Show.Medium.PODCAST,
                true,
                live,
                Artwork.NONE,
                "",
                "https://next.example/feed");
    }

    static Feed feed(boolean live, List<Article> articles) {
        return new Feed(site(live), Selection.WHOLE, "Bay News", articles, "");
    }

    static Element channel(Feed feed, String base) {
        return child(Xml.parse(written(FORMAT, feed, base)), "", "channel");
    }

    static List<Element> items(Feed feed, String base) {
        return children(channel(feed, base), "", "item");
    }
}
