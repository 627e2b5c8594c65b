package io.heliograph.feed;

import io.heliograph.article.Choice;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Terms;
import io.heliograph.rewrite.Slotted;
import java.util.List;

/** The feeds of a site as a subscription list (OPML 2.0), to be taken into a reader at once. */
public final class Opml {

    private Opml() {}

    /**
     * What is written: the feeds of the whole site, of the publisher's choices, of sections and of languages. Those for
     * subscribers alone are not told of. No time is said, for it would be this gateway's alone.
     *
     * @param languages by the names that people read
     */
    public static Slotted write(
            Site site, Terms terms, List<Facet> sections, List<Facet> languages, boolean isPodcast) {
        XmlWriter xml = new XmlWriter(4096);
        xml.open("opml", "version", "2.0");
        xml.open("head");
        xml.exact("title", XmlWriter.withoutTags(site.title()));
        xml.exact("ownerName", XmlWriter.withoutTags(site.title()));
        xml.close("head");
        xml.open("body");
        if (terms.isPublic(Selection.WHOLE)) {
            whole(site, isPodcast, xml);
        }
        for (Choice choice : site.syndication().choices()) {
            if (terms.isPublic(choice.selection())) {
                String description = choice.description().isEmpty() ? site.description() : choice.description();
                String language = choice.language().isEmpty() ? site.language() : choice.language();
                outline(site, choice.selection(), choice.title(), description, language, xml);
            }
        }
        for (Facet section : sections) {
            if (terms.isPublic(section.selection())) {
                outline(site, section.selection(), section.name(), site.description(), site.language(), xml);
            }
        }
        for (Facet language : languages.size() > 1 ? languages : List.<Facet>of()) {
            if (terms.isPublic(language.selection()) && language.selection() instanceof Selection.InLanguage in) {
                outline(site, in, language.name(), site.description(), in.tag(), xml);
            }
        }
        xml.close("body");
        xml.close("opml");
        return xml.finish();
    }

    private static void whole(Site site, boolean isPodcast, XmlWriter xml) {
        outline(site.title(), site.description(), "/feed.rss", "/", site.language(), xml);
        if (isPodcast) {
            String said = site.syndication().show().description();
            String description = said.isEmpty() ? site.description() : said;
            outline(Podcast.listed(site), description, "/podcast.rss", "/", site.language(), xml);
        }
    }

    private static void outline(
            Site site, Selection selection, String name, String description, String language, XmlWriter xml) {
        String path = selection.path();
        outline(site.title() + ": " + name, description, path + "/feed.rss", path, language, xml);
    }

    /**
     * The text must be there, and what reads lists of feeds looks for type and address ("Subscription lists"). Text may hold
     * HTML ("Text"), so what looks like a tag in a title is parted.
     */
    private static void outline(
            String title, String description, String feed, String page, String language, XmlWriter xml) {
        String text = XmlWriter.withoutTags(title);
        xml.empty(
                "outline",
                "type",
                "rss",
                "text",
                text,
                "title",
                text,
                "description",
                XmlWriter.withoutTags(description),
                "version",
                "RSS2",
                "language",
                language,
                "xmlUrl",
                Href.own(feed).value(),
                "htmlUrl",
                Href.own(page).value());
    }
}
