package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.Samples.CHANGED;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.newestFeed;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.ATOM;
import static io.heliograph.feed.Xml.CONTENT;
import static io.heliograph.feed.Xml.DC;
import static io.heliograph.feed.Xml.MEDIA;
import static io.heliograph.feed.Xml.SY;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The RSS 2.0 specification and the RSS Advisory Board's profile of it. */
class RssTest {

    private static final Format RSS = new Rss();

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void texts_areReadAsTheyWere(String nasty) {
        // Given
        Article article = allOf(nasty).html("<p>Text</p>").article();

        // When
        Element item = item(written(RSS, feed(article)));

        // Then
        assertThat(Xml.seen(text(item, "", "title"))).isEqualTo(article.title());
        assertThat(text(item, "", "guid")).isEqualTo(article.id().value());
        assertThat(texts(item, DC, "creator").stream().map(Xml::seen))
                .containsExactly(article.authors().get(0).name());
        assertThat(texts(item, "", "category").stream().map(Xml::seen).toList())
                .isEqualTo(article.story().topics());
        assertThat(Jsoup.parse(text(item, "", "description")).body().wholeText())
                .isEqualTo(article.summary());
        Element picture = child(item, MEDIA, "content");
        // Media RSS, "media:description": what looks like HTML is said to be.
        Element words = child(picture, MEDIA, "description");
        assertThat(
                        words.getAttribute("type").equals("html")
                                ? Jsoup.parse(words.getTextContent()).body().wholeText()
                                : words.getTextContent())
                .isEqualTo(article.story().images().get(0).caption());
        assertThat(Xml.seen(text(picture, MEDIA, "credit")))
                .isEqualTo(article.story().images().get(0).credit());
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void channel_keepsItsTitle(String nasty) {
        // Given
        Section section = Section.named(nasty);
        Feed feed = new Feed(
                SampleArticle.site(),
                new Selection.InSection(section.slug()),
                "Bay News: " + section.name(),
                List.of(),
                "");

        // When
        Element channel = channel(written(RSS, feed));

        // Then
        assertThat(Xml.seen(text(channel, "", "title"))).isEqualTo("Bay News: " + section.name());
    }

    @Test
    void title_hasItsMarkupCharactersInHexadecimal() {
        // The profile's "Character Data": so it is right as plain text and as HTML.
        assertThat(written(RSS, feed(titled("R&D < x>").article()))).contains("<title>R&#x26;D &#x3C; x&gt;</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why <b>bold</b> & <i> are tags",
                "What <b> is for",
                "A line ends with <br/>",
                "List<String> of <!-- nothing",
                "Where x<y & y>z"
            })
    void title_withATag_isTheSameToReadersOfTextAndOfHtml(String title) {
        // The profile's "Character Data"; the W3C validator warns of HTML in a title where it finds an end tag.

        String read = text(item(written(RSS, feed(titled(title).article()))), "", "title");

        assertThat(Xml.seen(read)).isEqualTo(title);
        assertThat(Xml.seen(Jsoup.parse(read).body().wholeText())).isEqualTo(title);
        assertThat(read).doesNotContain("</b>");
    }

    @Test
    void content_isTheHtmlOfTheArticle_withItsOwnUrlsOnTheHost() {
        // Given
        Article article = newest().get(0);

        // When
        Element item = item(written(RSS, feed(article), MIRROR));

        // Then
        assertThat(text(item, CONTENT, "encoded"))
                .isEqualTo(Html.body(article, "en").replace("\u0001", MIRROR))
                .contains("<pre>tide   high\n\n\tlow\n</pre>")
                .contains("<a href=\"" + MIRROR + "/harbour\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>]]&gt; &amp;amp; &lt;b&gt; \"quoted\" 'single'</p>",
                "<pre>  two\n\n\n\tthree  </pre>",
                "<p title=\"a &lt; b &amp; c &quot;d&quot;\">\u00a0\ud83d\ude00\u202e</p>",
                "<p>a\u0000b\ud83dc\ufffed\rE</p>",
                "<p><![CDATA[x]]></p>",
            })
    void content_comesBackAsItWas(String html) {
        // Given
        Article article = titled("T").html(html).article();

        // When
        Element item = item(written(RSS, feed(article)));

        // Then
        assertThat(text(item, CONTENT, "encoded")).isEqualTo(article.story().html());
    }

    @Test
    void channel_hasWhatItMust() {
        // When
        Element channel = channel(written(RSS, newestFeed()));

        // Then
        assertThat(text(channel, "", "title")).isEqualTo("Bay News");
        assertThat(text(channel, "", "link")).isEqualTo(NEWS + "/");
        assertThat(text(channel, "", "description")).isEqualTo("News of the bay");
        assertThat(text(channel, "", "language")).isEqualTo("en");
        assertThat(text(channel, "", "lastBuildDate")).isEqualTo("Tue, 24 Nov 2026 08:30:05 +0000");
        assertThat(channel.getParentNode().getNodeName()).isEqualTo("rss");
        assertThat(((Element) channel.getParentNode()).getAttribute("version")).isEqualTo("2.0");
    }

    @Test
    void core_hasNoNamespace_andTheRestHas() {
        // When
        Element root = Xml.parse(written(RSS, newestFeed()));

        // Then
        assertThat(Xml.all(root))
                .extracting(e -> e.getNamespaceURI() == null ? e.getLocalName() : e.getPrefix())
                .containsOnly(
                        "rss",
                        "channel",
                        "title",
                        "link",
                        "description",
                        "language",
                        "lastBuildDate",
                        "generator",
                        "docs",
                        "pubDate",
                        "ttl",
                        "image",
                        "url",
                        "width",
                        "height",
                        "sy",
                        "item",
                        "guid",
                        "category",
                        "enclosure",
                        "atom",
                        "content",
                        "dc",
                        "media");
    }

    @ParameterizedTest
    @CsvSource({
        NEWS + ", '', " + NEWS + "/feed.rss",
        MIRROR + ", '', " + MIRROR + "/feed.rss",
        LOCAL + ", ?limit=10, " + LOCAL + "/feed.rss?limit=10",
    })
    void self_isTheUrlThatWasAsked(String base, String query, String self) {
        // Given
        Feed feed = new Feed(SampleArticle.site(), Selection.WHOLE, "Bay News", newest(), query);

        // When
        Element link = child(channel(written(RSS, feed, base)), ATOM, "link");

        // Then
        assertThat(link.getAttribute("rel")).isEqualTo("self");
        assertThat(link.getAttribute("type")).isEqualTo("application/rss+xml");
        assertThat(link.getAttribute("href")).isEqualTo(self);
    }

    @Test
    void section_linksToItsPage() {
        // Given
        Feed feed = new Feed(
                SampleArticle.site(), new Selection.InSection("caf\u00e9"), "Bay News: Caf\u00e9", List.of(), "");

        // When
        Element channel = channel(written(RSS, feed));

        // Then
        assertThat(text(channel, "", "link")).isEqualTo(NEWS + "/sections/caf%C3%A9");
        assertThat(child(channel, ATOM, "link").getAttribute("href")).isEqualTo(NEWS + "/sections/caf%C3%A9/feed.rss");
    }

    @Test
    void image_hasTheChannelsTitleAndLink_andIsNoWiderThanAllowed() {
        // The profile, "image"; width is at most 144.
        Element channel = channel(written(RSS, newestFeed()));
        Element image = child(channel, "", "image");
        assertThat(text(image, "", "url")).isEqualTo(NEWS + "/assets/icon-144.png");
        assertThat(text(image, "", "title")).isEqualTo(text(channel, "", "title"));
        assertThat(text(image, "", "link")).isEqualTo(text(channel, "", "link"));
        assertThat(text(image, "", "width")).isEqualTo("144");
    }

    @Test
    void pace_isSaidInBothWays_alike() {
        // The specification's ttl counts minutes; the syndication module counts times a period.
        Element channel = channel(written(RSS, newestFeed()));
        assertThat(text(channel, "", "ttl")).isEqualTo("30");
        assertThat(text(channel, SY, "updatePeriod")).isEqualTo("hourly");
        assertThat(text(channel, SY, "updateFrequency")).isEqualTo("2");
    }

    @Test
    void channel_saysWhoOwnsIt() {
        Site site = SampleArticle.site(
                new Syndication("\u00a9 Bay News", Set.of(), Syndication.USUAL.smartNews(), false, Show.NONE));
        Feed feed = new Feed(site, Selection.WHOLE, "Bay News", newest(), "");
        assertThat(text(channel(written(RSS, feed)), "", "copyright")).isEqualTo("\u00a9 Bay News");
    }

    @ParameterizedTest(name = "{0} (RFC 822, with four digits of the year)")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T10:00:00Z|Mon, 23 Nov 2026 10:00:00 +0000",
                "2024-02-29T23:59:59.999Z|Thu, 29 Feb 2024 23:59:59 +0000",
                "1999-01-02T03:04:05Z|Sat, 02 Jan 1999 03:04:05 +0000",
                "1969-12-31T23:59:59.5Z|Wed, 31 Dec 1969 23:59:59 +0000",
                "2026-09-01T00:00:00Z|Tue, 01 Sep 2026 00:00:00 +0000",
            })
    void dates_areOfRfc822(String instant, String date) {
        assertThat(RSS.stamp(Instant.parse(instant))).isEqualTo(date);
        assertThat(text(item(written(RSS, feed(titled("T").published(instant).article()))), "", "pubDate"))
                .isEqualTo(date);
    }

    @Test
    void urls_areAbsolute() {
        // When
        Element root = Xml.parse(written(RSS, newestFeed()));

        // Then
        assertThat(FeedUrls.of(root)).hasSizeGreaterThan(15).allMatch(FeedUrls::isAbsolute);
    }

    @Test
    void hosts_haveTheSameFeed_butForTheirBase() {
        // Given
        Feed feed = newestFeed();

        // When
        String mirrored = written(RSS, feed, MIRROR);

        // Then
        assertThat(mirrored).isEqualTo(written(RSS, feed).replace(NEWS, MIRROR));
        assertThat(items(mirrored))
                .extracting(item -> text(item, "", "guid"))
                .isEqualTo(newest().stream().map(a -> a.id().value()).toList());
    }

    @Test
    void write_givesTheSameBytes_everyTime() {
        // Given
        byte[] first = RSS.write(newestFeed()).modified(RSS.stamp(CHANGED)).on(NEWS);

        // When
        byte[] second =
                new Rss().write(newestFeed()).modified(RSS.stamp(CHANGED)).on(NEWS);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void emptyFeed_isAFeed() {
        // Given
        Site site = SampleArticle.site("ar", LOCAL);
        Feed feed = new Feed(site, Selection.WHOLE, site.title(), List.of(), "");

        // Then
        assertThat(items(written(RSS, feed, LOCAL))).isEmpty();
        assertThat(text(channel(written(RSS, feed, LOCAL)), "", "language")).isEqualTo("ar");
    }

    private static Element channel(String document) {
        assertThat(document).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss ");
        return child(Xml.parse(document), "", "channel");
    }

    private static List<Element> items(String document) {
        return children(channel(document), "", "item");
    }

    private static Element item(String document) {
        return items(document).get(0);
    }
}
