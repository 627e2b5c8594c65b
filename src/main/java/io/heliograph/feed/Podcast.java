package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Artwork;
import io.heliograph.article.Author;
import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.ShowCategory;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * RSS 2.0 for podcast players: with the tags of Apple Podcasts and of Podcasting 2.0.
 *
 * @param guid the podcast's id; empty in a format that nothing is written in yet
 */
public record Podcast(String guid) implements Format {

    /** As routes name it. */
    public static final Podcast UNNAMED = new Podcast("");

    private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    /** Most episodes in a feed: what it names no more, players forget. */
    private static final int MOST_EPISODES = 1_000;

    /** So that notes as long as books make no document that fills the cache. */
    private static final long MOST_BYTES = 8_000_000;

    private static final int LONGEST_NAME = 255;

    private static final Set<String> ARTWORK = Set.of("image/jpeg", "image/png");

    /** What the podcast of a whole site is called in a list of its feeds. */
    public static String listed(Site site) {
        String title = site.syndication().show().title();
        return (title.isEmpty() ? site.title() : title) + " (podcast)";
    }

    @Override
    public String name() {
        return "podcast";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/podcast.rss";
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
    public boolean isOffered(Site site, Selection selection) {
        return !site.syndication().show().isNone();
    }

    /** They take what is there now. */
    @Override
    public boolean isArchived() {
        return false;
    }

    @Override
    public int limit() {
        return MOST_EPISODES;
    }

    @Override
    public long mostBytes(Site site) {
        return MOST_BYTES;
    }

    /** Nothing is sought among articles that have no recording at all. */
    @Override
    public List<Selection> among(Selection selection) {
        return selection.equals(Selection.WHOLE) ? List.of(Selection.AUDIBLE, Selection.WATCHABLE) : List.of(selection);
    }

    @Override
    public boolean holds(Site site, Article article) {
        boolean live =
                site.syndication().show().live() && !article.story().live().isEmpty();
        return live || Recording.of(article).isPresent();
    }

    @Override
    public boolean mayBeEmpty() {
        return false;
    }

    @Override
    public Slotted write(Feed feed) {
        Site site = feed.site();
        XmlWriter xml = RssChannel.open(feed, "xmlns:itunes", ITUNES, "xmlns:podcast", PodcastTags.NAMESPACE);
        channel(feed, site.syndication().show(), xml);
        List<Article> live = site.syndication().show().live() ? feed.articles() : List.of();
        for (Article article : live) {
            article.story().live().forEach(stream -> PodcastTags.live(article, stream, site, xml));
        }
        for (Article article : feed.articles()) {
            Recording.of(article).ifPresent(recording -> item(article, recording, feed, xml));
        }
        return RssChannel.close(xml);
    }

    private void channel(Feed feed, Show show, XmlWriter xml) {
        Site site = feed.site();
        boolean named =
                feed.selection().equals(Selection.WHOLE) && !show.title().isEmpty();
        String title = named ? show.title() : feed.title();
        String author = show.author().isEmpty() ? site.title() : show.author();
        // A feed of the publisher's own choice may say what it is.
        boolean described = !feed.description().equals(site.description());
        String description = described || show.description().isEmpty() ? feed.description() : show.description();
        RssChannel.head(feed, this, title, description, xml);
        RssChannel.dates(feed, xml);
        RssChannel.maker(xml);
        xml.text("ttl", Integer.toString(RssChannel.TTL));
        RssChannel.image(feed, title, xml);
        xml.brief("itunes:author", LONGEST_NAME, author);
        xml.text("itunes:type", show.order().name().toLowerCase(Locale.ROOT));
        xml.text("itunes:explicit", Boolean.toString(show.explicit()));
        artwork(Icons.artwork(show.artwork()), xml);
        xml.open("itunes:owner");
        String owner = show.owner().name().isEmpty() ? author : show.owner().name();
        xml.brief("itunes:name", LONGEST_NAME, owner);
        xml.text("itunes:email", show.owner().email());
        xml.close("itunes:owner");
        show.categories().forEach(category -> category(category, xml));
        if (!show.newFeedUrl().isEmpty()) {
            xml.text("itunes:new-feed-url", show.newFeedUrl());
        }
        xml.text("podcast:guid", guid);
        xml.text("podcast:medium", show.medium().term());
        xml.text(
                "podcast:locked",
                show.locked() ? "yes" : "no",
                "owner",
                show.owner().email());
        xml.brief("podcast:person", PodcastTags.LONGEST_NAME, author);
    }

    private static void category(ShowCategory category, XmlWriter xml) {
        if (category.part().isEmpty()) {
            xml.empty("itunes:category", "text", category.name());
            return;
        }
        xml.open("itunes:category", "text", category.name());
        xml.empty("itunes:category", "text", category.part());
        xml.close("itunes:category");
    }

    private static void item(Article article, Recording recording, Feed feed, XmlWriter xml) {
        Site site = feed.site();
        Episode episode = article.story().episode();
        xml.open("item");
        RssItem.identity(article, xml);
        RssItem.people(article, xml);
        RssItem.language(article, feed, xml);
        RssItem.topics(article, site, xml);
        RssItem.source(article, xml);
        RssItem.texts(article, feed.summaries() ? "" : Html.body(article, site.language()), xml);
        RssItem.enclosure(recording.file(), xml);
        if (recording.media().duration().toSeconds() > 0) {
            xml.text(
                    "itunes:duration",
                    Long.toString(recording.media().duration().toSeconds()));
        }
        boolean explicit = episode.rating() == Episode.Rating.UNRATED
                ? site.syndication().show().explicit()
                : episode.rating() == Episode.Rating.EXPLICIT;
        xml.text("itunes:explicit", Boolean.toString(explicit));
        xml.text("itunes:episodeType", episode.kind().name().toLowerCase(Locale.ROOT));
        number("itunes:season", episode.season(), xml);
        number("itunes:episode", episode.number(), xml);
        if (!article.authors().isEmpty()) {
            String names = article.authors().stream().map(Author::name).collect(Collectors.joining(", "));
            xml.brief("itunes:author", LONGEST_NAME, names);
        }
        article.story().images().stream()
                .filter(Podcast::isArtwork)
                .findFirst()
                .ifPresent(image -> artwork(image.href(), xml));
        PodcastTags.write(article, recording, site, xml);
        MediaRss.write(article, xml);
        xml.close("item");
    }

    private static void number(String element, int number, XmlWriter xml) {
        if (number > 0) {
            xml.text(element, Integer.toString(number));
        }
    }

    private static void artwork(Href url, XmlWriter xml) {
        RssItem.underDottedName(url, xml, "itunes:image", "href", url.value());
    }

    /** Apple's rules for pictures of episodes are those for shows; others are not shown at all. */
    private static boolean isArtwork(Image image) {
        return ARTWORK.contains(image.type())
                && image.width() == image.height()
                && image.width() >= Artwork.LEAST_PIXELS
                && image.width() <= Artwork.MOST_PIXELS;
    }
}
