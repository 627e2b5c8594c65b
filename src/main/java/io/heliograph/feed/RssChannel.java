package io.heliograph.feed;

import io.heliograph.rewrite.Slotted;
import java.util.stream.Stream;

/** What RSS feeds of all kinds have in common above their items. */
final class RssChannel {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String SY = "http://purl.org/rss/1.0/modules/syndication/";

    /** How long a reader may keep a feed, in minutes; said twice, for readers that know one way or the other. */
    static final int TTL = 30;

    private static final int IMAGE_PIXELS = 144;

    private static final int ITEM_BYTES = 4096;

    private RssChannel() {}

    /**
     * A document in which a channel is open.
     *
     * @param modules further namespaces: attributes that declare them, and their names, by turns
     */
    static XmlWriter open(Feed feed, String... modules) {
        XmlWriter xml = new XmlWriter(ITEM_BYTES + feed.articles().size() * ITEM_BYTES);
        String[] core = {
            "version",
            "2.0",
            "xmlns:atom",
            ATOM,
            "xmlns:content",
            CONTENT,
            "xmlns:dc",
            DC,
            "xmlns:media",
            MediaRss.NAMESPACE
        };
        xml.open("rss", Stream.of(core, modules).flatMap(Stream::of).toArray(String[]::new));
        return xml.open("channel");
    }

    static Slotted close(XmlWriter xml) {
        return xml.close("channel").close("rss").finish();
    }

    /** Title, link, description and where the feed itself is. */
    static void head(Feed feed, Format format, String title, String description, XmlWriter xml) {
        xml.text("title", title);
        xml.text("link", feed.page().value());
        xml.text("description", description);
        xml.empty(
                "atom:link",
                "rel",
                "self",
                "type",
                "application/rss+xml",
                "href",
                feed.self(format).value());
        xml.text("language", feed.language());
        if (!feed.site().syndication().rights().isEmpty()) {
            xml.text("copyright", feed.site().syndication().rights());
        }
    }

    /** The newest article's date, and when the document last changed. */
    static void dates(Feed feed, XmlWriter xml) {
        feed.articles().stream().findFirst().ifPresent(newest -> xml.text("pubDate", Dates.rfc822(newest.published())));
        xml.modified("lastBuildDate");
    }

    static void maker(XmlWriter xml) {
        xml.text("generator", "Heliograph");
        xml.text("docs", "https://www.rssboard.org/rss-specification");
    }

    static void pace(XmlWriter xml) {
        xml.text("ttl", Integer.toString(TTL));
        xml.text("sy:updatePeriod", "hourly");
        xml.text("sy:updateFrequency", Integer.toString(60 / TTL));
    }

    /** No wider than 144 pixels; title and link are the channel's (profile, "image"). */
    static void image(Feed feed, String title, XmlWriter xml) {
        xml.open("image");
        xml.text("url", Icons.small().value());
        xml.text("title", title);
        xml.text("link", feed.page().value());
        xml.text("width", Integer.toString(IMAGE_PIXELS));
        xml.text("height", Integer.toString(IMAGE_PIXELS));
        xml.close("image");
    }
}
