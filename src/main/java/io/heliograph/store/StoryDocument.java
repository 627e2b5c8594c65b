package io.heliograph.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.heliograph.article.Author;
import io.heliograph.article.Caption;
import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Person;
import io.heliograph.article.Rendition;
import io.heliograph.article.Scaled;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A story and its link as JSON, the form in which the store keeps them.
 *
 * <p>The same story always has the same text, so a hash of it tells whether a story changed. Fields that are empty are
 * left out, and fields that are not known are passed over, so that an older gateway can read what a newer one wrote.
 */
record StoryDocument(String link, Story story) {

    private static final JsonFactory JSON = new JsonFactory();

    String write() {
        return write(true);
    }

    /** What tells whether the story changed: not how the feed calls itself that it was taken from. */
    String gist() {
        return write(false);
    }

    private String write(boolean withSource) {
        StringWriter out = new StringWriter(story.html().length() + 1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            text(json, "link", link);
            text(json, "title", story.title());
            text(json, "summary", story.summary());
            text(json, "section", story.section());
            text(json, "language", story.language());
            text(json, "translationKey", story.translationKey());
            array(json, "tags", story.tags(), (j, tag) -> j.writeString(tag));
            array(json, "authors", story.authors(), StoryDocument::author);
            array(json, "images", story.images(), StoryDocument::image);
            array(json, "media", story.media(), StoryDocument::media);
            array(json, "live", story.live(), StoryDocument::live);
            episode(json, story.episode());
            text(json, "html", story.html());
            if (withSource) {
                source(json, story.source());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static StoryDocument read(String document) {
        try (JsonParser json = JSON.createParser(document)) {
            Fields fields = Fields.read(json);
            return new StoryDocument(
                    fields.text("link"),
                    new Story(
                            fields.text("title"),
                            fields.text("summary"),
                            fields.text("html"),
                            fields.list("authors", f -> new Author(f.text("name"), f.text("url"))),
                            fields.text("section"),
                            fields.texts("tags"),
                            fields.text("language"),
                            fields.text("translationKey"),
                            fields.list("images", StoryDocument::image),
                            fields.list("media", StoryDocument::media),
                            fields.list("live", StoryDocument::live),
                            fields.object("episode", StoryDocument::episode).orElse(Episode.NONE),
                            fields.object("source", StoryDocument::source).orElse(Source.NONE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void author(JsonGenerator json, Author author) throws IOException {
        json.writeStartObject();
        text(json, "name", author.name());
        text(json, "url", author.url());
        json.writeEndObject();
    }

    private static void image(JsonGenerator json, Image image) throws IOException {
        json.writeStartObject();
        text(json, "href", image.href().value());
        number(json, "width", image.width());
        number(json, "height", image.height());
        text(json, "type", image.type());
        number(json, "bytes", image.bytes());
        text(json, "alt", image.alt());
        text(json, "caption", image.caption());
        text(json, "credit", image.credit());
        array(json, "scaled", image.scaled(), StoryDocument::scaled);
        json.writeEndObject();
    }

    private static Image image(Fields f) {
        return new Image(
                new Href(f.text("href")),
                (int) f.number("width"),
                (int) f.number("height"),
                f.text("type"),
                f.number("bytes"),
                f.text("alt"),
                f.text("caption"),
                f.text("credit"),
                f.list(
                        "scaled",
                        s -> new Scaled(new Href(s.text("href")), (int) s.number("width"), (int) s.number("height"))));
    }

    private static void scaled(JsonGenerator json, Scaled scaled) throws IOException {
        json.writeStartObject();
        text(json, "href", scaled.href().value());
        number(json, "width", scaled.width());
        number(json, "height", scaled.height());
        json.writeEndObject();
    }

    private static void media(JsonGenerator json, Media media) throws IOException {
        json.writeStartObject();
        text(json, "kind", media.kind().name());
        text(json, "title", media.title());
        number(json, "milliseconds", media.duration().toMillis());
        array(json, "renditions", media.renditions(), StoryDocument::rendition);
        array(json, "captions", media.captions(), StoryDocument::caption);
        json.writeEndObject();
    }

    private static Media media(Fields f) {
        return new Media(
                Media.Kind.valueOf(f.text("kind")),
                f.text("title"),
                Duration.ofMillis(f.number("milliseconds")),
                renditions(f),
                f.list("captions", c -> new Caption(new Href(c.text("href")), c.text("type"), c.text("language"))));
    }

    private static void live(JsonGenerator json, Live live) throws IOException {
        json.writeStartObject();
        text(json, "title", live.title());
        number(json, "start", live.start().getEpochSecond());
        number(json, "end", live.end().getEpochSecond());
        array(json, "renditions", live.renditions(), StoryDocument::rendition);
        json.writeEndObject();
    }

    private static Live live(Fields f) {
        return new Live(
                f.text("title"),
                Instant.ofEpochSecond(f.number("start")),
                Instant.ofEpochSecond(f.number("end")),
                renditions(f));
    }

    private static void episode(JsonGenerator json, Episode episode) throws IOException {
        if (episode.equals(Episode.NONE)) {
            return;
        }
        json.writeObjectFieldStart("episode");
        number(json, "season", episode.season());
        number(json, "number", episode.number());
        text(json, "kind", episode.kind().name());
        text(json, "rating", episode.rating().name());
        array(json, "chapters", episode.chapters(), (j, href) -> j.writeString(href.value()));
        array(json, "people", episode.people(), StoryDocument::person);
        json.writeEndObject();
    }

    private static Episode episode(Fields f) {
        return new Episode(
                (int) f.number("season"),
                (int) f.number("number"),
                Episode.Kind.valueOf(f.text("kind")),
                Episode.Rating.valueOf(f.text("rating")),
                f.texts("chapters").stream().map(Href::new).toList(),
                f.list("people", p -> new Person(p.text("name"), p.text("role"), p.text("url"))));
    }

    private static void person(JsonGenerator json, Person person) throws IOException {
        json.writeStartObject();
        text(json, "name", person.name());
        text(json, "role", person.role());
        text(json, "url", person.url());
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, Source source) throws IOException {
        if (source.isNone()) {
            return;
        }
        json.writeObjectFieldStart("source");
        text(json, "title", source.title());
        text(json, "feed", source.feed());
        text(json, "page", source.page());
        text(json, "id", source.id());
        text(json, "rights", source.rights());
        number(json, "updated", source.updated().getEpochSecond());
        json.writeEndObject();
    }

    private static Source source(Fields f) {
        return new Source(
                f.text("title"),
                f.text("feed"),
                f.text("page"),
                f.text("id"),
                f.text("rights"),
                Instant.ofEpochSecond(f.number("updated")));
    }

    private static void rendition(JsonGenerator json, Rendition r) throws IOException {
        json.writeStartObject();
        text(json, "href", r.href().value());
        text(json, "type", r.type());
        number(json, "width", r.width());
        number(json, "height", r.height());
        number(json, "kbps", r.kilobitsPerSecond());
        number(json, "bytes", r.bytes());
        json.writeEndObject();
    }

    private static List<Rendition> renditions(Fields fields) {
        return fields.list(
                "renditions",
                f -> new Rendition(
                        new Href(f.text("href")),
                        f.text("type"),
                        (int) f.number("width"),
                        (int) f.number("height"),
                        (int) f.number("kbps"),
                        f.number("bytes")));
    }

    private static void caption(JsonGenerator json, Caption caption) throws IOException {
        json.writeStartObject();
        text(json, "href", caption.href().value());
        text(json, "type", caption.type());
        text(json, "language", caption.language());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    private static void number(JsonGenerator json, String field, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(field, value);
        }
    }

    private static <T> void array(JsonGenerator json, String field, List<T> values, Writer<T> writer)
            throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (T value : values) {
                writer.write(json, value);
            }
            json.writeEndArray();
        }
    }

    private interface Writer<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
