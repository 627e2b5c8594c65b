package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.AtomTest.construct;
import static io.heliograph.feed.AtomTest.entries;
import static io.heliograph.feed.AtomTest.entry;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.newestFeed;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.ATOM;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Source;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Entries of Atom feeds (RFC 4287, section 4.1.2). */
class AtomEntryTest {

    private static final Format ATOM_FORMAT = new Atom();

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
}
