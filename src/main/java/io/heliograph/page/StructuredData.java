package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Logo;
import io.heliograph.article.Media;
import io.heliograph.article.Section;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Slug;
import java.util.Optional;

/**
 * What a page is about, in the words of schema.org, as JSON-LD. Names of things are URLs on the canonical host, the same
 * everywhere; files are on the host that was asked.
 */
final class StructuredData {

    private final Frame frame;
    private final Site site;
    private final String home;
    private final Json json = new Json();

    private StructuredData(Frame frame) {
        this.frame = frame;
        this.site = frame.site();
        this.home = site.canonical().base();
    }

    /** Of the front page: the site and who publishes it. */
    static String front(Frame frame) {
        StructuredData data = new StructuredData(frame);
        data.begin();
        data.json
                .object()
                .text("@type", "WebSite")
                .text("@id", data.home + "/#site")
                .text("url", data.home + "/");
        data.json.text("name", data.site.title()).text("description", data.site.description());
        data.json.text("inLanguage", data.site.language());
        data.publisher();
        data.json.endObject();
        return data.end();
    }

    /** Of a page of articles: the way to it. */
    static String listing(Frame frame) {
        StructuredData data = new StructuredData(frame);
        data.begin();
        data.breadcrumb("", "", frame.title());
        return data.end();
    }

    /** Of an article. */
    static String article(Frame frame, Article article) {
        StructuredData data = new StructuredData(frame);
        data.begin();
        data.news(article);
        Section section = Section.named(article.story().section());
        String page = section.slug().isEmpty() ? "" : new Selection.InSection(section.slug()).path();
        data.breadcrumb(section.name(), page, article.title());
        article.story().media().forEach(media -> data.recording(article, media));
        article.story().live().forEach(live -> data.live(article, live));
        return data.end();
    }

    private void begin() {
        json.object().text("@context", "https://schema.org").array("@graph");
    }

    private String end() {
        return json.endArray().endObject().toString();
    }

    private void news(Article article) {
        json.object().text("@type", "NewsArticle").text("@id", frame.canonical() + "#article");
        json.text("mainEntityOfPage", frame.canonical()).text("url", frame.canonical());
        json.text("headline", article.title()).text("description", frame.description());
        json.text("inLanguage", article.languageOr(site.language()));
        json.text("datePublished", frame.machineTime(article.published()));
        json.text("dateModified", frame.machineTime(article.updated()));
        json.text("articleSection", Section.named(article.story().section()).name());
        json.texts("keywords", article.story().tags());
        json.array("image");
        Optional<Image> lead = lead(article);
        lead.ifPresentOrElse(this::picture, this::icon);
        json.endArray();
        json.array("author");
        article.authors().forEach(this::person);
        if (article.authors().isEmpty()) {
            organization();
        }
        json.endArray();
        publisher();
        json.endObject();
    }

    private void picture(Image image) {
        json.object().text("@type", "ImageObject").text("url", image.href().value());
        if (image.width() > 0 && image.height() > 0) {
            json.number("width", image.width()).number("height", image.height());
        }
        json.text("caption", image.caption()).text("creditText", image.credit()).endObject();
    }

    private void person(Author author) {
        json.object().text("@type", "Person").text("name", author.name());
        String slug = Slug.of(author.name());
        json.text("url", slug.isEmpty() ? "" : home + new Selection.ByAuthor(slug).path());
        json.text("sameAs", author.url()).endObject();
    }

    private void publisher() {
        json.object("publisher");
        described();
    }

    private void organization() {
        json.object();
        described();
    }

    private void described() {
        json.text("@type", "NewsMediaOrganization").text("@id", home + "/#publisher");
        json.text("name", site.title()).text("url", home + "/").object("logo");
        Logo logo = site.theme().logo();
        json.text("@type", "ImageObject");
        json.text("url", frame.asset(logo.isNone() ? "icon-512.png" : "logo." + logo.ending()));
        json.number("width", logo.isNone() ? 512 : logo.width());
        json.number("height", logo.isNone() ? 512 : logo.height());
        json.endObject().endObject();
    }

    private void icon() {
        json.object().text("@type", "ImageObject").text("url", frame.asset("icon-512.png"));
        json.number("width", 512).number("height", 512).endObject();
    }

    /** From the front page, by way of a section if there is one, to this page. */
    private void breadcrumb(String section, String sectionPath, String last) {
        json.object().text("@type", "BreadcrumbList").array("itemListElement");
        step(1, site.title(), home + "/");
        if (!sectionPath.isEmpty()) {
            step(2, section, home + sectionPath);
        }
        step(sectionPath.isEmpty() ? 2 : 3, last, frame.canonical());
        json.endArray().endObject();
    }

    private void step(int position, String name, String item) {
        json.object().text("@type", "ListItem").number("position", position);
        json.text("name", name).text("item", item).endObject();
    }

    private void recording(Article article, Media media) {
        boolean video = media.kind() == Media.Kind.VIDEO;
        json.object().text("@type", video ? "VideoObject" : "AudioObject");
        shown(article, media.title());
        json.text("duration", media.duration().isZero() ? "" : media.duration().toString());
        json.text("contentUrl", media.file().href().value());
        json.text("encodingFormat", media.file().type()).endObject();
    }

    private void live(Article article, Live live) {
        json.object().text("@type", "VideoObject");
        shown(article, live.title());
        json.text("contentUrl", live.renditions().get(0).href().value());
        json.object("publication").text("@type", "BroadcastEvent");
        json.text("isLiveBroadcast", "http://schema.org/True");
        json.text("startDate", frame.machineTime(article.published()))
                .endObject()
                .endObject();
    }

    private void shown(Article article, String title) {
        json.text("name", title.isEmpty() ? article.title() : title);
        json.text("description", frame.description());
        json.text(
                "thumbnailUrl",
                lead(article).map(image -> image.href().value()).orElseGet(() -> frame.asset("icon-512.png")));
        json.text("uploadDate", frame.machineTime(article.published()));
    }

    private static Optional<Image> lead(Article article) {
        return article.story().images().stream()
                .limit(1)
                .filter(image -> image.href().isOwn())
                .findFirst();
    }
}
