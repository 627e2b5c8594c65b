package io.heliograph.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Text;
import io.heliograph.feed.Excerpt;
import io.heliograph.feed.Podcast;
import io.heliograph.rewrite.SlottedWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes pages. The same input always gives the same page. */
public final class Pages {

    private static final int DESCRIPTION_CHARACTERS = 160;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets = new Assets();

    /** The files that pages name. */
    public Assets assets() {
        return assets;
    }

    /** The front page. */
    public Page front(Masthead masthead, Front front) {
        Frame frame = frame(masthead, "", masthead.site().description(), "/", "");
        Head head = new Head(Card.of(frame), List.of(), StructuredData.front(frame));
        return write("front", frame.with(head), Map.of("front", Edition.of(front)));
    }

    /** The articles of a section, tag, author or language. */
    public Page listing(Masthead masthead, Listing listing) {
        String feeds = listing.facet().selection().path();
        String path = listing.page() == 1 ? feeds : feeds + "?page=" + listing.page();
        Frame bare = frame(masthead, "", "", path, feeds);
        String title = bare.facetName(listing.facet());
        String all = voice(masthead).plain("all", title);
        String paper = masthead.site().description();
        Frame frame = frame(masthead, title, paper.isEmpty() ? all : all + " \u00b7 " + paper, path, feeds);
        Head head = new Head(Card.of(frame), List.of(), StructuredData.listing(frame));
        return write("listing", frame.with(head), Map.of("listing", listing));
    }

    /** What a search found. */
    public Page search(Masthead masthead, Results results) {
        Results clean = new Results(
                Text.line(results.query()), results.articles(), results.found(), results.page(), results.pages());
        String title = searchTitle(masthead.site(), clean.query());
        Selection selection = new Selection.Search(clean.query());
        String feeds = clean.query().isEmpty() ? "" : selection.path() + "?" + selection.query();
        return write("search", frame(masthead, title, "", "", feeds), Map.of("results", clean));
    }

    /** An article. */
    public Page article(Masthead masthead, Reading reading) {
        Article article = reading.article();
        String description = Excerpt.of(article, DESCRIPTION_CHARACTERS);
        Frame frame = frame(masthead, article.title(), description, article.path(), "");
        Head head =
                new Head(Card.of(frame, article), translations(frame, reading), StructuredData.article(frame, article));
        return write("article", frame.with(head), Map.of("reading", reading));
    }

    /**
     * The page about the feeds.
     *
     * @param facets whose feeds are listed after that of the whole site
     * @param isPodcast whether there is one
     * @param preview the newest articles
     */
    public Page feeds(Masthead masthead, List<Facet> facets, boolean isPodcast, List<Article> preview) {
        Voice voice = voice(masthead);
        String description = voice.plain("feeds.table", masthead.site().title());
        Frame frame = frame(masthead, voice.plain("feeds"), description, "/feeds", "");
        String podcast = isPodcast ? Podcast.listed(masthead.site()) : "";
        return write("feeds", plain(frame), Map.of("facets", facets, "podcast", podcast, "preview", preview));
    }

    /** The page that a feed is to people: what it is, where readers find it, and what is in it. */
    public Page subscription(Masthead masthead, Subscription feed) {
        String feeds = feed.facet().selection().path();
        Frame bare = frame(masthead, "", "", "", "");
        String title = feed.isWhole() ? bare.words("feed.kind") : bare.facetName(feed.facet());
        Frame frame = frame(masthead, title, bare.words("feed.lead"), feeds + "/feed" + feed.query(), feeds);
        return write("subscription", plain(frame), Map.of("feed", feed));
    }

    /** What the selection of a kind of media is called in the site's language. */
    public String mediaName(Site site, Selection selection) {
        String key = selection.equals(Selection.AUDIBLE)
                ? "audio"
                : selection.equals(Selection.FILMED) ? "video" : selection.equals(Selection.LIVE) ? "live" : "channel";
        return voice(site).plain(key);
    }

    /**
     * What a language calls itself.
     *
     * @param tag BCP 47
     */
    public String languageName(String tag) {
        return new Language(tag).ownName();
    }

    /** What a search is called in the site's language. */
    public String searchTitle(Site site, String query) {
        return voice(site).plain("search") + (query.isEmpty() ? "" : ": " + query);
    }

    /** The page about the hosts. */
    public Page mirrors(Masthead masthead) {
        Voice voice = voice(masthead);
        String description = voice.plain("mirrors.title", masthead.site().title());
        Frame frame = frame(masthead, voice.plain("mirrors"), description, "/mirrors", "");
        return write("mirrors", plain(frame), Map.of());
    }

    /**
     * The page for a status of 404.
     *
     * @param words what the address may have been about; may be empty
     * @param near what the visitor may have looked for
     */
    public Page missing(Masthead masthead, String words, List<Article> near) {
        return error(masthead, "missing", words, near);
    }

    /** The page for a status of 410. */
    public Page gone(Masthead masthead) {
        return error(masthead, "gone", "", List.of());
    }

    /** The page for a status of 500. */
    public Page failed(Masthead masthead) {
        return error(masthead, "failed", "", List.of());
    }

    private Page error(Masthead masthead, String kind, String words, List<Article> near) {
        Frame frame = frame(masthead, voice(masthead).plain(kind + ".title"), "", "", "");
        return write("error", frame, Map.of("kind", kind, "words", Text.line(words), "near", near));
    }

    private static Frame plain(Frame frame) {
        return frame.with(new Head(Card.of(frame), List.of(), StructuredData.listing(frame)));
    }

    /** Every version of an article, on the canonical host; the one in the site's language is for all other readers. */
    private static List<Head.Alternate> translations(Frame frame, Reading reading) {
        if (reading.translations().isEmpty()) {
            return List.of();
        }
        String usual = frame.site().language();
        List<Article> versions = new ArrayList<>(List.of(reading.article()));
        versions.addAll(reading.translations());
        List<Head.Alternate> alternates = new ArrayList<>();
        Article standard = reading.article();
        for (Article version : versions) {
            alternates.add(new Head.Alternate(version.languageOr(usual), url(frame, version)));
            standard = version.languageOr(usual).equals(usual) ? version : standard;
        }
        alternates.add(new Head.Alternate("x-default", url(frame, standard)));
        return alternates;
    }

    private static String url(Frame frame, Article article) {
        return article.href().on(frame.site().canonical());
    }

    private Frame frame(Masthead masthead, String title, String description, String path, String feeds) {
        return Frame.of(masthead, voice(masthead), assets, title, description, path, feeds);
    }

    private static Voice voice(Masthead masthead) {
        return voice(masthead.site());
    }

    private static Voice voice(Site site) {
        Language language = new Language(site.language());
        return new Voice(Words.of(language), language, language);
    }

    private Page write(String template, Frame frame, Map<String, Object> content) {
        Map<String, Object> parameters = new HashMap<>(content);
        parameters.put("frame", frame);
        SlottedWriter writer = new SlottedWriter(16 * 1024);
        templates.render("page/" + template + ".jte", parameters, new SlottedOutput(writer));
        return new Page(writer.finish());
    }
}
