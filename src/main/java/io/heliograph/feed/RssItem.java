package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Href;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Site;
import io.heliograph.article.Source;
import io.heliograph.article.Text;
import io.heliograph.rewrite.HostCondition;
import java.time.Instant;

/** What the items of RSS feeds of all kinds have in common. */
final class RssItem {

    private static final int DESCRIPTION_CHARACTERS = 400;

    private RssItem() {}

    static void identity(Article article, XmlWriter xml) {
        identity(article, article.published(), xml);
    }

    static void identity(Article article, Instant dated, XmlWriter xml) {
        xml.text("title", article.title());
        xml.text("link", article.href().value());
        xml.exact("guid", article.id().value(), "isPermaLink", "false");
        xml.text("pubDate", Dates.rfc822(dated));
    }

    /** The core's author is an e-mail address; names go here. */
    static void people(Article article, XmlWriter xml) {
        for (Author author : article.authors()) {
            xml.text("dc:creator", author.name());
        }
    }

    static void language(Article article, Feed feed, XmlWriter xml) {
        String language = article.languageOr(feed.site().language());
        if (!language.equals(feed.language())) {
            xml.text("dc:language", language);
        }
    }

    static void topics(Article article, Site site, XmlWriter xml) {
        for (Topic topic : Topic.of(article, site)) {
            xml.text("category", topic.name(), "domain", topic.scheme());
        }
    }

    /** The feed that a republished article was taken from: a title, and a URL that must be there (profile, "source"). */
    static void source(Article article, XmlWriter xml) {
        Source source = article.story().source();
        String url = source.feed().isEmpty() ? source.page() : source.feed();
        if (!url.isEmpty()) {
            xml.text("source", source.title().isEmpty() ? url : source.title(), "url", url);
        }
        if (!source.rights().isEmpty()) {
            xml.text("dc:rights", source.rights());
        }
    }

    /** The description is HTML, and comes before the content (profile, "description"). */
    static void texts(Article article, String body, XmlWriter xml) {
        xml.html("description", Text.escaped(Excerpt.of(article, DESCRIPTION_CHARACTERS)));
        if (!body.isEmpty()) {
            xml.html("content:encoded", body);
        }
    }

    /** One enclosure an item (profile, "enclosure"): the plain file, for which length and type are true. */
    static void enclosure(Media media, XmlWriter xml) {
        enclosure(media.file(), xml);
    }

    static void enclosure(Rendition file, XmlWriter xml) {
        enclosure(file.href(), file.bytes(), file.type(), xml);
    }

    static void enclosure(Href url, long bytes, String type, XmlWriter xml) {
        underDottedName(url, xml, "enclosure", "url", url.value(), "length", Long.toString(bytes), "type", type);
    }

    /**
     * An empty element whose URL the W3C validator takes on no host without a dot. There it is left out, be it our host or
     * another's.
     */
    static void underDottedName(Href url, XmlWriter xml, String element, String... attributes) {
        if (url.isOwn()) {
            xml.begin(HostCondition.DOTTED);
            xml.empty(element, attributes);
            xml.end();
        } else if (!Carried.isLocal(url)) {
            xml.empty(element, attributes);
        }
    }
}
