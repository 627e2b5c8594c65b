package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that say in elements of other formats what their own format has an element for. */
class ForeignMarkupTest {

    private static final String ATOM = "xmlns:a10=\"http://www.w3.org/2005/Atom\"";
    private static final String MEDIA = "xmlns:m=\"http://search.yahoo.com/mrss/\"";

    @Test
    void rssItemWithAtomElementsAlone_isReadWithAllItHas() throws OriginFailure {
        // When
        Draft draft = entry(rss("""
                <a10:title %1$s type="text">Fog &lt;8 m&gt;</a10:title>
                <a10:link %1$s href="https://origin.example/fog"/>
                <a10:link %1$s rel="enclosure" type="audio/mpeg" length="5000000" href="/fog.mp3"/>
                <a10:author %1$s><a10:name>Ann Vale</a10:name><a10:uri>https://ann.example/</a10:uri></a10:author>
                <a10:updated %1$s>2026-11-23T10:00:00Z</a10:updated>
                <a10:content %1$s type="html">&lt;p&gt;Thick.&lt;/p&gt;</a10:content>""".formatted(ATOM)));

        // Then
        assertThat(draft.story().title()).isEqualTo("Fog <8 m>");
        assertThat(draft.link()).isEqualTo("https://origin.example/fog");
        assertThat(draft.story().authors()).containsExactly(new Author("Ann Vale", "https://ann.example/"));
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(draft.story().html()).isEqualTo("<p>Thick.</p>");
        assertThat(draft.story().media()).hasSize(1);
    }

    @Test
    void rssItemWithBothKinds_isReadByItsOwn() throws OriginFailure {
        // When
        Draft draft = entry(rss("""
                <a10:title %1$s>No</a10:title><title>Yes</title>
                <a10:link %1$s href="https://no.example/"/><link>https://yes.example/</link>
                <a10:summary %1$s>No</a10:summary><description>Yes</description>""".formatted(ATOM)));

        // Then
        assertThat(draft.story().title()).isEqualTo("Yes");
        assertThat(draft.link()).isEqualTo("https://yes.example/");
        assertThat(draft.story().html()).contains("Yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dc:title>Fog</dc:title>",
                "<m:title %s>Fog</m:title>",
                "<m:group %s><m:title>Fog</m:title></m:group>",
                "<Title>Fog</Title>",
                "<title><b>Fog</b></title>"
            })
    void titleInOtherWords_isTheTitle(String title) throws OriginFailure {
        // When
        Draft draft = entry(rss(title.formatted(MEDIA) + "<description>Much longer.</description>"));

        // Then
        assertThat(draft.story().title()).isEqualTo("Fog");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dc:description>Thick &amp;lt; thin &amp;amp; wet</dc:description>",
                "<m:description %s type=\"plain\">Thick &lt; thin &amp; wet</m:description>",
                "<m:group %s><m:description type=\"html\">Thick &amp;lt; thin &amp;amp; wet</m:description></m:group>",
                "<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>Thick &lt; thin &amp; wet</p></body>",
                "<fullitem>&lt;p&gt;Thick &amp;lt; thin &amp;amp; wet&lt;/p&gt;</fullitem>",
                "<summary>Thick &amp;lt; thin &amp;amp; wet</summary>"
            })
    void textInOtherWords_isTheText(String text) throws OriginFailure {
        // When
        Draft draft = entry(rss("<title>Fog</title>" + text.formatted(MEDIA)));

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>Thick &lt; thin &amp; wet</p>");
    }

    @Test
    void youtubeEntry_takesTheDescriptionOfItsMedia() throws OriginFailure {
        // When
        Draft draft = entry("""
                <feed xmlns="http://www.w3.org/2005/Atom" %s><title>t</title><entry><title>Fog</title>
                <link rel="alternate" href="https://origin.example/watch?v=1"/>
                <m:group><m:title>No</m:title><m:description>One &lt; two</m:description></m:group>
                </entry></feed>""".formatted(MEDIA));

        // Then
        assertThat(draft.story().title()).isEqualTo("Fog");
        assertThat(draft.story().html()).isEqualTo("<p>One &lt; two</p>");
    }

    @Test
    void keywords_areTagsWhereThereIsNoCategory() throws OriginFailure {
        // When
        Draft draft = entry(rss("""
                <title>Fog</title>
                <i:keywords xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">sea, weather ,, sea</i:keywords>"""));

        // Then
        assertThat(draft.story().topics()).containsExactly("sea", "weather");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"})
    void rdfDescriptionWithElements_isHtml(String namespace) throws OriginFailure {
        // When
        Draft draft = entry("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="%s">
                <channel><title>t</title></channel>
                <item><title>Fog</title><description><p>Very <b>thick</b>.</p></description></item>
                </rdf:RDF>""".formatted(namespace));

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>Very <b>thick</b>.</p>");
    }

    @Test
    void rss090_hasDescriptions() throws OriginFailure {
        // When
        Draft draft = entry("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns="http://my.netscape.com/rdf/simple/0.9/">
                <channel><title>t</title></channel>
                <item><title>Fog</title><link>https://origin.example/1</link><description>Thick.</description></item>
                </rdf:RDF>""");

        // Then
        assertThat(draft.story().html()).isEqualTo("<p>Thick.</p>");
    }

    @Test
    void rdfWithoutAChannel_isAFeedWithoutEntries() throws OriginFailure {
        // When
        ParsedFeed feed = FeedSamples.read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                  xmlns="http://my.netscape.com/rdf/simple/0.9/">
                </rdf:RDF>""");

        // Then
        assertThat(feed.drafts()).isEmpty();
    }

    @Test
    void atom03InBase64_isDecoded() throws OriginFailure {
        // Given
        String html = Base64.getMimeEncoder().encodeToString("<p>Thick é.</p>".getBytes(StandardCharsets.UTF_8));

        // When
        Draft draft = entry("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry>
                <title mode="base64">Rm9n</title><content type="text/html" mode="base64">
                %s
                </content></entry></feed>""".formatted(html));

        // Then
        assertThat(draft.story().title()).isEqualTo("Fog");
        assertThat(draft.story().html()).isEqualTo("<p>Thick é.</p>");
    }

    @Test
    void atom03ThatOnlySaysBase64_isText() throws OriginFailure {
        // When
        Draft draft = entry("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry>
                <title mode="base64">Not at all.</title></entry></feed>""");

        // Then
        assertThat(draft.story().title()).isEqualTo("Not at all.");
    }

    @Test
    void atomHtmlWithElements_isTaken() throws OriginFailure {
        // When
        Draft draft = entry("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>Fog</title>
                <content type="html"><div xmlns="http://www.w3.org/1999/xhtml">Very &lt;b&gt;thick&lt;/b&gt;</div></content>
                </entry></feed>""");

        // Then
        assertThat(draft.story().html()).contains("Very <b>thick</b>");
    }

    @Test
    void atomLinkWithTextAlone_isALink() throws OriginFailure {
        // When
        Draft draft = entry("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>Fog</title>
                <link>https://origin.example/fog</link></entry></feed>""");

        // Then
        assertThat(draft.link()).isEqualTo("https://origin.example/fog");
    }
}
