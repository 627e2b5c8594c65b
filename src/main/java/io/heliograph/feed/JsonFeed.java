package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Text;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.List;

/** JSON Feed 1.1. */
public final class JsonFeed implements Format {

    private static final int BANNER_PIXELS = 960;

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
        json.text("icon", Icons.large().value());
        json.text("favicon", Icons.favicon().value());
        json.list(
                "authors",
                List.of(feed.site().title()),
                (out, name) -> out.object()
                        .text("name", name)
                        .text("url", feed.front().value())
                        .text("avatar", Icons.large().value())
                        .endObject());
        json.text("language", feed.language());
        new JsonExtension(feed.site()).feed(json);
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

    /** A text as an item's content. One with a tag in it is escaped, for readers and checkers take it for HTML else. */
    private static void text(String text, JsonWriter json) {
        if (text.indexOf('<') < 0) {
            json.text("content_text", text);
        } else {
            json.text("content_html", Text.escaped(text));
        }
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
            text(excerpt.isEmpty() ? article.title() : excerpt, json);
        } else {
            json.text("content_html", body);
        }
        article.story().images().stream().findFirst().ifPresent(image -> image(image, json));
        json.text("date_published", Dates.rfc3339(article.published()));
        if (article.updated().isAfter(article.published())) {
            json.text("date_modified", Dates.rfc3339(article.updated()));
        }
        json.list("authors", article.authors(), JsonFeed::author);
        json.texts("tags", article.story().topics());
        json.text("language", article.languageOr(feed.site().language()));
        attachments(article, json);
        new JsonExtension(feed.site()).item(article, json);
        json.endObject();
    }

    /** A picture that is wide enough also goes over the text ("banner_image"). */
    private static void image(Image image, JsonWriter json) {
        json.text("image", image.href().value());
        if (image.width() >= BANNER_PIXELS && image.width() * 2 >= image.height() * 3) {
            json.text("banner_image", image.href().value());
        }
    }

    private static void author(JsonWriter json, Author author) {
        json.object().text("name", author.name()).text("url", author.url()).endObject();
    }

    /** Files with one title are the same recording in several forms ("attachments"), so each recording needs its own. */
    private static void attachments(Article article, JsonWriter json) {
        List<Media> recordings = article.story().media();
        if (recordings.isEmpty()) {
            return;
        }
        json.array("attachments");
        for (int i = 0; i < recordings.size(); i++) {
            Media media = recordings.get(i);
            String title = media.title().isEmpty() && media.renditions().size() > 1
                    ? article.title() + (i == 0 ? "" : " " + (i + 1))
                    : media.title();
            // The one that every player plays comes first: many readers look at no other.
            attachment(media, title, media.file(), json);
            media.renditions().stream()
                    .filter(rendition -> !rendition.equals(media.file()))
                    .forEach(rendition -> attachment(media, title, rendition, json));
        }
        json.endArray();
    }

    private static void attachment(Media media, String title, Rendition file, JsonWriter json) {
        json.object();
        json.text("url", file.href().value());
        json.text("mime_type", file.type());
        json.text("title", title);
        if (file.bytes() > 0) {
            json.number("size_in_bytes", file.bytes());
        }
        if (media.duration().toSeconds() > 0) {
            json.number("duration_in_seconds", media.duration().toSeconds());
        }
        json.endObject();
    }
}
