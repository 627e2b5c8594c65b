package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Host;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Site;
import io.heliograph.article.Source;
import java.util.List;

/**
 * What JSON Feed has no word for, in the extension {@code _heliograph} ("Custom extensions"): docs/json-feed.md says what
 * it holds. The same on every host but for own URLs.
 */
final class JsonExtension {

    private static final String NAME = "_heliograph";

    private final Site site;

    JsonExtension(Site site) {
        this.site = site;
    }

    /** Of the feed: the site's hosts, the canonical one first, and who owns the texts. */
    void feed(JsonWriter json) {
        json.object(NAME);
        json.texts("hosts", site.hosts().stream().map(Host::base).toList());
        json.text("rights", site.syndication().rights());
        json.endObject();
    }

    /** Of an item: where else it is, what its pictures show, where it comes from. */
    void item(Article article, JsonWriter json) {
        json.object(NAME);
        json.texts("mirrors", site.hosts().stream().map(article.href()::on).toList());
        json.text("section", article.story().section());
        json.text("updated", Dates.rfc3339(article.updated()));
        json.list("images", article.story().images(), JsonExtension::image);
        json.list("captions", captions(article), JsonExtension::caption);
        json.list("live", article.story().live(), JsonExtension::live);
        source(article.story().source(), json);
        json.endObject();
    }

    private static void image(JsonWriter json, Image image) {
        json.object().text("url", image.href().value());
        if (image.width() > 0 && image.height() > 0) {
            json.number("width", image.width()).number("height", image.height());
        }
        json.text("alt", image.alt()).text("caption", image.caption()).text("credit", image.credit());
        json.endObject();
    }

    private static List<Caption> captions(Article article) {
        return article.story().media().stream()
                .map(Media::captions)
                .flatMap(List::stream)
                .toList();
    }

    private static void caption(JsonWriter json, Caption caption) {
        json.object()
                .text("url", caption.href().value())
                .text("mime_type", caption.type())
                .text("language", caption.language())
                .endObject();
    }

    private static void live(JsonWriter json, Live live) {
        json.object()
                .text("title", live.title())
                .text("url", live.renditions().get(0).href().value())
                .text("mime_type", live.renditions().get(0).type())
                .endObject();
    }

    private static void source(Source source, JsonWriter json) {
        if (!source.isNone()) {
            json.object("source")
                    .text("title", source.title())
                    .text("feed_url", source.feed())
                    .text("home_page_url", source.page())
                    .text("rights", source.rights())
                    .endObject();
        }
    }
}
