package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Image;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.rewrite.Slotted;

/**
 * A feed for the MSN Partner Hub: whole articles, with their last change in {@code dcterms:modified}, by which MSN tells
 * news from what it has, and with pictures whose rights are declared.
 */
public final class Msn extends Partner {

    static final String MI = "http://schemas.ingestion.microsoft.com/common/";
    static final String DCTERMS = "http://purl.org/dc/terms/";

    /** Longer titles may be refused unless there is a short one. */
    private static final int LONGEST_TITLE = 150;

    /** Smaller pictures are not taken. */
    private static final int LEAST_PIXELS = 100;

    public Msn() {
        super(Syndication.Partner.MSN);
    }

    @Override
    public Slotted write(Feed feed) {
        XmlWriter xml = RssChannel.open(feed, "xmlns:dcterms", DCTERMS, "xmlns:mi", MI);
        RssChannel.head(feed, this, feed.title(), feed.description(), xml);
        RssChannel.dates(feed, xml);
        feed.articles().forEach(article -> item(article, feed, xml));
        return RssChannel.close(xml);
    }

    private static void item(Article article, Feed feed, XmlWriter xml) {
        Site site = feed.site();
        xml.open("item");
        RssItem.identity(article, xml);
        xml.text("dcterms:modified", Dates.rfc3339(article.updated()));
        if (article.title().length() > LONGEST_TITLE) {
            xml.brief("mi:shortTitle", LONGEST_TITLE, article.title());
        }
        RssItem.people(article, xml);
        RssItem.language(article, feed, xml);
        RssItem.topics(article, site, xml);
        RssItem.texts(article, Html.body(article, site.language()), xml);
        for (Image image : article.story().images()) {
            picture(image, site, xml);
        }
        xml.close("item");
    }

    /** A picture of the publisher's; one whose size is known to be too small would only be refused. */
    private static void picture(Image image, Site site, XmlWriter xml) {
        boolean small = image.width() > 0 && Math.min(image.width(), image.height()) < LEAST_PIXELS;
        if (small) {
            return;
        }
        xml.open(
                "media:content",
                "url",
                image.href().value(),
                "type",
                image.type(),
                "medium",
                "image",
                "width",
                image.width() > 0 ? Integer.toString(image.width()) : "",
                "height",
                image.height() > 0 ? Integer.toString(image.height()) : "");
        String words = image.words();
        if (!words.isEmpty()) {
            MediaRss.words("media:title", words, xml);
            MediaRss.words("media:text", image.alt().isEmpty() ? words : image.alt(), xml);
        }
        xml.text("media:credit", image.credit().isEmpty() ? site.title() : image.credit());
        xml.text("mi:hasSyndicationRights", "1");
        xml.text("mi:licensorName", image.credit().isEmpty() ? site.title() : image.credit());
        xml.close("media:content");
    }
}
