package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.read;
import static io.heliograph.origin.FeedSamples.rss;
import static io.heliograph.origin.FeedSamples.rssChannel;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RSS by the RSS Advisory Board's specification, and as it is. */
class RssReaderTest {

    @Test
    void channel_namesItself() throws OriginFailure {
        // When
        ParsedFeed feed = read(rssChannel("<ttl> 90 </ttl>"));

        // Then
        assertThat(feed.title()).isEqualTo("The Origin");
        assertThat(feed.description()).isEqualTo("Of everything");
        assertThat(feed.language()).isEqualTo("en-GB");
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(feed.drafts()).isEmpty();
        assertThat(feed.problems()).isEmpty();
    }

    @Test
    void item_isReadWithAllItHas() throws OriginFailure {
        // When
        Draft draft = entry(rss("""
                <title>Ferry &amp; fog</title><link>https://origin.example/2026/ferry</link>
                <guid isPermaLink="false">ferry-1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>
                <dc:creator>Ann Vale</dc:creator><category>Harbour</category><category>Sea</category>
                <category>Sea</category><description>In short.</description>
                <content:encoded><![CDATA[<p>At <b>length</b>.</p>]]></content:encoded>"""));

        // Then
        assertThat(draft.sourceId()).isEqualTo("ferry-1");
        assertThat(draft.link()).isEqualTo("https://origin.example/2026/ferry");
        assertThat(draft.path()).isEqualTo("/2026/ferry");
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(draft.updated()).isEqualTo(Draft.UNDATED);
        assertThat(draft.story().title()).isEqualTo("Ferry & fog");
        assertThat(draft.story().summary()).isEqualTo("In short.");
        assertThat(draft.story().html()).isEqualTo("<p>At <b>length</b>.</p>");
        assertThat(draft.story().authors()).containsExactly(new Author("Ann Vale", ""));
        assertThat(draft.story().section()).isEqualTo("Harbour");
        assertThat(draft.story().tags()).containsExactly("Sea");
        assertThat(draft.story().language()).isEqualTo("en-GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", "2.00", "", "3"})
    void everyVersion_isRead(String version) throws OriginFailure {
        // When
        Draft draft =
                entry("<rss version='" + version + "'><channel><title>T</title><link>https://origin.example/</link>"
                        + "<description>D</description><item><title>One</title><link>https://origin.example/1</link>"
                        + "<description>Text</description></item></channel></rss>");

        // Then
        assertThat(draft.story().title()).isEqualTo("One");
        assertThat(draft.story().html()).isEqualTo("<p>Text</p>");
        assertThat(draft.link()).isEqualTo("https://origin.example/1");
    }

    @Test
    void rss091_withItsDocumentType_isRead() throws OriginFailure {
        // When
        ParsedFeed feed = read("""
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>T</title><link>https://origin.example/</link><description>D</description>
            <language>en</language><item><title>Caf&eacute;</title><link>https://origin.example/1</link></item>
            </channel></rss>
            """);

        // Then
        assertThat(feed.drafts()).extracting(d -> d.story().title()).containsExactly("Caf\u00e9");
    }

    @Test
    void rss10_isRead() throws OriginFailure {
        // When
        ParsedFeed feed = read("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel rdf:about="https://origin.example/rdf"><title>Old</title><link>https://origin.example/</link>
                <description>About</description><dc:language>fr</dc:language>
                <items><rdf:Seq><rdf:li resource="https://origin.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://origin.example/id/1"><title>Un</title><link>https://origin.example/1</link>
                <description>Court</description><dc:date>2026-11-23T10:00:00+01:00</dc:date>
                <dc:creator>Ann</dc:creator><dc:subject>Mer</dc:subject>
                <content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded></item>
            </rdf:RDF>
            """);

        // Then
        assertThat(feed.title()).isEqualTo("Old");
        assertThat(feed.language()).isEqualTo("fr");
        Draft draft = feed.drafts().get(0);
        assertThat(draft.sourceId()).isEqualTo("https://origin.example/id/1");
        assertThat(draft.link()).isEqualTo("https://origin.example/1");
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(draft.story().authors()).containsExactly(new Author("Ann", ""));
        assertThat(draft.story().section()).isEqualTo("Mer");
        assertThat(draft.story().html()).isEqualTo("<p>Long</p>");
        assertThat(draft.story().summary()).isEqualTo("Court");
    }

    @Test
    void rss090_isRead() throws OriginFailure {
        // When
        Draft draft = entry("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://my.netscape.com/rdf/simple/0.9/">
              <channel><title>Older</title><link>https://origin.example/</link><description>D</description></channel>
              <item><title>One</title><link>https://origin.example/1</link></item>
            </rdf:RDF>
            """);

        // Then
        assertThat(draft.story().title()).isEqualTo("One");
        assertThat(draft.distinction()).isEqualTo("https://origin.example/1");
    }

    /* ---------------- Ids and links ---------------- */

    @ParameterizedTest
    @CsvSource({
        "'', https://origin.example/p1, https://origin.example/p1",
        "isPermaLink='true', https://origin.example/p1, https://origin.example/p1",
        "isPermaLink='false', https://origin.example/p1, ''",
        "isPermaLink='false', p1, ''",
        "'', urn:isbn:1, ''",
        "'', p1, ''",
        "'', 12345, ''",
        "isPermaLink='true', /p1, https://origin.example/p1",
    })
    void guid_isTheLink_whereNothingElseIs_andItMayBe(String attribute, String guid, String link) throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><guid " + attribute + ">" + guid + "</guid>"));

        // Then
        assertThat(draft.sourceId()).isEqualTo(guid);
        assertThat(draft.link()).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://origin.example/p1", "/p1", "p1"})
    void link_thatIsTheIdAsWell_isALink(String link) throws OriginFailure {
        // When
        Draft draft =
                entry(rss("<title>T</title><link>" + link + "</link><guid isPermaLink='false'>" + link + "</guid>"));

        // Then
        assertThat(draft.sourceId()).isEqualTo(link);
        assertThat(draft.link()).isEqualTo("https://origin.example/p1");
    }

    @Test
    void guid_thatIsBrokenOverLines_isOneLine() throws OriginFailure {
        assertThat(entry(rss("<title>T</title><guid>\n  a-1\n</guid>")).sourceId())
                .isEqualTo("a-1");
    }

    @Test
    void item_withoutGuid_isToldApartByItsLink() throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>T</title><link>https://origin.example/1</link>"));

        // Then
        assertThat(draft.sourceId()).isEmpty();
        assertThat(draft.source()).isEqualTo("https://origin.example/1");
    }

    @Test
    void item_withoutGuidAndLink_isToldApartByTitleAndDate() throws OriginFailure {
        // When
        ParsedFeed feed = read(rss(
                "<title>Notes</title><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>",
                "<title>Notes</title><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>"));

        // Then
        assertThat(feed.drafts()).hasSize(2).extracting(Draft::source).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/2026/a b, https://origin.example/2026/a%20b",
        "//other.example/x, https://other.example/x",
        "https://caf\u00e9.example/x, https://xn--caf-dma.example/x",
        "HTTPS://Origin.Example/X, https://origin.example/X",
        "page?id=1, https://origin.example/page?id=1",
        "javascript:alert(1), ''",
        "mailto:ann@origin.example, ''",
    })
    void link_isReadLoosely_relativeToTheHomePage(String link, String resolved) throws OriginFailure {
        assertThat(entry(rss("<title>T</title><link>" + link + "</link>")).link())
                .isEqualTo(resolved);
    }

    @Test
    void link_isTheOriginalOne_whereAServiceWrapsIt() throws OriginFailure {
        // When
        Draft draft = entry(
                rss(
                        "<title>T</title><link>https://wrap.example/~r/1</link>"
                                + "<f:origLink xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>https://origin.example/1</f:origLink>"));

        // Then
        assertThat(draft.link()).isEqualTo("https://origin.example/1");
    }

    @Test
    void link_ofTheAtomNamespace_isNoItemsLink() throws OriginFailure {
        // When
        Draft draft = entry(
                rss(
                        "<title>T</title><atom:link rel='self' href='https://origin.example/self'/><link>https://origin.example/1</link>"));

        // Then
        assertThat(draft.link()).isEqualTo("https://origin.example/1");
    }

    /* ---------------- Dates ---------------- */

    @Test
    void item_withoutDate_isUndated() throws OriginFailure {
        // When
        ParsedFeed feed = read(rss("<title>T</title>"));

        // Then
        assertThat(feed.drafts().get(0).published()).isEqualTo(Draft.UNDATED);
        assertThat(feed.problems()).isEmpty();
    }

    @Test
    void item_withWhatIsNoDate_isUndated_andNoted() throws OriginFailure {
        // When
        ParsedFeed feed = read(rss("<title>T</title><pubDate>yesterday</pubDate>"));

        // Then
        assertThat(feed.drafts().get(0).published()).isEqualTo(Draft.UNDATED);
        assertThat(feed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.PART_LEFT_OUT);
            assertThat(problem.detail()).contains("yesterday");
        });
    }

    /* ---------------- Languages ---------------- */

    @Test
    void item_hasItsOwnLanguage() throws OriginFailure {
        assertThat(entry(rss("<title>T</title><dc:language>ar</dc:language>"))
                        .story()
                        .language())
                .isEqualTo("ar");
    }

    @ParameterizedTest
    @CsvSource({"en-us, en-US", "EN_gb, en-GB", "english, ''", "'', ''"})
    void language_isATag_orNone(String written, String tag) throws OriginFailure {
        // When
        ParsedFeed feed = read("<rss version='2.0'><channel><title>T</title><link>https://origin.example/</link>"
                + "<description>D</description><language>" + written + "</language></channel></rss>");

        // Then
        assertThat(feed.language()).isEqualTo(tag);
    }
}
