package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.allOf;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.RssTest.channel;
import static io.heliograph.feed.RssTest.item;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newest;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.CONTENT;
import static io.heliograph.feed.Xml.DC;
import static io.heliograph.feed.Xml.MEDIA;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Texts of RSS feeds, as readers of plain text and of HTML find them. */
class RssTextsTest {

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
}
