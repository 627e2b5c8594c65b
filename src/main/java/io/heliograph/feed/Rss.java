package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/**
 * RSS 2.0 by the RSS Advisory Board's specification and profile, with the content, dc, atom, sy and Media RSS modules.
 */
public final class Rss implements Format {

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/feed.rss";
    }

    /** It has no word for them, so it says no time at which there was one. */
    @Override
    public boolean tellsDeletions() {
        return false;
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
        XmlWriter xml = RssChannel.open(
                feed, "xmlns:fh", feed.chapter().isArchived() ? Chapters.NAMESPACE : "", "xmlns:sy", RssChannel.SY);
        RssChannel.head(feed, this, feed.title(), feed.description(), xml);
        Chapters.write(feed, this, "atom:link", xml);
        RssChannel.dates(feed, xml);
        RssChannel.maker(xml);
        RssChannel.pace(xml);
        RssChannel.image(feed, feed.title(), xml);
        feed.articles().forEach(article -> item(feed, article, xml));
        return RssChannel.close(xml);
    }

    private static void item(Feed feed, Article article, XmlWriter xml) {
        xml.open("item");
        RssItem.identity(article, xml);
        RssItem.people(article, xml);
        RssItem.language(article, feed, xml);
        RssItem.topics(article, feed.site(), xml);
        RssItem.source(article, xml);
        String body = feed.summaries() ? "" : Html.body(article, feed.site().language());
        RssItem.texts(article, body, xml);
        article.story().media().stream().findFirst().ifPresent(media -> RssItem.enclosure(media, xml));
        MediaRss.write(article, xml);
        xml.close("item");
    }
}
