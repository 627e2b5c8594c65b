package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.MEDIA;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.ArticleId;
import io.heliograph.article.Deletion;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Logo;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.article.Syndication.Partner;
import io.heliograph.feed.profile.Press;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What MSN, SmartNews and Flipboard publish about the feeds they take. */
class PartnersTest {

    private static final String MI = "http://schemas.ingestion.microsoft.com/common/";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String SNF = "http://www.smartnews.be/snf";
    private static final Logo LOGO = Logo.of("<svg viewBox='0 0 700 100'></svg>".getBytes(StandardCharsets.UTF_8));

    static Stream<Format> formats() {
        return Stream.of(new Msn(), new SmartNews(), new Flipboard());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void partner_isServed_whereTheSiteSaysSo(Format format) {
        assertThat(format.isOffered(site(), Selection.WHOLE)).isTrue();
        assertThat(format.isOffered(SampleArticle.site(), Selection.WHOLE)).isFalse();
        assertThat(format.path(new Selection.InSection("bay")))
                .isEqualTo("/sections/bay/feed." + format.name() + ".rss");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void partner_takesWholeArticlesAlone(Format format) {
        assertThat(format.holds(site(), newest().get(0))).isTrue();
        assertThat(format.holds(site(), newest().get(2))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void item_hasIdLinkTitleDateAndText(Format format) {
        Element item = items(format, newest()).get(0);
        assertThat(text(item, "", "guid")).isEqualTo("https://old.example/?p=1");
        assertThat(text(item, "", "link")).isEqualTo(NEWS + "/2026/pier");
        assertThat(text(item, "", "title")).isEqualTo("Pier reopens");
        boolean isDatedByChange = format instanceof SmartNews;
        assertThat(text(item, "", "pubDate"))
                .isEqualTo(isDatedByChange ? "Mon, 23 Nov 2026 12:30:00 +0000" : "Mon, 23 Nov 2026 10:00:00 +0000");
        assertThat(text(item, Xml.CONTENT, "encoded")).contains("<img src=\"" + NEWS);
        assertThat(children(item, "", "enclosure")).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void urls_areAbsolute(Format format) {
        assertThat(FeedUrls.of(Xml.parse(written(format, feed(newest()))))).allMatch(FeedUrls::isAbsolute);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void channel_describesTheFeed(Format format) {
        Feed chosen = new Feed(
                site(),
                new Selection.Chosen("quiet"),
                "Bay News: Quiet",
                "Without any noise",
                List.of(),
                "",
                false,
                Chapter.ONLY,
                List.of());

        assertThat(text(child(Xml.parse(written(format, chosen)), "", "channel"), "", "description"))
                .isEqualTo("Without any noise");
    }

    @Test
    void msn_isToldOfChanges_andOfTheRightsToPictures() {
        // MSN: an item is taken again only if its updated date moved; pictures need declared rights.
        Element item = items(new Msn(), newest()).get(0);
        assertThat(text(item, DCTERMS, "modified")).isEqualTo("2026-11-23T12:30:00Z");
        Element picture = child(item, MEDIA, "content");
        assertThat(picture.getAttribute("medium")).isEqualTo("image");
        assertThat(text(picture, MI, "hasSyndicationRights")).isEqualTo("1");
        assertThat(text(picture, MEDIA, "credit")).isEqualTo("Ann Bay");
        assertThat(text(picture, MEDIA, "title")).isEqualTo("The pier");
    }

    @Test
    void msn_getsAShortTitle_forOneOfMoreThan150Characters() {
        String longTitle = "A very long title ".repeat(10).strip();
        Element item = items(
                        new Msn(), List.of(titled(longTitle).html("<p>a</p>").article()))
                .get(0);
        assertThat(text(item, "", "title")).isEqualTo(longTitle);
        assertThat(text(item, MI, "shortTitle")).hasSizeBetween(100, 150);
    }

    @Test
    void msn_getsNoPicture_thatIsTooSmall() {
        Image small = new Image(Href.own("/media/s.png"), 90, 400, "image/png", 1, "", "", "");
        assertThat(children(
                        items(
                                        new Msn(),
                                        List.of(titled("T")
                                                .html("<p>a</p>")
                                                .images(small)
                                                .article()))
                                .get(0),
                        MEDIA,
                        "content"))
                .isEmpty();
    }

    @Test
    void smartNews_isToldOfTheSiteInThirtyCharacters_whateverTheyAre() {
        // SmartFormat 2.1, "description" of the channel.
        Feed feed = new Feed(
                site().told("Bay News", "<b> <i> <u> <s> <q> and <br>, all day long", "en", site().authority()),
                Selection.WHOLE,
                "Bay News",
                newest(),
                "");

        Element channel = child(Xml.parse(written(new SmartNews(), feed)), "", "channel");

        assertThat(text(channel, "", "description").length()).isLessThanOrEqualTo(30);
    }

    @Test
    void smartNews_getsLogos_andOneCreator() {
        Element channel = channel(new SmartNews(), newest());
        assertThat(text(child(channel, SNF, "logo"), "", "url")).isEqualTo(NEWS + "/assets/smartnews.png");
        assertThat(text(child(channel, SNF, "darkModeLogo"), "", "url")).isEqualTo(NEWS + "/assets/smartnews-dark.png");
        assertThat(text(channel, "", "description").length()).isLessThanOrEqualTo(30);
        assertThat(text(channel, "", "ttl")).isEqualTo("30");
        Element item = children(channel, "", "item").get(0);
        assertThat(text(item, Xml.DC, "creator")).isEqualTo("Ann Bay, Bo Cove");
        assertThat(child(item, MEDIA, "thumbnail").getAttribute("url")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(text(item, SNF, "analytics")).isEqualTo("<script>count()</script>");
        assertThat(text(child(item, SNF, "advertisement"), SNF, "adcontent")).isEqualTo("<b>ad</b>");
    }

    @Test
    void smartNews_seesAnEdit_byTheDate() {
        // SmartNews, "Update the video file": without another pubDate nothing is taken anew.
        Article edited =
                titled("T").html("<p>a</p>").updated("2026-11-24T08:00:00Z").article();
        assertThat(text(items(new SmartNews(), List.of(edited)).get(0), "", "pubDate"))
                .isEqualTo("Tue, 24 Nov 2026 08:00:00 +0000");
    }

    @Test
    void smartNews_isToldOfDeletions_withoutAWordOfTheArticle() {
        // SmartNews, "Deleting Articles": the item stays, with media:status and another pubDate. What SmartFormat
        // requires of
        // an item, it has: title, link, guid, pubDate and content:encoded.
        Instant when = Instant.parse("2026-11-24T08:30:00Z");
        ArticleId id = ArticleId.of("gone & <done>", SampleArticle.AUTHORITY);
        Feed feed = feed(newest().subList(0, 1))
                .with(newest().subList(0, 1), Chapter.ONLY, List.of(new Deletion(id, "/2026/gone", when, 9)));

        List<Element> items = children(child(Xml.parse(written(new SmartNews(), feed)), "", "channel"), "", "item");

        assertThat(items).hasSize(2);
        assertThat(children(items.get(0), MEDIA, "status")).isEmpty();
        Element item = items.get(1);
        assertThat(child(item, MEDIA, "status").getAttribute("state")).isEqualTo("deleted");
        assertThat(text(item, "", "guid")).isEqualTo("gone & <done>");
        assertThat(text(item, "", "link")).isEqualTo(NEWS + "/2026/gone");
        assertThat(text(item, "", "pubDate")).isEqualTo("Tue, 24 Nov 2026 08:30:00 +0000");
        assertThat(text(item, "", "title")).isEqualTo("Bay News");
        assertThat(text(item, Xml.CONTENT, "encoded")).isEqualTo("<p>Bay News</p>");
        assertThat(Press.print(new SmartNews(), feed).quarantined()).isEmpty();
    }

    @Test
    void smartNews_isToldOfNoDeletion_whereAnotherArticleLives() {
        Deletion taken = new Deletion(ArticleId.of("1", SampleArticle.AUTHORITY), "", Instant.EPOCH, 9);
        Feed feed = feed(List.of()).with(List.of(), Chapter.ONLY, List.of(taken));

        assertThat(written(new SmartNews(), feed)).doesNotContain("<item>");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void deletions_areToldToSmartNewsAlone(Format format) {
        assertThat(format.tellsDeletions()).isEqualTo(format instanceof SmartNews);
    }

    @Test
    void flipboard_getsALongDescription_whereTheTextIsLong() {
        // Flipboard: 300 or more characters.
        Article article = titled("T")
                .summary("Short.")
                .html("<p>" + "Many words follow. ".repeat(60) + "</p>")
                .article();
        assertThat(text(items(new Flipboard(), List.of(article)).get(0), "", "description"))
                .startsWith("Short. Many words")
                .hasSizeBetween(300, 600);
    }

    @Test
    void flipboard_illustratesWithTheFilm_elseWithALargePicture() {
        // Flipboard: MP4; the smaller side of a picture has 500 pixels or more.
        Image small = new Image(Href.own("/media/s.jpg"), 900, 499, "image/jpeg", 1, "", "", "");
        List<Article> articles = List.of(
                newest().get(0),
                titled("B")
                        .html("<p>b</p>")
                        .images(small, picture("/media/l.jpg"))
                        .article(),
                titled("C").html("<p>c</p>").images(small).article());

        List<Element> items = items(new Flipboard(), articles);

        assertThat(child(items.get(0), "", "enclosure").getAttribute("type")).isEqualTo("video/mp4");
        Element picture = child(items.get(1), "", "enclosure");
        assertThat(picture.getAttribute("url")).isEqualTo(NEWS + "/media/l.jpg");
        assertThat(picture.getAttribute("length")).isEqualTo("4321");
        assertThat(children(items.get(2), "", "enclosure")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void nastyTexts_breakNoDialect(String nasty) {
        Article article = SampleArticle.allOf(nasty).html("<p>a</p>").article();
        formats()
                .forEach(format -> assertThat(
                                Xml.seen(text(items(format, List.of(article)).get(0), "", "title")))
                        .isEqualTo(article.title()));
    }

    private static Site site() {
        return SampleArticle.site(new Syndication(
                "",
                Set.of(Partner.values()),
                new Syndication.SmartNews(LOGO, LOGO, "<script>count()</script>", "<b>ad</b>"),
                false,
                Show.NONE));
    }

    private static Feed feed(List<Article> articles) {
        return new Feed(site(), Selection.WHOLE, "Bay News", articles, "");
    }

    private static Element channel(Format format, List<Article> articles) {
        return child(Xml.parse(written(format, feed(articles))), "", "channel");
    }

    private static List<Element> items(Format format, List<Article> articles) {
        return children(channel(format, articles), "", "item");
    }
}
