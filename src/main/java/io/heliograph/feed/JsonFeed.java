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

    private static final int SUMMARY_CHARACTERS = 400;

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
        // The feed's one identifier, on every page of it ("feed_url").
        json.text(
                "feed_url",
                feed.chapter().isArchived()
                        ? feed.current(this).value()
                        : feed.self(this).value());
        if (!feed.chapter().previous().isEmpty()) {
            json.text("next_url", feed.previous(this).value());
        }
        json.text("description", feed.description());
        json.text("language", feed.site().language());
        deletions(feed, json);
        json.array("items");
        feed.articles().forEach(article -> item(feed, article, json));
        json.endArray();
        json.endObject();
        return json.finish();
    }

    /** What the format has no word for stands in an extension ("Custom extensions"). */
    private static void deletions(Feed feed, JsonWriter json) {
        if (feed.deletions().isEmpty()) {
            return;
        }
        json.object("_deleted");
        json.list(
                "items",
                feed.deletions(),
                (out, deletion) -> out.object()
                        .text("id", deletion.id().value())
                        .text("date_deleted", Dates.rfc3339(deletion.when()))
                        .endObject());
        json.endObject();
    }

    private static void item(Feed feed, Article article, JsonWriter json) {
        json.object();
        json.text("id", article.id().value());
        json.text("url", article.href().value());
        json.text("title", article.title());
        json.text("summary", article.summary());
        String body = feed.summaries() ? "" : Html.body(article, feed.site().language());
        // One of the two must be there ("items").
        if (body.isEmpty()) {
            String excerpt = feed.summaries() ? Excerpt.of(article, SUMMARY_CHARACTERS) : article.summary();
            json.text("content_text", excerpt.isEmpty() ? article.title() : excerpt);
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
