package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.titled;
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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the modules and extensions of the three formats ask for, and what is easily forgotten of them. */
class ModulesTest {

    private static final Format RSS = new Rss();
    private static final Format ATOM_FORMAT = new Atom();
    private static final Format JSON = new JsonFeed();

    @Test
    @DisplayName("Namespaces are compared character by character: the slash of Media RSS, the letters of iTunes")
    void namespaces_areTheVeryOnes() {
        assertThat(written(RSS, newestFeed()))
                .contains(
                        "xmlns:media=\"http://search.yahoo.com/mrss/\"",
                        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"",
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
                        "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"",
                        "xmlns:atom=\"http://www.w3.org/2005/Atom\"");
        assertThat(written(ATOM_FORMAT, newestFeed()))
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:media=\"http://search.yahoo.com/mrss/\"");
        assertThat(written(new Podcast("guid"), PodcastTest.feed(false, newest())))
                .contains(
                        "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"",
                        "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"");
    }

    @Test
    @DisplayName("Dublin Core: a creator for each author, and no date beside the item's own")
    void dublinCore_namesEachAuthor_andNoDate() {
        Element item = Xml.all(Xml.parse(written(RSS, newestFeed()))).stream()
                .filter(e -> e.getLocalName().equals("item"))
                .findFirst()
                .orElseThrow();

        assertThat(texts(item, DC, "creator")).containsExactly("Ann Bay", "Bo Cove");
        assertThat(texts(item, DC, "date")).isEmpty();
        assertThat(texts(item, "", "author"))
                .as("RSS, author: an e-mail address")
                .isEmpty();
    }

    @Test
    @DisplayName("Atom has what it says in words of its own: neither Dublin Core nor content beside them")
    void atom_saysNothingTwice() {
        assertThat(Xml.all(Xml.parse(written(ATOM_FORMAT, newestFeed()))))
                .extracting(Element::getNamespaceURI)
                .containsOnly(ATOM, MEDIA);
    }

    @Test
    @DisplayName("Syndication: one of five periods, a frequency above 0, the base left as the module has it")
    void syndication_saysHowOften() {
        Element channel = child(Xml.parse(written(RSS, newestFeed())), "", "channel");

        assertThat(text(channel, SY, "updatePeriod")).isIn("hourly", "daily", "weekly", "monthly", "yearly");
        assertThat(Integer.parseInt(text(channel, SY, "updateFrequency"))).isPositive();
        assertThat(texts(channel, SY, "updateBase")).isEmpty();
    }

    @Test
    @DisplayName("RSS profile, image: no wider than 144, no higher than 400")
    void image_isNoLargerThanAllowed() {
        Element image = child(child(Xml.parse(written(RSS, newestFeed())), "", "channel"), "", "image");

        assertThat(Integer.parseInt(text(image, "", "width"))).isBetween(1, 144);
        assertThat(Integer.parseInt(text(image, "", "height"))).isBetween(1, 400);
    }

    @Test
    @DisplayName("Content: escaped once, and the end of a CDATA section in it ends nothing")
    void content_isEscapedOnce() {
        Article article = titled("T").html("<p>a ]]&gt; b &amp; c</p>").article();

        String written = written(RSS, feed(article));

        assertThat(written).doesNotContain("CDATA").doesNotContain("]]>");
        Element item = child(child(Xml.parse(written), "", "channel"), "", "item");
        assertThat(text(item, CONTENT, "encoded")).isEqualTo("<p>a ]]&gt; b &amp; c</p>");
    }

    @Test
    @DisplayName("Media RSS: medium from its list, seconds and bytes as whole numbers, and none for what is unknown")
    void mediaRss_saysWhatItKnows() {
        List<Element> contents = Xml.all(Xml.parse(written(RSS, newestFeed()))).stream()
                .filter(e ->
                        MEDIA.equals(e.getNamespaceURI()) && e.getLocalName().equals("content"))
                .toList();

        assertThat(contents).hasSizeGreaterThan(4).allSatisfy(content -> {
            assertThat(content.getAttribute("medium")).isIn("image", "audio", "video", "document", "executable");
            for (String number : new String[] {"fileSize", "duration", "bitrate", "width", "height"}) {
                assertThat(content.getAttribute(number)).matches("|[1-9][0-9]*");
            }
        });
    }

    @Test
    @DisplayName(
            "RSS profile, enclosure: for sound and film; a picture is media:content, media:thumbnail and in the HTML")
    void picture_isNoEnclosure() {
        Article article = titled("T")
                .html("<p>Text</p>")
                .images(SampleArticle.picture("/media/pier.jpg"))
                .article();

        Element item = child(child(Xml.parse(written(RSS, feed(article))), "", "channel"), "", "item");

        assertThat(children(item, "", "enclosure")).isEmpty();
        assertThat(child(item, MEDIA, "content").getAttribute("medium")).isEqualTo("image");
        assertThat(child(item, MEDIA, "thumbnail").getAttribute("url")).endsWith("/media/pier.jpg");
        assertThat(text(item, CONTENT, "encoded")).contains("<img ", "/media/pier.jpg\"");
    }

    @Test
    @DisplayName("RFC 4287, section 3.1.1: text and HTML, and no XHTML that could break the document")
    void atomTexts_areOfTwoTypes() {
        assertThat(Xml.all(Xml.parse(written(ATOM_FORMAT, newestFeed()))).stream()
                        .filter(e -> List.of("title", "subtitle", "summary", "content", "rights")
                                        .contains(e.getLocalName())
                                && e.getNamespaceURI().equals(ATOM))
                        .map(e -> e.getAttribute("type")))
                .hasSizeGreaterThan(5)
                .isSubsetOf("", "text", "html");
    }

    @Test
    @DisplayName("JSON Feed, \"Extensions\": names of ours begin with an underscore and a letter, and have no dot")
    void extensions_areNamedByTheRule() {
        JsonObject root = Json.parse(written(JSON, newestFeed()));

        assertThat(extensions(root)).isNotEmpty().allMatch(name -> name.matches("_[a-zA-Z][^.]*"));
    }

    /** The names of a feed's and its items' own members that the format does not know. */
    private static List<String> extensions(JsonObject root) {
        List<String> known = List.of(
                ("version title home_page_url feed_url description user_comment next_url icon favicon authors language"
                                + " expired hubs items id url external_url content_html content_text summary image banner_image"
                                + " date_published date_modified tags attachments")
                        .split(" "));
        return Stream.concat(
                        root.fieldNames().stream(),
                        root.getJsonArray("items").stream().flatMap(item -> ((JsonObject) item).fieldNames().stream()))
                .filter(name -> !known.contains(name))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("JSON Feed, \"authors\": no author of version 1 beside them; \"id\": a string, whatever it looks like")
    void items_haveStringsForIds_andAuthors() {
        Article article = titled("T").id("42").html("<p>Text</p>").article();
        JsonObject root = Json.parse(written(JSON, feed(article)));
        JsonObject item = root.getJsonArray("items").getJsonObject(0);

        assertThat(item.getValue("id")).isEqualTo("42");
        assertThat(root.getValue("authors")).isInstanceOf(JsonArray.class);
        assertThat(root.fieldNames()).doesNotContain("author");
        assertThat(item.fieldNames()).doesNotContain("author");
    }

    @Test
    @DisplayName("JSON Feed, \"title\" and \"summary\": plain text, in which markup is only characters")
    void jsonTexts_arePlain() {
        Article article = titled("a <b>b</b> &amp; c").summary("<i>x</i> & y").article();

        JsonObject item =
                Json.parse(written(JSON, feed(article))).getJsonArray("items").getJsonObject(0);

        assertThat(item.getString("title")).isEqualTo("a <b>b</b> &amp; c");
        assertThat(item.getString("summary")).isEqualTo("<i>x</i> & y");
        assertThat(item.getString("content_html")).isEqualTo("&lt;i&gt;x&lt;/i&gt; &amp; y");
    }

    @Test
    @DisplayName("JSON Feed, \"attachments\": size and duration are numbers")
    void attachments_haveNumbers() {
        Article article = titled("T")
                .media(SampleArticle.video(Duration.ofSeconds(95), SampleArticle.mp4("/media/a.mp4")))
                .article();

        Map<String, Object> attachment = Json.parse(written(JSON, feed(article)))
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("attachments")
                .getJsonObject(0)
                .getMap();

        assertThat(attachment.get("size_in_bytes")).isInstanceOf(Number.class);
        assertThat(attachment.get("duration_in_seconds")).isEqualTo(95);
    }
}
