package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.rewrite.HostCondition;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/**
 * RSS 2.0 by the RSS Advisory Board's specification and profile, with the content, dc, atom and Media RSS modules.
 */
public final class Rss implements Format {

    private static final int DESCRIPTION_CHARACTERS = 400;

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/feed.rss";
    }

    @Override
    public String contentType() {
        return "application/rss+xml; charset=utf-8";
    }

    @Override
    public String stamp(Instant modified) {
        return Dates.rfc822(modified);
    }

    @Override
    public Slotted write(Feed feed) {
        XmlWriter xml = new XmlWriter(4096 + feed.articles().size() * 4096);
        xml.open(
                "rss",
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:fh",
                feed.chapter().isArchived() ? Chapters.NAMESPACE : "",
                "xmlns:media",
                MediaRss.NAMESPACE);
        xml.open("channel");
        xml.text("title", feed.title());
        xml.text("link", feed.page().value());
        xml.text("description", feed.description());
        xml.empty(
                "atom:link",
                "rel",
                "self",
                "type",
                "application/rss+xml",
                "href",
                feed.self(this).value());
        Chapters.write(feed, this, "atom:link", xml);
        xml.text("language", feed.site().language());
        xml.modified("lastBuildDate");
        xml.text("generator", "Heliograph");
        xml.text("docs", "https://www.rssboard.org/rss-specification");
        feed.articles().forEach(article -> item(feed, article, xml));
        xml.close("channel");
        xml.close("rss");
        return xml.finish();
    }

    private static void item(Feed feed, Article article, XmlWriter xml) {
        xml.open("item");
        xml.text("title", article.title());
        xml.text("link", article.href().value());
        xml.text("guid", article.id().value(), "isPermaLink", "false");
        xml.text("pubDate", Dates.rfc822(article.published()));
        for (Author author : article.authors()) {
            // The core's author is an e-mail address; a name goes here.
            xml.text("dc:creator", author.name());
        }
        if (!article.story().language().isEmpty()
                && !article.story().language().equals(feed.site().language())) {
            xml.text("dc:language", article.story().language());
        }
        for (String topic : article.story().topics()) {
            xml.text("category", topic);
        }
        // The description is HTML, and comes before the content (profile, "description").
        xml.html("description", Html.escaped(Excerpt.of(article, DESCRIPTION_CHARACTERS)));
        String body = feed.summaries() ? "" : Html.body(article, feed.site().language());
        if (!body.isEmpty()) {
            xml.html("content:encoded", body);
        }
        article.story().media().stream().findFirst().ifPresent(media -> enclosure(media, xml));
        MediaRss.write(article, xml);
        xml.close("item");
    }

    /** One enclosure an item (profile, "enclosure"): the plain file, for which length and type are true. */
    private static void enclosure(Media media, XmlWriter xml) {
        Rendition file = media.file();
        // The W3C validator takes no enclosure on a host without a dot; there, media:content alone has to do.
        xml.begin(HostCondition.DOTTED);
        xml.empty("enclosure", "url", file.href().value(), "length", Long.toString(file.bytes()), "type", file.type());
        xml.end();
    }
}
