package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Deletion;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.Logo;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Source;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/** Atom (RFC 4287), with Media RSS for pictures. */
public final class Atom implements Format {

    private static final int SUMMARY_CHARACTERS = 400;

    @Override
    public String name() {
        return "atom";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/feed.atom";
    }

    @Override
    public String contentType() {
        return "application/atom+xml; charset=utf-8";
    }

    @Override
    public String stamp(Instant modified) {
        return Dates.rfc3339(modified);
    }

    @Override
    public Slotted write(Feed feed) {
        XmlWriter xml = new XmlWriter(4096 + feed.articles().size() * 4096);
        xml.open(
                "feed",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:media",
                MediaRss.NAMESPACE,
                "xmlns:fh",
                feed.chapter().isArchived() ? Chapters.NAMESPACE : "",
                "xmlns:at",
                feed.deletions().isEmpty() ? "" : "http://purl.org/atompub/tombstones/1.0",
                "xml:lang",
                feed.language());
        xml.text("id", feed.id());
        // What the site says of itself is in the site's language, whatever its articles are in (section 2).
        String own = feed.language().equals(feed.site().language())
                ? ""
                : feed.site().language();
        xml.construct("title", feed.title(), own);
        xml.construct("subtitle", feed.description(), own);
        xml.modified("updated");
        xml.empty(
                "link",
                "rel",
                "self",
                "type",
                "application/atom+xml",
                "href",
                feed.self(this).value());
        xml.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "href",
                feed.page().value());
        Chapters.write(feed, this, "link", xml);
        // Section 4.1.1: an author here, for entries that name none.
        xml.open("author").text("name", feed.site().title()).close("author");
        if (!feed.site().syndication().rights().isEmpty()) {
            xml.construct("rights", feed.site().syndication().rights(), own);
        }
        // The icon is square, a logo twice as wide as high (sections 4.2.5 and 4.2.8).
        xml.text("icon", Icons.favicon().value());
        Logo logo = feed.site().theme().logo();
        if (!logo.isNone() && logo.width() == 2 * logo.height()) {
            xml.text("logo", Icons.logo(logo).value());
        }
        xml.text("generator", "Heliograph");
        for (Deletion deletion : feed.deletions()) {
            // RFC 6721, section 3.
            xml.empty("at:deleted-entry", "ref", deletion.id().iri(), "when", Dates.rfc3339(deletion.when()));
        }
        Moments moments = new Moments(feed.articles());
        feed.articles().forEach(article -> entry(feed, article, moments.of(article), xml));
        xml.close("feed");
        return xml.finish();
    }

    private static void entry(Feed feed, Article article, String updated, XmlWriter xml) {
        String language = article.languageOr(feed.site().language());
        xml.open("entry", "xml:lang", language.equals(feed.language()) ? "" : language);
        xml.text("id", article.id().iri());
        xml.construct("title", article.title());
        xml.text("published", Dates.rfc3339(article.published()));
        xml.text("updated", updated);
        xml.empty(
                "link",
                "rel",
                "alternate",
                "type",
                "text/html",
                "href",
                article.href().value());
        for (Author author : article.authors()) {
            xml.open("author").text("name", author.name());
            if (!author.url().isEmpty()) {
                xml.text("uri", author.url());
            }
            xml.close("author");
        }
        for (Topic topic : Topic.of(article, feed.site())) {
            xml.empty("category", "term", topic.name(), "scheme", topic.scheme());
        }
        String body = feed.summaries() ? "" : Html.body(article, feed.site().language());
        String summary = Excerpt.of(article, SUMMARY_CHARACTERS);
        if (!summary.isEmpty() || body.isEmpty()) {
            // An entry without any text is one that readers find nothing in.
            xml.construct("summary", summary.isEmpty() ? article.title() : summary);
        }
        if (!body.isEmpty()) {
            xml.html("content", body, "type", "html");
        }
        for (Media media : article.story().media()) {
            Rendition file = media.file();
            xml.empty(
                    "link",
                    "rel",
                    "enclosure",
                    "type",
                    file.type(),
                    "length",
                    file.bytes() > 0 ? Long.toString(file.bytes()) : "",
                    "href",
                    file.href().value());
        }
        source(feed, article, xml);
        MediaRss.write(article, xml);
        xml.close("entry");
    }

    /**
     * The feed that a republished article was taken from (section 4.2.11), and its rights. What the origin does not say of
     * itself is made of what it does, for three elements must be there: its time is then the entry's own, since the feed
     * is at least as new, and a time that moves with every other entry would move this one.
     */
    private static void source(Feed feed, Article article, XmlWriter xml) {
        Source source = article.story().source();
        if (source.isNone()) {
            return;
        }
        if (!source.rights().isEmpty()) {
            xml.construct("rights", source.rights());
        }
        String url = source.feed().isEmpty() ? source.page() : source.feed();
        if (url.isEmpty() && source.title().isEmpty()) {
            return;
        }
        String minted = feed.site().authority().uri("source/" + Fingerprint.of(url + '\n' + source.title(), 16));
        xml.open("source");
        xml.text("id", source.id().isEmpty() ? minted : source.id());
        xml.construct("title", !source.title().isEmpty() ? source.title() : url);
        boolean dated = !source.updated().equals(Source.UNDATED);
        xml.text("updated", Dates.rfc3339(dated ? source.updated() : article.updated()));
        if (!source.feed().isEmpty()) {
            xml.empty("link", "rel", "self", "href", source.feed());
        }
        if (!source.page().isEmpty()) {
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", source.page());
        }
        if (!source.rights().isEmpty()) {
            xml.construct("rights", source.rights());
        }
        xml.close("source");
    }
}
