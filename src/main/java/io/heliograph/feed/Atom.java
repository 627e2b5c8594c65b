package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Deletion;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
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
                feed.site().language());
        xml.text("id", feed.id());
        xml.construct("title", feed.title());
        xml.construct("subtitle", feed.description());
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
        xml.text("generator", "Heliograph");
        for (Deletion deletion : feed.deletions()) {
            // RFC 6721, section 2.
            xml.empty("at:deleted-entry", "ref", deletion.id().iri(), "when", Dates.rfc3339(deletion.when()));
        }
        feed.articles().forEach(article -> entry(feed, article, xml));
        xml.close("feed");
        return xml.finish();
    }

    private static void entry(Feed feed, Article article, XmlWriter xml) {
        String language = article.languageOr(feed.site().language());
        xml.open("entry", "xml:lang", language.equals(feed.site().language()) ? "" : language);
        xml.text("id", article.id().iri());
        xml.construct("title", article.title());
        xml.text("published", Dates.rfc3339(article.published()));
        xml.text("updated", Dates.rfc3339(article.updated()));
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
        for (String topic : article.story().topics()) {
            xml.empty("category", "term", topic);
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
        MediaRss.write(article, xml);
        xml.close("entry");
    }
}
