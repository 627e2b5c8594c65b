package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.article.Text;
import io.heliograph.rewrite.Slotted;
import java.util.Optional;

/**
 * A feed by Flipboard's RSS guidelines: descriptions of 300 characters and more where the text has as many, and one
 * enclosure an item that illustrates it: its video as a plain MP4 file, else its picture, whose smaller side has 500
 * pixels or more.
 */
public final class Flipboard extends Partner {

    private static final int DESCRIPTION_CHARACTERS = 600;
    private static final int SHORTEST_DESCRIPTION = 300;
    private static final int LEAST_PIXELS = 500;

    public Flipboard() {
        super(Syndication.Partner.FLIPBOARD);
    }

    @Override
    public Slotted write(Feed feed) {
        XmlWriter xml = RssChannel.open(feed);
        RssChannel.head(feed, this, feed.title(), feed.description(), xml);
        RssChannel.dates(feed, xml);
        feed.articles().forEach(article -> item(article, feed, xml));
        return RssChannel.close(xml);
    }

    private static void item(Article article, Feed feed, XmlWriter xml) {
        Site site = feed.site();
        xml.open("item");
        RssItem.identity(article, xml);
        RssItem.people(article, xml);
        RssItem.language(article, feed, xml);
        RssItem.topics(article, site, xml);
        xml.html("description", Text.escaped(description(article)));
        xml.html("content:encoded", Html.body(article, site.language()));
        illustration(article, xml);
        MediaRss.write(article, xml);
        xml.close("item");
    }

    /** The summary, and the beginning of the text where that alone is too short. */
    private static String description(Article article) {
        String summary = Excerpt.of(article, DESCRIPTION_CHARACTERS);
        return summary.length() >= SHORTEST_DESCRIPTION
                ? summary
                : Excerpt.clip(
                        (article.summary() + " " + Excerpt.text(article, DESCRIPTION_CHARACTERS)).strip(),
                        DESCRIPTION_CHARACTERS);
    }

    private static void illustration(Article article, XmlWriter xml) {
        Optional<Rendition> film = article.story().media().stream()
                .filter(media -> media.kind() == Media.Kind.VIDEO)
                .map(Media::file)
                .filter(file -> file.type().equals("video/mp4"))
                .findFirst();
        if (film.isPresent()) {
            RssItem.enclosure(film.get(), xml);
            return;
        }
        article.story().images().stream()
                .filter(image -> Math.min(image.width(), image.height()) >= LEAST_PIXELS)
                .filter(image -> !image.type().isEmpty())
                .findFirst()
                .ifPresent(image -> RssItem.enclosure(image.href(), image.bytes(), image.type(), xml));
    }
}
