package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.Samples.feed;
import static io.heliograph.feed.Samples.newestFeed;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.DC;
import static io.heliograph.feed.Xml.MEDIA;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The RSS 2.0 specification's items, and the RSS Advisory Board's profile of them. */
class RssItemTest {

    private static final Format RSS = new Rss();

    @Test
    void item_hasItsDescriptionBeforeItsContent() {
        // The profile, "description": readers take the first of the two.
        List<String> names = Xml.children(item(written(RSS, newestFeed()))).stream()
                .map(Element::getNodeName)
                .toList();
        assertThat(names.indexOf("description")).isNotNegative().isLessThan(names.indexOf("content:encoded"));
    }

    @Test
    void item_hasItsGuid_thatIsNoLink() {
        assertThat(items(written(RSS, newestFeed())))
                .extracting(item -> child(item, "", "guid").getAttribute("isPermaLink"))
                .containsOnly("false");
    }

    @Test
    void item_namesPeopleAsCreators_neverAsAuthors() {
        // The core's author is an e-mail address.
        Element item = item(written(RSS, newestFeed()));
        assertThat(texts(item, DC, "creator")).containsExactly("Ann Bay", "Bo Cove");
        assertThat(children(item, "", "author")).isEmpty();
    }

    @Test
    void item_namesItsLanguage_whereItIsNotTheFeeds() {
        List<Element> items = items(written(RSS, newestFeed()));
        assertThat(texts(items.get(0), DC, "language")).isEmpty();
        assertThat(texts(items.get(1), DC, "language")).containsExactly("es");
    }

    @Test
    void item_hasOneEnclosure_ofThePlainFile() {
        // When
        List<Element> items = items(written(RSS, newestFeed()));

        // Then
        Element enclosure = child(items.get(0), "", "enclosure");
        assertThat(enclosure.getAttribute("url")).isEqualTo(NEWS + "/media/pier.mp4");
        assertThat(enclosure.getAttribute("length")).isEqualTo("9000000");
        assertThat(enclosure.getAttribute("type")).isEqualTo("video/mp4");
        assertThat(children(items.get(1), "", "enclosure")).hasSize(1);
        assertThat(children(items.get(2), "", "enclosure")).isEmpty();
    }

    @Test
    void enclosure_hasALengthOfZero_whereItIsUnknown() {
        // Given
        Article article = titled("T")
                .media(SampleArticle.video(Duration.ZERO, SampleArticle.hls("/media/a.m3u8")))
                .article();

        // When
        Element enclosure = child(item(written(RSS, feed(article))), "", "enclosure");

        // Then
        assertThat(enclosure.getAttribute("length")).isEqualTo("0");
    }

    @Test
    void enclosure_isLeftOut_onAHostWithoutADot() {
        // The W3C validator takes no such URL for an enclosure; Media RSS has the recording all the same.
        Element item = item(written(RSS, newestFeed(), LOCAL));
        assertThat(children(item, "", "enclosure")).isEmpty();
        assertThat(children(item, MEDIA, "group")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://films.example/a.mp4, 1",
        "http://192.0.2.7:8080/a.mp4, 1",
        "http://localhost:3000/a.mp4, 0",
        "http://films/a.mp4,          0"
    })
    void enclosure_onAnotherHost_dependsOnThatHostAlone(String url, int enclosures) {
        // Given
        Rendition file = new Rendition(new Href(url), "video/mp4", 1280, 720, 2_400, 9_000_000);
        Feed feed =
                feed(titled("T").media(SampleArticle.video(Duration.ZERO, file)).article());

        // When
        List<String> written = List.of(written(RSS, feed), written(RSS, feed, LOCAL));

        // Then
        assertThat(written)
                .allSatisfy(text ->
                        assertThat(children(item(text), "", "enclosure")).hasSize(enclosures));
    }

    @Test
    void media_isGroupedOnlyWhereThereAreAlternates() {
        // When
        List<Element> items = items(written(RSS, newestFeed()));

        // Then
        Element group = child(items.get(0), MEDIA, "group");
        assertThat(children(group, MEDIA, "content"))
                .extracting(e -> e.getAttribute("type"), e -> e.getAttribute("medium"), e -> e.getAttribute("duration"))
                .containsExactly(
                        tuple("application/vnd.apple.mpegurl", "video", "95"), tuple("video/mp4", "video", "95"));
        assertThat(children(items.get(1), MEDIA, "group")).isEmpty();
        assertThat(child(items.get(1), MEDIA, "content").getAttribute("medium")).isEqualTo("audio");
    }

    @Test
    void thumbnail_isTheLeadPicture() {
        Element thumbnail = child(item(written(RSS, newestFeed())), MEDIA, "thumbnail");
        assertThat(thumbnail.getAttribute("url")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(thumbnail.getAttribute("width")).isEqualTo("1600");
        assertThat(thumbnail.getAttribute("height")).isEqualTo("900");
    }

    @Test
    void unknownNumbers_areLeftOut_notZero() {
        // Given
        Image image = new Image(Href.own("/media/a.jpg"), 0, 0, "", 0, "", "", "");

        // When
        Element content = child(item(written(RSS, feed(titled("T").images(image).article()))), MEDIA, "content");

        // Then
        assertThat(content.getAttributes().getLength()).isEqualTo(2);
        assertThat(content.getAttribute("url")).isEqualTo(NEWS + "/media/a.jpg");
        assertThat(content.getAttribute("medium")).isEqualTo("image");
    }

    @Test
    void category_saysWhichListItIsFrom() {
        assertThat(children(item(written(RSS, newestFeed())), "", "category"))
                .extracting(Element::getTextContent, e -> e.getAttribute("domain"))
                .containsExactly(
                        tuple("Harbour", "tag:news.example,2026:sections"),
                        tuple("pier", "tag:news.example,2026:tags"),
                        tuple("sea", "tag:news.example,2026:tags"));
    }

    @Test
    void republishedItem_namesTheFeedItComesFrom() {
        // The specification, "source", whose url must be there.
        Source source =
                new Source("Bay & Sea", "https://bay.example/rss?a=1&b=2", "", "", "\u00a9 Bay", Source.UNDATED);
        Element item = item(written(RSS, feed(titled("T").source(source).article())));
        assertThat(text(item, "", "source")).isEqualTo("Bay & Sea");
        assertThat(child(item, "", "source").getAttribute("url")).isEqualTo("https://bay.example/rss?a=1&b=2");
        assertThat(text(item, DC, "rights")).isEqualTo("\u00a9 Bay");
    }

    @Test
    void source_withoutAddress_isLeftOut() {
        Source source = new Source("Bay", "", "", "", "", Source.UNDATED);
        assertThat(children(item(written(RSS, feed(titled("T").source(source).article()))), "", "source"))
                .isEmpty();
    }

    private static List<Element> items(String document) {
        return children(child(Xml.parse(document), "", "channel"), "", "item");
    }

    private static Element item(String document) {
        return items(document).get(0);
    }
}
