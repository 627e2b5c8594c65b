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
import static io.heliograph.feed.Xml.MEDIA;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Source;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** RFC 4287. */
class AtomTest {

    private static final Format ATOM_FORMAT = new Atom();

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void texts_comeBackAsTheyWere(String nasty) {
        // Given
        Article article = allOf(nasty).html("<p>Text</p>").article();

        // When
        Element entry = entry(written(ATOM_FORMAT, feed(article)));

        // Then
        assertThat(construct(entry, "title")).isEqualTo(article.title());
        assertThat(construct(entry, "summary")).isEqualTo(article.summary());
        assertThat(text(entry, ATOM, "id")).isEqualTo(article.id().iri());
        assertThat(Xml.seen(text(child(entry, ATOM, "author"), ATOM, "name")))
                .isEqualTo(article.authors().get(0).name());
        assertThat(children(entry, ATOM, "category"))
                .extracting(e -> e.getAttribute("term"))
                .isEqualTo(article.story().topics());
        Element picture = child(entry, MEDIA, "content");
        assertThat(Xml.seen(text(picture, MEDIA, "credit")))
                .isEqualTo(article.story().images().get(0).credit());
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void feed_keepsItsTitle(String nasty) {
        // Given
        Section section = Section.named(nasty);
        Feed feed =
                new Feed(SampleArticle.site(), new Selection.InSection(section.slug()), section.name(), List.of(), "");

        // When
        Element root = root(written(ATOM_FORMAT, feed));

        // Then
        assertThat(construct(root, "title")).isEqualTo(section.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain > text", "R&D", "1 < 2", "The <b> element", "&amp; is an ampersand"})
    void title_withoutATag_isText(String title) {
        // Section 3.1.1.1: what stands there is what is meant.
        Element element = child(entry(written(ATOM_FORMAT, feed(titled(title).article()))), ATOM, "title");
        assertThat(element.getAttribute("type")).isIn("", "text");
        assertThat(element.getTextContent()).isEqualTo(title);
    }

    @Test
    void title_withATag_isHtmlEscapedTwice() {
        // Section 3.1.1.2; feed readers that sniff take "</b>" in a text for markup.
        Element title =
                child(entry(written(ATOM_FORMAT, feed(titled("<b>a</b> & c").article()))), ATOM, "title");
        assertThat(title.getAttribute("type")).isEqualTo("html");
        assertThat(title.getTextContent()).isEqualTo("&lt;b&gt;a&lt;/b&gt; &amp; c");
    }

    @Test
    void feed_hasWhatItMust_once() {
        // When (section 4.1.1)
        Element root = root(written(ATOM_FORMAT, newestFeed()));

        // Then
        assertThat(text(root, ATOM, "id")).isEqualTo("tag:news.example,2026:feed");
        assertThat(construct(root, "title")).isEqualTo("Bay News");
        assertThat(construct(root, "subtitle")).isEqualTo("News of the bay");
        assertThat(text(root, ATOM, "updated")).isEqualTo("2026-11-24T08:30:05Z");
        assertThat(text(child(root, ATOM, "author"), ATOM, "name")).isEqualTo("Bay News");
        assertThat(text(root, ATOM, "generator")).isEqualTo("Heliograph");
        assertThat(root.getAttributeNS(XMLConstants.XML_NS_URI, "lang")).isEqualTo("en");
    }

    @Test
    void entry_hasWhatItMust_once() {
        // Section 4.1.2
        for (Element entry : entries(written(ATOM_FORMAT, newestFeed()))) {
            assertThat(children(entry, ATOM, "id")).hasSize(1);
            assertThat(children(entry, ATOM, "title")).hasSize(1);
            assertThat(children(entry, ATOM, "updated")).hasSize(1);
            assertThat(children(entry, ATOM, "published")).hasSize(1);
            assertThat(children(entry, ATOM, "summary")).hasSizeLessThanOrEqualTo(1);
            assertThat(children(entry, ATOM, "content")).hasSizeLessThanOrEqualTo(1);
            assertThat(children(entry, ATOM, "summary").size()
                            + children(entry, ATOM, "content").size())
                    .isPositive();
        }
    }

    @Test
    void entry_hasOneAlternate() {
        // Section 4.1.2: no more than one of the same type and language.
        List<Element> entries = entries(written(ATOM_FORMAT, newestFeed()));
        for (int i = 0; i < entries.size(); i++) {
            List<Element> alternates = children(entries.get(i), ATOM, "link").stream()
                    .filter(link -> link.getAttribute("rel").equals("alternate"))
                    .toList();
            assertThat(alternates).hasSize(1);
            assertThat(alternates.get(0).getAttribute("type")).isEqualTo("text/html");
            assertThat(alternates.get(0).getAttribute("href"))
                    .isEqualTo(NEWS + newest().get(i).path());
        }
    }

    @Test
    void ids_areAbsoluteIris_ofTheOriginWhereItGaveOne() {
        // Section 4.2.6
        List<String> ids = entries(written(ATOM_FORMAT, newestFeed())).stream()
                .map(entry -> text(entry, ATOM, "id"))
                .toList();
        assertThat(ids).allMatch(id -> URI.create(id).isAbsolute()).doesNotHaveDuplicates();
        assertThat(ids.get(0)).isEqualTo("https://old.example/?p=1");
        assertThat(ids.get(1)).startsWith("tag:news.example,2026:a/");
        assertThat(ids.get(2)).isEqualTo("urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af6");
    }

    @Test
    void authors_areTheArticles_elseTheFeeds() {
        // Section 4.2.1
        List<Element> entries = entries(written(ATOM_FORMAT, newestFeed()));
        List<Element> authors = children(entries.get(0), ATOM, "author");
        assertThat(authors).extracting(a -> text(a, ATOM, "name")).containsExactly("Ann Bay", "Bo Cove");
        assertThat(texts(authors.get(0), ATOM, "uri")).containsExactly("https://ann.example/");
        assertThat(texts(authors.get(1), ATOM, "uri")).isEmpty();
        assertThat(children(entries.get(1), ATOM, "author")).isEmpty();
    }

    @Test
    void language_isNamed_whereItIsNotTheFeeds() {
        List<Element> entries = entries(written(ATOM_FORMAT, newestFeed()));
        assertThat(entries)
                .extracting(e -> e.getAttributeNS(XMLConstants.XML_NS_URI, "lang"))
                .containsExactly("", "es", "", "");
    }

    @Test
    void content_isHtmlEscapedOnce_withItsOwnUrlsOnTheHost() {
        // Given
        Article article = newest().get(0);

        // When (section 4.1.3.3)
        Element content = child(entry(written(ATOM_FORMAT, feed(article), MIRROR)), ATOM, "content");

        // Then
        assertThat(content.getAttribute("type")).isEqualTo("html");
        assertThat(content.getTextContent())
                .isEqualTo(Html.body(article, "en").replace("\u0001", MIRROR))
                .contains("<pre>tide   high\n\n\tlow\n</pre>");
    }

    @Test
    void summary_isTheTitle_whereThereIsNoText() {
        Element entry = entries(written(ATOM_FORMAT, newestFeed())).get(2);
        assertThat(construct(entry, "summary")).isEqualTo("Only a title");
        assertThat(children(entry, ATOM, "content")).isEmpty();
    }

    @Test
    void enclosures_areOneForEachRecording() {
        // Section 4.2.7.2
        Element entry = entry(written(ATOM_FORMAT, newestFeed()));
        assertThat(children(entry, ATOM, "link"))
                .extracting(e -> e.getAttribute("rel"), e -> e.getAttribute("type"), e -> e.getAttribute("length"))
                .containsExactly(tuple("alternate", "text/html", ""), tuple("enclosure", "video/mp4", "9000000"));
    }

    @ParameterizedTest
    @CsvSource({
        NEWS + ", '', " + NEWS + "/feed.atom",
        MIRROR + ", '', " + MIRROR + "/feed.atom",
        LOCAL + ", ?limit=10, " + LOCAL + "/feed.atom?limit=10",
    })
    void self_isTheUrlThatWasAsked(String base, String query, String self) {
        // Given
        Feed feed = new Feed(SampleArticle.site(), Selection.WHOLE, "Bay News", newest(), query);

        // When (section 4.2.7.2)
        List<Element> links = children(root(written(ATOM_FORMAT, feed, base)), ATOM, "link");

        // Then
        assertThat(links)
                .extracting(e -> e.getAttribute("rel"), e -> e.getAttribute("type"), e -> e.getAttribute("href"))
                .containsExactly(
                        tuple("self", "application/atom+xml", self), tuple("alternate", "text/html", base + "/"));
    }

    @ParameterizedTest(name = "{0} (RFC 3339)")
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59Z",
    })
    void dates_areOfRfc3339_inWholeSeconds(String instant, String date) {
        // Given
        Article article = titled("T").published(instant).article();

        // When
        Element entry = entry(written(ATOM_FORMAT, feed(article)));

        // Then
        assertThat(ATOM_FORMAT.stamp(Instant.parse(instant))).isEqualTo(date);
        assertThat(text(entry, ATOM, "published")).isEqualTo(date);
        assertThat(text(entry, ATOM, "updated")).isEqualTo(date);
    }

    @Test
    void id_isTheSame_onEveryHostAndForEveryLimit() {
        // Given (section 4.2.6: permanent, whatever moves)
        Site moved = SampleArticle.site("en", LOCAL, NEWS);
        Feed feed = new Feed(moved, new Selection.InSection("caf\u00e9"), "Caf\u00e9", List.of(), "?limit=1");

        // When
        Element root = root(written(ATOM_FORMAT, feed, LOCAL));

        // Then
        assertThat(text(root, ATOM, "id")).isEqualTo("tag:news.example,2026:feed/sections/caf%C3%A9");
    }

    @Test
    void urls_areAbsolute() {
        // When
        Element root = root(written(ATOM_FORMAT, newestFeed()));

        // Then
        assertThat(FeedUrls.of(root)).hasSizeGreaterThan(15).allMatch(FeedUrls::isAbsolute);
    }

    @Test
    void hosts_haveTheSameFeed_butForTheirBase() {
        assertThat(written(ATOM_FORMAT, newestFeed(), LOCAL))
                .isEqualTo(written(ATOM_FORMAT, newestFeed()).replace(NEWS, LOCAL));
    }

    @Test
    void write_givesTheSameBytes_everyTime() {
        // Given
        byte[] first = ATOM_FORMAT
                .write(newestFeed())
                .modified(ATOM_FORMAT.stamp(CHANGED))
                .on(NEWS);

        // When
        byte[] second = new Atom()
                .write(newestFeed())
                .modified(ATOM_FORMAT.stamp(CHANGED))
                .on(NEWS);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void emptyFeed_isAFeed() {
        assertThat(entries(written(ATOM_FORMAT, feed()))).isEmpty();
    }

    /** The text that a text construct means (section 3.1). */
    private static String construct(Element parent, String name) {
        Element element = child(parent, ATOM, name);
        return switch (element.getAttribute("type")) {
            case "", "text" -> element.getTextContent();
            case "html" -> Jsoup.parse(element.getTextContent()).body().wholeText();
            default -> throw new AssertionError(element.getAttribute("type"));
        };
    }

    private static Element root(String document) {
        Element root = Xml.parse(document);
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getLocalName()).isEqualTo("feed");
        return root;
    }

    private static List<Element> entries(String document) {
        return children(root(document), ATOM, "entry");
    }

    @Test
    void category_saysWhichListItIsFrom() {
        // Section 4.2.2.
        assertThat(children(entry(written(ATOM_FORMAT, newestFeed())), ATOM, "category"))
                .extracting(e -> e.getAttribute("term"), e -> e.getAttribute("scheme"))
                .containsExactly(
                        tuple("Harbour", "tag:news.example,2026:sections"),
                        tuple("pier", "tag:news.example,2026:tags"),
                        tuple("sea", "tag:news.example,2026:tags"));
    }

    @Test
    void republishedEntry_keepsItsSource() {
        // Section 4.2.11: id, title and updated should be there; and section 4.2.10 for rights.
        Source source = new Source(
                "Bay & Sea",
                "https://bay.example/atom",
                "https://bay.example/",
                "urn:bay:feed",
                "\u00a9 Bay",
                Instant.parse("2026-01-02T03:04:05Z"));
        Element entry =
                entry(written(ATOM_FORMAT, feed(titled("T").source(source).article())));
        Element kept = child(entry, ATOM, "source");
        assertThat(text(kept, ATOM, "id")).isEqualTo("urn:bay:feed");
        assertThat(text(kept, ATOM, "title")).isEqualTo("Bay & Sea");
        assertThat(text(kept, ATOM, "updated")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(text(entry, ATOM, "rights")).isEqualTo("\u00a9 Bay");
        assertThat(children(kept, ATOM, "link"))
                .extracting(e -> e.getAttribute("rel"), e -> e.getAttribute("href"))
                .containsExactly(tuple("self", "https://bay.example/atom"), tuple("alternate", "https://bay.example/"));
    }

    @Test
    void sourceThatSaysLittle_hasAllThatMustBeThere() {
        Source source = new Source("Bay", "", "", "", "", Source.UNDATED);
        Element kept =
                child(entry(written(ATOM_FORMAT, feed(titled("T").source(source).article()))), ATOM, "source");
        assertThat(text(kept, ATOM, "id")).startsWith("tag:news.example,2026:source/");
        assertThat(text(kept, ATOM, "updated")).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void entriesOfOneSecond_areToldApart_alwaysInTheSameWay() {
        Article one = titled("One").article();
        Article two = titled("Two").article();
        Article later = titled("Later").updated("2026-11-23T11:00:00Z").article();

        List<String> both = updated(feed(one, two, later));
        List<String> turned = updated(feed(two, one));

        assertThat(both.subList(0, 2))
                .doesNotHaveDuplicates()
                .allMatch(t -> t.matches("2026-11-23T10:00:00\\.\\d{3}Z"));
        assertThat(turned).containsExactly(both.get(1), both.get(0));
        assertThat(both.get(2)).isEqualTo("2026-11-23T11:00:00Z");
    }

    private static List<String> updated(Feed feed) {
        return children(Xml.parse(written(ATOM_FORMAT, feed)), ATOM, "entry").stream()
                .map(entry -> text(entry, ATOM, "updated"))
                .toList();
    }

    private static Element entry(String document) {
        return entries(document).get(0);
    }
}
