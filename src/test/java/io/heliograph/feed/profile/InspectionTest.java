package io.heliograph.feed.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.feed.Atom;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Rss;
import io.heliograph.feed.tv.Roku;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by a document that breaks it, beside one that is good. */
class InspectionTest {

    private static final String RSS = "<rss version=\"2.0\"><channel><title>T</title><link>https://a.example/</link>"
            + "<description>D</description><item><title>T</title><guid isPermaLink=\"false\">1</guid>%s</item>"
            + "</channel></rss>";
    private static final String ATOM =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>tag:a,2026:f</id><title>T</title>"
                    + "<updated>2026-11-01T10:00:00Z</updated><author><name>A</name></author>"
                    + "<entry><id>tag:a,2026:1</id><title>T</title><updated>2026-11-01T10:00:00Z</updated>"
                    + "<link href=\"https://a.example/1\"/>%s</entry></feed>";
    private static final String JSON = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\","
            + "\"items\":[{\"id\":\"1\",\"content_text\":\"t\"%s}]}";
    private static final String ROKU = "{\"providerName\":\"P\",\"lastUpdated\":\"2026-11-01T10:00:00+00:00\","
            + "\"language\":\"en\",\"tvSpecials\":[{\"id\":\"a1\",\"title\":\"T\",\"thumbnail\":\"https://a.example/p.jpg\","
            + "\"shortDescription\":\"d\",\"content\":{\"dateAdded\":\"2026-11-01T10:00:00+00:00\",\"duration\":60,"
            + "\"videos\":[{\"url\":\"https://a.example/v.mp4\",\"quality\":\"HD\",\"videoType\":\"MP4\"}]}%s}]}";

    private static final Set<Rule> BROKEN = EnumSet.noneOf(Rule.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<enclosure url=\"https://a.example/a.mp3\" length=\"0\" type=\"audio/mpeg\"/>|",
                "<pubDate>Sun, 01 Nov 2026 10:00:00 +0000</pubDate>|",
                "<pubDate>Sun, 1 Nov 2026 10:00:00 GMT</pubDate>|",
                "<pubDate>Mon, 01 Nov 2026 10:00:00 +0000</pubDate>|RSS_DATE",
                "<pubDate>2026-11-01T10:00:00Z</pubDate>|RSS_DATE",
                "<pubDate/>|RSS_DATE",
                "<link>/one</link>|RSS_LINK",
                "<link>https://a.example/a b</link>|RSS_LINK",
                "<author>Ann Bay</author>|RSS_AUTHOR",
                "<author>ann@a.example (Ann Bay)</author>|",
                "<enclosure url=\"https://a.example/a.mp3\" type=\"audio/mpeg\"/>|RSS_ENCLOSURE",
                "<enclosure url=\"/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>|RSS_ENCLOSURE",
                "<enclosure url=\"https://a.example/a.mp3\" length=\"-1\" type=\"audio/mpeg\"/>|RSS_ENCLOSURE",
                "<m:group xmlns:m=\"http://search.yahoo.com/mrss/\"><m:content url=\"/a\"/></m:group>|MEDIA_URL",
                "</item><item><title>T</title><guid isPermaLink=\"false\">1</guid>|RSS_GUID",
                "</item><item><title>T</title>|RSS_GUID",
                "</item><item><title>T</title><guid>2</guid>|RSS_GUID",
                "</item><item><guid isPermaLink=\"false\">2</guid>|RSS_ITEM",
                "<a>&nbsp;</a>|XML_WELL_FORMED",
                "<a>&#1;</a>|XML_WELL_FORMED",
                "<a b='1' b='2'/>|XML_WELL_FORMED",
                "<x:a/>|XML_WELL_FORMED",
                "<a>|XML_WELL_FORMED",
                "<a>\u0001</a>|XML_WELL_FORMED",
                "<a>]]></a>|XML_WELL_FORMED",
                "</item></channel><channel><item>|XML_ROOT",
            })
    void rss_isHeldAgainstTheSpecification(String item, Rule broken) {
        check(new Rss(), RSS.formatted(item), broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<published>2026-11-01T10:00:00.5+01:00</published>|",
                "<published>2026-11-01t10:00:00z</published>|ATOM_DATE",
                "<published>2026-11-01T10:00Z</published>|ATOM_DATE",
                "<published>2026-02-31T10:00:00Z</published>|ATOM_DATE",
                "<updated>2026-11-01T10:00:00Z</updated>|ATOM_REQUIRED",
                "<link href=\"https://a.example/2\"/>|ATOM_LINK",
                "<link href=\"https://a.example/2\" hreflang=\"fr\"/>|",
                "<link rel=\"enclosure\" href=\"/a.mp3\"/>|ATOM_LINK",
                "<link rel=\"enclosure\" href=\"https://a.example/a.mp3\" length=\"many\"/>|ATOM_LINK",
                "</entry><entry><id>tag:a,2026:1</id><title>T</title><updated>2026-11-01T10:00:00Z</updated><content/>|ATOM_ID",
                "</entry><entry><id>7</id><title>T</title><updated>2026-11-01T10:00:00Z</updated><content/>|ATOM_ID",
                "</entry><entry><id>tag:a,2026:2</id><title>T</title><updated>2026-11-01T10:00:00Z</updated>|ATOM_LINK",
                "</entry><entry><id>tag:a,2026:2</id><updated>2026-11-01T10:00:00Z</updated><content/>|ATOM_REQUIRED",
            })
    void atom_isHeldAgainstRfc4287(String entry, Rule broken) {
        check(new Atom(), ATOM.formatted(entry), broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                ",\"url\":\"https://a.example/1\",\"date_published\":\"2026-11-01T10:00:00Z\"|",
                ",\"url\":\"/1\"|JSON_URL",
                ",\"image\":7|JSON_URL",
                ",\"date_published\":\"2026-11-01\"|JSON_DATE",
                ",\"attachments\":[{\"url\":\"https://a.example/a\"}]|JSON_ATTACHMENT",
                "},{\"id\":\"1\",\"content_text\":\"t\"|JSON_ID",
                "},{\"id\":2,\"content_text\":\"t\"|JSON_ID",
                "},{\"content_text\":\"t\"|JSON_ID",
                "},{\"id\":\"2\"|JSON_CONTENT",
                ",\"id\":\"2\"|JSON_WELL_FORMED",
                ",|JSON_WELL_FORMED",
                "}]}{\"a\":[{\"b\":1|JSON_WELL_FORMED",
            })
    void jsonFeed_isHeldAgainstTheSpecification(String item, Rule broken) {
        check(new JsonFeed(), JSON.formatted(item), broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''|",
                "},{\"id\":\"a1\"|ROKU_ITEM",
                "},{\"id\":\"a2\",\"content\":{\"videos\":[]}|ROKU_VIDEO",
            })
    void roku_isHeldAgainstTheSpecification(String item, Rule broken) {
        check(new Roku(), ROKU.formatted(item), broken);
    }

    @Test
    void documentItself_isHeldAgainstTheSpecification() {
        check(new Rss(), RSS.formatted("").replace("<title>T</title><link>", "<link>"), Rule.RSS_CHANNEL);
        check(new Rss(), RSS.formatted("").replace("2.0", "0.92"), Rule.XML_ROOT);
        check(new Atom(), ATOM.formatted("").replace("<author><name>A</name></author>", ""), Rule.ATOM_AUTHOR);
        check(new JsonFeed(), JSON.formatted("").replace("1.1", "1"), Rule.JSON_FEED);
        check(new Roku(), ROKU.formatted("").replace("\"language\":\"en\",", ""), Rule.ROKU_CHANNEL);
        check(new Rss(), "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>&a;</rss>", Rule.XML_WELL_FORMED);
        check(new JsonFeed(), "[]", Rule.JSON_WELL_FORMED);
        check(new Rss(), "<a>".repeat(100_000), Rule.XML_WELL_FORMED);
        check(new JsonFeed(), "[".repeat(100_000), Rule.JSON_WELL_FORMED);
    }

    /** A rule without a test would be a promise. Being writable is the press's. */
    @AfterAll
    static void everyRule_wasBroken() {
        assertThat(BROKEN).isEqualTo(EnumSet.complementOf(EnumSet.of(Rule.WRITABLE)));
    }

    private static void check(Format format, String document, Rule broken) {
        var faults = Inspection.of(format, document.getBytes(UTF_8));

        if (broken == null) {
            assertThat(faults).isEmpty();
        } else {
            BROKEN.add(broken);
            assertThat(faults).extracting(Fault::rule).contains(broken);
        }
    }
}
