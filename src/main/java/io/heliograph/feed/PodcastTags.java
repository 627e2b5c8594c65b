package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Caption;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Person;
import io.heliograph.article.Rendition;
import io.heliograph.article.Site;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Writes the tags of Podcasting 2.0. URLs of others are given with https alone, as the namespace asks; own files are
 * named on every host of the site, so that a player finds them when one is lost.
 */
final class PodcastTags {

    static final String NAMESPACE = "https://podcastindex.org/namespace/1.0";

    /** What is longer may be cut ("person"). */
    static final int LONGEST_NAME = 128;

    /** What the namespace recommends for streams ("liveItem", "Node value"). */
    private static final Set<String> PLAIN = Set.of("audio/mpeg", "audio/mp4", "video/mp4");

    private PodcastTags() {}

    static void write(Article article, Recording recording, Site site, XmlWriter xml) {
        Media media = recording.media();
        for (Caption caption : media.captions()) {
            if (isSafe(caption.href())) {
                xml.empty(
                        "podcast:transcript",
                        "url",
                        caption.href().value(),
                        "type",
                        caption.type(),
                        "language",
                        caption.language(),
                        "rel",
                        "captions");
            }
        }
        article.story().episode().chapters().stream()
                .filter(PodcastTags::isSafe)
                .findFirst()
                .ifPresent(href ->
                        xml.empty("podcast:chapters", "url", href.value(), "type", "application/json+chapters"));
        people(article, xml);
        String language = article.languageOr(site.language());
        for (Rendition rendition : media.renditions()) {
            alternate(rendition, rendition.equals(recording.file()), language, site, xml);
        }
    }

    /** Those who take part; else those who wrote the text around the recording. */
    private static void people(Article article, XmlWriter xml) {
        List<Person> people = article.story().episode().people();
        for (Person person : people) {
            xml.brief("podcast:person", LONGEST_NAME, person.name(), "role", person.role(), "href", safe(person.url()));
        }
        if (people.isEmpty()) {
            for (Author author : article.authors()) {
                xml.brief(
                        "podcast:person",
                        LONGEST_NAME,
                        author.name(),
                        "group",
                        "writing",
                        "role",
                        "author",
                        "href",
                        safe(author.url()));
            }
        }
    }

    private static void alternate(Rendition file, boolean isEnclosure, String language, Site site, XmlWriter xml) {
        String title = file.height() > 0 ? file.height() + "p" : "";
        xml.open(
                "podcast:alternateEnclosure",
                "type",
                file.type(),
                "length",
                known(file.bytes()),
                "bitrate",
                known(file.kilobitsPerSecond() * 1000L),
                "height",
                known(file.height()),
                "lang",
                language,
                "title",
                title,
                "default",
                isEnclosure ? "true" : "");
        for (String url : everywhere(file.href(), site)) {
            xml.empty("podcast:source", "uri", url);
        }
        xml.close("podcast:alternateEnclosure");
    }

    /** What is on right now. Whether it still is, only the stream itself knows: it is live until its article says no more. */
    static void live(Article article, Live live, Site site, XmlWriter xml) {
        Rendition plain = plain(live);
        Instant start = live.start().equals(Instant.EPOCH) ? article.published() : live.start();
        String end = live.end().equals(Instant.EPOCH) ? "" : Dates.rfc3339(live.end());
        xml.open("podcast:liveItem", "status", "live", "start", Dates.rfc3339(start), "end", end);
        xml.text("title", live.title().isEmpty() ? article.title() : live.title());
        xml.text("link", article.href().value());
        int place = article.story().live().indexOf(live);
        String id = "live/" + article.id().token() + (place == 0 ? "" : "/" + place);
        xml.text("guid", site.authority().uri(id), "isPermaLink", "false");
        xml.text("pubDate", Dates.rfc822(article.published()));
        RssItem.texts(article, "", xml);
        RssItem.enclosure(plain, xml);
        people(article, xml);
        String language = article.languageOr(site.language());
        for (Rendition rendition : live.renditions()) {
            alternate(rendition, rendition.equals(plain), language, site, xml);
        }
        xml.text("podcast:contentLink", article.title(), "href", article.href().value());
        xml.close("podcast:liveItem");
    }

    /** The rendition that most players play; else the best. */
    private static Rendition plain(Live live) {
        return live.renditions().stream()
                .filter(rendition -> PLAIN.contains(rendition.type()))
                .findFirst()
                .orElse(live.renditions().get(0));
    }

    /** A file's URLs on all hosts that have https, the canonical one first; on all there are where none has. */
    private static List<String> everywhere(Href href, Site site) {
        if (!href.isOwn()) {
            return List.of(href.value());
        }
        List<Host> safe = site.hosts().stream()
                .filter(host -> host.scheme().equals("https"))
                .toList();
        return (safe.isEmpty() ? site.hosts() : safe).stream().map(href::on).toList();
    }

    private static boolean isSafe(Href href) {
        return href.isOwn() || !safe(href.value()).isEmpty();
    }

    private static String safe(String url) {
        return url.startsWith("https:") ? url : "";
    }

    private static String known(long number) {
        return number > 0 ? Long.toString(number) : "";
    }
}
