package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Deletion;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.article.Text;
import io.heliograph.rewrite.Slotted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feed in SmartFormat 2.1, for SmartNews. What changed there, and what is gone, it knows by the date of an item alone, so
 * that each has the date of its last change.
 */
public final class SmartNews extends Partner {

    static final String SNF = "http://www.smartnews.be/snf";

    /** SmartFormat asks for a short word about the site. */
    private static final int LONGEST_DESCRIPTION = 30;

    public SmartNews() {
        super(Syndication.Partner.SMARTNEWS);
    }

    /** It keeps what it was not told to take away. */
    @Override
    public boolean tellsDeletions() {
        return true;
    }

    @Override
    public Slotted write(Feed feed) {
        XmlWriter xml = RssChannel.open(feed, "xmlns:snf", SNF);
        Syndication.SmartNews wanted = feed.site().syndication().smartNews();
        String description = Excerpt.clip(XmlWriter.withoutTags(feed.description()), LONGEST_DESCRIPTION);
        RssChannel.head(feed, this, feed.title(), description, xml);
        RssChannel.dates(feed, xml);
        xml.text("ttl", Integer.toString(RssChannel.TTL));
        logo("snf:logo", false, xml);
        if (!wanted.darkLogo().isNone()) {
            logo("snf:darkModeLogo", true, xml);
        }
        feed.articles().forEach(article -> item(article, feed, wanted, xml));
        feed.deletions().forEach(deletion -> gone(deletion, feed.site(), xml));
        return RssChannel.close(xml);
    }

    private static void logo(String element, boolean dark, XmlWriter xml) {
        xml.open(element).text("url", Icons.smartNews(dark).value()).close(element);
    }

    private static void item(Article article, Feed feed, Syndication.SmartNews wanted, XmlWriter xml) {
        Site site = feed.site();
        xml.open("item");
        RssItem.identity(article, article.updated(), xml);
        List<Author> authors = article.authors();
        if (!authors.isEmpty()) {
            // One element for all of them.
            xml.text("dc:creator", authors.stream().map(Author::name).collect(Collectors.joining(", ")));
        }
        RssItem.language(article, feed, xml);
        RssItem.topics(article, site, xml);
        RssItem.texts(article, Html.body(article, site.language()), xml);
        article.story().images().stream().findFirst().ifPresent(image -> thumbnail(image, xml));
        if (!wanted.analytics().isEmpty()) {
            xml.html("snf:analytics", wanted.analytics());
        }
        if (!wanted.advertisement().isEmpty()) {
            xml.open("snf:advertisement");
            xml.html("snf:adcontent", wanted.advertisement());
            xml.close("snf:advertisement");
        }
        xml.close("item");
    }

    /**
     * That an article is no more. Its words are gone, and what an item must have says the site's name instead; so nothing of
     * it would be left even where its mark was overlooked. One whose address is another article's now is not mentioned: that
     * one has taken its place.
     */
    private static void gone(Deletion deletion, Site site, XmlWriter xml) {
        if (deletion.path().isEmpty()) {
            return;
        }
        xml.open("item");
        xml.text("title", site.title());
        xml.text("link", Href.own(deletion.path()).value());
        xml.exact("guid", deletion.id().value(), "isPermaLink", "false");
        xml.text("pubDate", Dates.rfc822(deletion.when()));
        xml.html("description", Text.escaped(site.title()));
        xml.html("content:encoded", "<p>" + Text.escaped(site.title()) + "</p>");
        xml.empty("media:status", "state", "deleted");
        xml.close("item");
    }

    private static void thumbnail(Image image, XmlWriter xml) {
        xml.empty("media:thumbnail", "url", image.href().value());
    }
}
