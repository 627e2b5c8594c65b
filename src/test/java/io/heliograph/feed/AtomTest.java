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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
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
    static String construct(Element parent, String name) {
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

    static List<Element> entries(String document) {
        return children(root(document), ATOM, "entry");
    }

    static Element entry(String document) {
        return entries(document).get(0);
    }
}
