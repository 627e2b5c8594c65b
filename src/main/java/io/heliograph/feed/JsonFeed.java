package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;

/** JSON Feed 1.1. */
public final class JsonFeed implements Format {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String path(Selection selection) {
        return selection.path() + "/feed.json";
    }

    @Override
    public String contentType() {
        return "application/feed+json; charset=utf-8";
    }

    @Override
    public String stamp(Instant modified) {
        return Dates.rfc3339(modified);
    }

    @Override
    public Slotted write(Feed feed) {
        JsonWriter json = new JsonWriter(4096 + feed.articles().size() * 4096);
        json.object();
        json.text("version", "https://jsonfeed.org/version/1.1");
        json.text("title", feed.title());
        json.text("home_page_url", feed.page().value());
        json.text("feed_url", feed.self(this).value());
        json.text("description", feed.site().description());
        json.text("language", feed.site().language());
        json.array("items");
        feed.articles().forEach(article -> item(feed, article, json));
        json.endArray();
        json.endObject();
        return json.finish();
    }

    private static void item(Feed feed, Article article, JsonWriter json) {
        json.object();
        json.text("id", article.id().value());
        json.text("url", article.href().value());
        json.text("title", article.title());
        json.text("summary", article.summary());
        String body = Html.body(article, feed.site().language());
        // One of the two must be there ("items").
        if (body.isEmpty()) {
            json.text("content_text", article.summary().isEmpty() ? article.title() : article.summary());
        } else {
            json.text("content_html", body);
        }
        article.story().images().stream()
                .findFirst()
                .ifPresent(image -> json.text("image", image.href().value()));
        json.text("date_published", Dates.rfc3339(article.published()));
        if (article.updated().isAfter(article.published())) {
            json.text("date_modified", Dates.rfc3339(article.updated()));
        }
        json.list("authors", article.authors(), JsonFeed::author);
        json.texts("tags", article.story().topics());
        json.text("language", article.story().language());
        json.list("attachments", article.story().media(), JsonFeed::attachment);
        json.endObject();
    }

    private static void author(JsonWriter json, Author author) {
        json.object().text("name", author.name()).text("url", author.url()).endObject();
    }

    private static void attachment(JsonWriter json, Media media) {
        Rendition file = media.file();
        json.object();
        json.text("url", file.href().value());
        json.text("mime_type", file.type());
        json.text("title", media.title());
        if (file.bytes() > 0) {
            json.number("size_in_bytes", file.bytes());
        }
        if (media.duration().toSeconds() > 0) {
            json.number("duration_in_seconds", media.duration().toSeconds());
        }
        json.endObject();
    }
}
