package io.heliograph.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.feed.Excerpt;
import io.heliograph.rewrite.SlottedWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes pages. The same input always gives the same page. */
public final class Pages {

    private static final int DESCRIPTION_CHARACTERS = 160;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The front page. */
    public Page front(Masthead masthead, Front front) {
        return write("front", new Frame(masthead, "", masthead.site().description(), "/", ""), Map.of("front", front));
    }

    /** The articles of a section, tag, author or language. */
    public Page listing(Masthead masthead, Listing listing) {
        String feeds = listing.facet().selection().path();
        String path = listing.page() == 1 ? feeds : feeds + "?page=" + listing.page();
        return write(
                "listing", new Frame(masthead, listing.facet().name(), "", path, feeds), Map.of("listing", listing));
    }

    /** What a search found. */
    public Page search(Masthead masthead, Results results) {
        return write("search", new Frame(masthead, "Search", "", "", ""), Map.of("results", results));
    }

    /** An article. */
    public Page article(Masthead masthead, Reading reading) {
        Article article = reading.article();
        String description = Excerpt.of(article, DESCRIPTION_CHARACTERS);
        Frame frame = new Frame(masthead, article.title(), description, article.path(), "");
        return write("article", frame, Map.of("reading", reading));
    }

    /**
     * The page about the feeds.
     *
     * @param facets whose feeds are listed after that of the whole site
     * @param preview the newest articles
     */
    public Page feeds(Masthead masthead, List<Facet> facets, List<Article> preview) {
        String description = "The feeds of " + masthead.site().title();
        Frame frame = new Frame(masthead, "Feeds", description, "/feeds", "");
        return write("feeds", frame, Map.of("facets", facets, "preview", preview));
    }

    /** The page about the hosts. */
    public Page mirrors(Masthead masthead) {
        String description = "All addresses of " + masthead.site().title();
        return write("mirrors", new Frame(masthead, "Other addresses", description, "/mirrors", ""), Map.of());
    }

    /**
     * The page for a status of 404.
     *
     * @param words what the address may have been about; may be empty
     * @param near what the visitor may have looked for
     */
    public Page missing(Masthead masthead, String words, List<Article> near) {
        String explanation =
                "There is nothing at this address. It may have been mistyped, or the link that led here may be old.";
        return error(masthead, "Not found", explanation, words, near);
    }

    /** The page for a status of 410. */
    public Page gone(Masthead masthead) {
        return error(masthead, "Gone", "The article that was here has been taken down.", "", List.of());
    }

    private Page error(Masthead masthead, String title, String explanation, String words, List<Article> near) {
        return write(
                "error",
                new Frame(masthead, title, "", "", ""),
                Map.of("explanation", explanation, "words", words, "near", near));
    }

    private Page write(String template, Frame frame, Map<String, Object> content) {
        Map<String, Object> parameters = new HashMap<>(content);
        parameters.put("frame", frame);
        SlottedWriter writer = new SlottedWriter(16 * 1024);
        templates.render("page/" + template + ".jte", parameters, new SlottedOutput(writer));
        return new Page(writer.finish());
    }
}
