package io.heliograph.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.heliograph.article.Article;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.feed.Excerpt;
import io.heliograph.rewrite.SlottedWriter;
import java.util.List;
import java.util.Map;

/** Writes pages. The same input always gives the same page. */
public final class Pages {

    private static final int DESCRIPTION_CHARACTERS = 160;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The front page: the newest articles, and the newest of each section. */
    public Page front(Site site, List<Article> latest, List<SectionLatest> sections) {
        Frame frame = new Frame(site, "", site.description(), "/", "");
        return write("front", Map.of("frame", frame, "latest", latest, "sections", sections));
    }

    /** A section's articles, newest first. */
    public Page section(Site site, Section section, List<Article> articles) {
        String path = new Selection.InSection(section.slug()).path();
        Frame frame = new Frame(site, section.name(), "", path, path);
        return write("section", Map.of("frame", frame, "section", section, "articles", articles));
    }

    public Page article(Site site, Article article) {
        Frame frame = new Frame(site, article.title(), Excerpt.of(article, DESCRIPTION_CHARACTERS), article.path(), "");
        Section section = Section.named(article.story().section());
        return write("article", Map.of("frame", frame, "article", article, "section", section));
    }

    /** The page about the feeds. */
    public Page feeds(Site site, List<Section> sections) {
        Frame frame = new Frame(site, "Feeds", "The feeds of " + site.title(), "/feeds", "");
        return write("feeds", Map.of("frame", frame, "sections", sections));
    }

    /** The page about the hosts. */
    public Page mirrors(Site site) {
        Frame frame = new Frame(site, "Other addresses", "All addresses of " + site.title(), "/mirrors", "");
        return write("mirrors", Map.of("frame", frame));
    }

    /** The page for a status of 404 or 410. */
    public Page error(Site site, int status) {
        boolean gone = status == 410;
        Frame frame = new Frame(site, gone ? "Gone" : "Not found", "", "", "");
        String explanation = gone
                ? "The article that was here has been taken down."
                : "There is nothing at this address. It may have been mistyped, or the link that led here may be old.";
        return write("error", Map.of("frame", frame, "explanation", explanation));
    }

    private Page write(String template, Map<String, Object> parameters) {
        SlottedWriter writer = new SlottedWriter(16 * 1024);
        templates.render("page/" + template + ".jte", parameters, new SlottedOutput(writer));
        return new Page(writer.finish());
    }
}
