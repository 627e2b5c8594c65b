package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.atom;
import static io.heliograph.origin.FeedSamples.atomFeed;
import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Atom 1.0 (RFC 4287), and 0.3. */
class AtomReaderTest {

    @Test
    void entry_isReadWithAllItHas() throws OriginFailure {
        // When
        Draft draft = entry(atom("""
                <id>tag:origin.example,2026:1</id><title>Ferry &amp; fog</title>
                <link rel="edit" href="https://origin.example/edit/1"/>
                <link rel="alternate" type="text/html" href="https://origin.example/ferry"/>
                <published>2026-11-23T10:00:00.123+01:00</published><updated>2026-11-23T12:00:00Z</updated>
                <author><name>Ann Vale</name><uri>https://ann.example/</uri><email>a@b.example</email></author>
                <category term="harbour" label="Harbour"/><category term="sea"/>
                <summary>In short.</summary><content type="html">&lt;p&gt;At length.&lt;/p&gt;</content>"""));

        // Then
        assertThat(draft.sourceId()).isEqualTo("tag:origin.example,2026:1");
        assertThat(draft.link()).isEqualTo("https://origin.example/ferry");
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-23T09:00:00.123Z"));
        assertThat(draft.updated()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(draft.story().title()).isEqualTo("Ferry & fog");
        assertThat(draft.story().summary()).isEqualTo("In short.");
        assertThat(draft.story().html()).isEqualTo("<p>At length.</p>");
        assertThat(draft.story().authors()).containsExactly(new Author("Ann Vale", "https://ann.example/"));
        assertThat(draft.story().section()).isEqualTo("Harbour");
        assertThat(draft.story().tags()).containsExactly("sea");
        assertThat(draft.story().language()).isEqualTo("en-GB");
    }

    @Test
    void atom03_isRead() throws OriginFailure {
        // When
        Draft draft = entry("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="de">
              <title>Alt</title><link rel="alternate" type="text/html" href="https://origin.example/"/>
              <modified>2026-11-23T10:00:00Z</modified>
              <entry><title>Eins</title><link rel="alternate" type="text/html" href="https://origin.example/1"/>
                <id>tag:origin.example,2004:1</id><issued>2026-11-22T10:00:00Z</issued>
                <modified>2026-11-23T10:00:00Z</modified><author><name>Ann</name></author>
                <content type="text/html" mode="escaped">&lt;p&gt;Lang&lt;/p&gt;</content></entry>
            </feed>
            """);

        // Then
        assertThat(draft.sourceId()).isEqualTo("tag:origin.example,2004:1");
        assertThat(draft.link()).isEqualTo("https://origin.example/1");
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(draft.updated()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(draft.story().html()).isEqualTo("<p>Lang</p>");
        assertThat(draft.story().authors()).containsExactly(new Author("Ann", ""));
        assertThat(draft.story().language()).isEqualTo("de");
    }

    @Test
    void feed_withoutNamespace_isAtomAllTheSame() throws OriginFailure {
        assertThat(entry("<feed><title>T</title><entry><title>One</title><id>urn:a:1</id>"
                                + "<link href='https://origin.example/1'/></entry></feed>")
                        .sourceId())
                .isEqualTo("urn:a:1");
    }

    @Test
    void namespace_withSpacesAroundIt_isMeantAllTheSame() throws OriginFailure {
        // When
        ParsedFeed feed = read(atom("<id>urn:a:1</id><title>One</title>")
                .replace("xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns=\" http://www.w3.org/2005/Atom \""));

        // Then
        assertThat(feed.drafts()).extracting(Draft::sourceId).containsExactly("urn:a:1");
        assertThat(feed.problems()).extracting(EntryProblem::reason).containsExactly(EntryProblem.Reason.REPAIRED);
    }

    @Test
    void entry_withoutPublished_isOfTheDayItWasUpdated() throws OriginFailure {
        assertThat(entry(atom("<id>urn:a:1</id><title>T</title><updated>2026-11-23T12:00:00Z</updated>"))
                        .published())
                .isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>A &lt;b&gt; c</title>|A <b> c",
                "<title type='text'>Fish &amp;amp; chips</title>|Fish & chips",
                "<title type='html'>Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;</title>|Fish & chips",
                "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Fish <b>chips</b></div></title>|Fish chips",
            })
    void title_isPlain_ofEveryType(String title, String plain) throws OriginFailure {
        // A title of type text that holds a tag of HTML is HTML that somebody forgot to declare.
        String expected = plain.equals("A <b> c") ? "A c" : plain;
        assertThat(entry(atom("<id>urn:a:1</id>" + title)).story().title()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<content>plain &lt; text</content>|<p>plain &lt; text</p>",
                "<content type='text'>one\\n\\ntwo</content>|<p>one</p><p>two</p>",
                "<content type='html'>&lt;p&gt;x&lt;/p&gt;</content>|<p>x</p>",
                "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x</p></div></content>|<div><p>x</p></div>",
                "<content type='text/html'>&lt;p&gt;x&lt;/p&gt;</content>|<p>x</p>",
                "<content type='html'><![CDATA[<p>x</p>]]></content>|<p>x</p>",
                "<summary type='html'>&lt;p&gt;x&lt;/p&gt;</summary>|<p>x</p>",
            })
    void content_isHtml_ofEveryType(String content, String html) throws OriginFailure {
        assertThat(entry(atom("<id>urn:a:1</id><title>T</title>" + content.replace("\\n", "\n")))
                        .story()
                        .html())
                .isEqualTo(html.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://b.example/x/, https://b.example/x/pic.jpg",
        "/deep/, https://origin.example/deep/pic.jpg",
        "../, https://origin.example/pic.jpg",
    })
    void xmlBase_isWhatLinksInTheBodyAreRelativeTo(String base, String resolved) throws OriginFailure {
        // When
        Draft draft = entry(atom("<id>urn:a:1</id><title>T</title><link href='https://origin.example/1/2/3'/>"
                        + "<content type='html'>&lt;img src=\"pic.jpg\"&gt;</content>")
                .replace("<entry>", "<entry xml:base='" + base + "'>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<img src=\"" + resolved + "\">");
    }

    @Test
    void xmlBase_ofTheFeedAndTheEntry_addUp() throws OriginFailure {
        // When
        Draft draft = entry(atom("<id>urn:a:1</id><title>T</title><link href='story'/>")
                .replace("<feed ", "<feed xml:base='https://b.example/one/' ")
                .replace("<entry>", "<entry xml:base='two/'>"));

        // Then
        assertThat(draft.link()).isEqualTo("https://b.example/one/two/story");
    }

    @Test
    void xmlBase_ofTheContentAlone_countsForIt() throws OriginFailure {
        // When
        Draft draft = entry(atom("<id>urn:a:1</id><title>T</title><link href='https://origin.example/1'/>"
                + "<content type='html' xml:base='https://b.example/'>&lt;img src=\"pic.jpg\"&gt;</content>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<img src=\"https://b.example/pic.jpg\">");
    }

    @Test
    void withoutXmlBase_linksInTheBodyAreRelativeToTheArticle() throws OriginFailure {
        // When
        Draft draft = entry(atom("<id>urn:a:1</id><title>T</title><link href='https://origin.example/2026/1'/>"
                + "<content type='html'>&lt;img src=\"pic.jpg\"&gt;</content>"));

        // Then
        assertThat(draft.story().html()).isEqualTo("<img src=\"https://origin.example/2026/pic.jpg\">");
    }

    @Test
    void linksToTheSitesHosts_areOwn() throws OriginFailure {
        // When
        Draft draft = entry(atom("<id>urn:a:1</id><title>T</title><content type='html'>"
                + "&lt;a href=\"https://NEWS.example:443/a?b#c\"&gt;x&lt;/a&gt;"
                + "&lt;a href=\"http://mirror.example:8080/d\"&gt;x&lt;/a&gt;"
                + "&lt;a href=\"http://mirror.example/e\"&gt;x&lt;/a&gt;</content>"));

        // Then
        assertThat(draft.story().html())
                .isEqualTo("<a href=\"\u0001/a?b#c\">x</a><a href=\"\u0001/d\">x</a>"
                        + "<a href=\"http://mirror.example/e\">x</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann.example/, https://ann.example/",
        "/ann, https://origin.example/ann",
        "https://ann.example/a b, https://ann.example/a%20b",
        "javascript:alert(1), ''",
        "data:text/html;x, ''",
        "mailto:ann@origin.example, ''",
        "'', ''",
    })
    void authorsUrl_isReadLoosely(String uri, String url) throws OriginFailure {
        assertThat(entry(atom("<id>urn:a:1</id><title>T</title><author><name>Ann</name><uri>" + uri
                                + "</uri></author>"))
                        .story()
                        .authors())
                .containsExactly(new Author("Ann", url));
    }

    /** RFC 4287, section 4.1.2. */
    @Test
    void entry_withoutAuthor_hasThatOfTheFeed() throws OriginFailure {
        assertThat(entry(atomFeed("<author><name>Ann</name></author>", "<id>urn:a:1</id><title>T</title>"))
                        .story()
                        .authors())
                .containsExactly(new Author("Ann", ""));
    }

    @Test
    void feedsAuthor_whoIsThePublicationItself_isNobody() throws OriginFailure {
        assertThat(entry(atomFeed("<author><name>The Origin</name></author>", "<id>urn:a:1</id><title>T</title>"))
                        .story()
                        .authors())
                .isEmpty();
    }

    @Test
    void entry_hasItsOwnLanguage() throws OriginFailure {
        assertThat(entry(atom("<id>urn:a:1</id><title>T</title>").replace("<entry>", "<entry xml:lang='ar'>"))
                        .story()
                        .language())
                .isEqualTo("ar");
    }

    @Test
    void entriesWithOneId_areToldApartByTheirLinks() throws OriginFailure {
        // When
        ParsedFeed feed = read(atom(
                "<id>urn:a:1</id><title>One</title><link href='https://origin.example/1'/>",
                "<id>urn:a:1</id><title>Two</title><link href='https://origin.example/2'/>"));

        // Then
        assertThat(feed.drafts())
                .extracting(Draft::source)
                .containsExactly("https://origin.example/1", "https://origin.example/2");
    }

    @Test
    void entriesWithOneId_areToldApart_whereOneHasNoLink() throws OriginFailure {
        // When
        ParsedFeed feed = read(atom(
                "<id>a</id><title>One</title><link href='https://origin.example/1'/>",
                "<id>a</id><title>Two</title><link href='javascript:x'/>"));

        // Then
        assertThat(feed.drafts()).extracting(Draft::source).containsExactly("https://origin.example/1", "\nTwo");
    }

    @Test
    void entryWithoutLink_keepsItsId_whereNobodySharesIt() throws OriginFailure {
        assertThat(entry(atom("<id>a</id><title>One</title>")).source()).isEqualTo("a");
    }

    @Test
    void entryThatIsThereTwice_isTakenOnce_andNoted() throws OriginFailure {
        // Given
        String entry = "<id>urn:a:1</id><title>One</title><link href='https://origin.example/1'/>";

        // When
        ParsedFeed feed = read(atom(entry, entry));

        // Then
        assertThat(feed.drafts()).extracting(Draft::source).containsExactly("urn:a:1");
        assertThat(feed.problems()).extracting(EntryProblem::reason).containsExactly(EntryProblem.Reason.DUPLICATE);
    }

    @Test
    void atom03Title_inHtml_isItsWords() throws OriginFailure {
        // When
        Draft draft = entry("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry>
                <title type="text/html" mode="escaped">Fog&lt;applet code="f"&gt;&lt;/applet&gt; horn</title>
                </entry></feed>""");

        // Then
        assertThat(draft.story().title()).isEqualTo("Fog horn");
    }
}
