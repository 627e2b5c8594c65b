package io.heliograph.origin;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import io.heliograph.article.Text;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

    private final URI url;
    private final List<Host> hosts;
    private final List<EntryProblem> problems = new ArrayList<>();
    private List<Author> feedAuthors = List.of();
    private Source source = Source.NONE;

    private JsonFeedReader(URI url, List<Host> hosts) {
        this.url = url;
        this.hosts = hosts;
    }

    static ParsedFeed read(String text, URI url, List<Host> hosts) throws OriginFailure {
        JsonObject feed;
        try {
            feed = new JsonObject(text);
        } catch (DecodeException e) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE, "not valid JSON: " + Text.line(String.valueOf(e.getMessage())), e);
        }
        if (!(feed.getValue("items") instanceof JsonArray)) {
            throw new OriginFailure(OriginFailure.Reason.UNREADABLE, "JSON, but no JSON Feed: it has no items");
        }
        return new JsonFeedReader(url, hosts).feed(feed);
    }

    private ParsedFeed feed(JsonObject feed) {
        String language = Language.tag(text(feed, "language"));
        URI home = LooseUrl.resolve(url, text(feed, "home_page_url")).orElse(url);
        feedAuthors = people(feed, home);
        String self = LooseUrl.resolve(url, text(feed, "feed_url"))
                .filter(EntrySource::isNamed)
                .map(URI::toString)
                .orElseGet(() -> EntrySource.shown(url));
        source = new Source(line(feed, "title"), self, EntrySource.page(home, url), "", "", Source.UNDATED);
        List<Draft> drafts = new ArrayList<>();
        int before = 0;
        for (Object item : array(feed, "items")) {
            int position = ++before;
            if (item instanceof JsonObject object) {
                Unexpected.caught("item " + position, problems, () -> item(object, position, language, home))
                        .ifPresent(drafts::add);
            } else {
                problems.add(new EntryProblem("item " + position, EntryProblem.Reason.UNREADABLE, "is not an object"));
            }
        }
        return new ParsedFeed(
                line(feed, "title"), line(feed, "description"), language, drafts, problems, Duration.ZERO);
    }

    private Optional<Draft> item(JsonObject item, int position, String feedLanguage, URI home) {
        Optional<URI> link = Stream.of("url", "external_url")
                .map(name -> text(item, name))
                .filter(text -> !text.isBlank())
                .flatMap(text -> LooseUrl.resolve(home, text).stream())
                .findFirst();
        EntryLinks links = new EntryLinks(link.orElse(home), hosts);
        String html = text(item, "content_html");
        Cleaner.Cleaned body =
                Cleaner.clean(html.isBlank() ? Plain.paragraphs(text(item, "content_text")) : html, links);
        String title = line(item, "title");
        if (title.isEmpty()) {
            title = PlainTitle.from(body.html());
        }
        List<Media> media = media(item, links);
        if (title.isEmpty() && link.isEmpty() && media.isEmpty()) {
            problems.add(new EntryProblem(
                    "item " + position, EntryProblem.Reason.EMPTY, "has no title, no text and no link"));
            return Optional.empty();
        }
        if (title.isEmpty()) {
            title = link.map(URI::getPath).orElse("Untitled");
        }
        List<String> tags = texts(item, "tags");
        String own = Language.tag(text(item, "language"));
        Story story = new Story(
                        title,
                        Plain.cut(Text.line(text(item, "summary")), Plain.LONGEST_SUMMARY),
                        body.html(),
                        authors(item, home),
                        tags.isEmpty() ? "" : tags.get(0),
                        tags.stream().skip(1).toList(),
                        own.isEmpty() ? feedLanguage : own,
                        images(item, links, body.pictures()),
                        media,
                        List.of())
                .from(source);
        Optional<Instant> published = date(item, "date_published", title);
        Optional<Instant> updated = date(item, "date_modified", title);
        // Version 1.0 allowed numbers, which readers were told to take as text.
        String id = item.getValue("id") == null ? "" : String.valueOf(item.getValue("id"));
        return Optional.of(new Draft(
                id,
                link.map(URI::toString).orElse(title + '\n' + text(item, "date_published")),
                link.map(URI::toString).orElse(""),
                link.map(LinkPath::of).orElse(""),
                published.or(() -> updated).orElse(Draft.UNDATED),
                updated.orElse(Draft.UNDATED),
                story));
    }

    private Optional<Instant> date(JsonObject item, String name, String title) {
        String text = text(item, name);
        Optional<Instant> date = LooseDate.parse(text);
        if (date.isEmpty() && !text.isBlank()) {
            problems.add(new EntryProblem(
                    title, EntryProblem.Reason.PART_LEFT_OUT, name + " is not a date: " + Text.line(text)));
        }
        return date;
    }

    /** Those of the item, else those of the feed ("authors"): version 1.0 had one alone. */
    private List<Author> authors(JsonObject item, URI base) {
        List<Author> own = people(item, base);
        return own.isEmpty() ? feedAuthors : own;
    }

    private static List<Author> people(JsonObject object, URI base) {
        JsonArray people = array(object, "authors");
        if (people.isEmpty() && object.getValue("author") != null) {
            people = new JsonArray().add(object.getValue("author"));
        }
        List<Author> authors = new ArrayList<>();
        for (Object person : people) {
            if (person instanceof JsonObject author
                    && !PersonName.of(line(author, "name")).isEmpty()) {
                String url = LooseUrl.resolve(base, text(author, "url"))
                        .map(URI::toString)
                        .orElse("");
                authors.add(new Author(PersonName.of(line(author, "name")), url));
            }
        }
        return authors.stream().distinct().toList();
    }

    private static List<Image> images(JsonObject item, EntryLinks links, List<Href> shown) {
        return Stream.of("image", "banner_image")
                .flatMap(name -> links.href(text(item, name)).stream())
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .map(href -> {
                    Medium medium = Medium.of("", href.value());
                    return new Image(href, 0, 0, medium.isPicture() ? medium.type() : "", 0, "", "", "");
                })
                .stream()
                .toList();
    }

    /** Attachments with the same title are alternates of one recording. */
    private static List<Media> media(JsonObject item, EntryLinks links) {
        List<Media> media = new ArrayList<>();
        for (Object attachment : array(item, "attachments")) {
            if (!(attachment instanceof JsonObject file)) {
                continue;
            }
            Optional<Href> href = links.href(text(file, "url"));
            if (href.isEmpty()) {
                continue;
            }
            Medium medium = Medium.of(text(file, "mime_type"), href.get().value());
            if (!medium.isRecording()) {
                continue;
            }
            String title = line(file, "title");
            Media.Kind kind = medium.isVideo() ? Media.Kind.VIDEO : Media.Kind.AUDIO;
            Rendition rendition =
                    new Rendition(href.get(), medium.type(), 0, 0, 0, Medium.bytes(number(file, "size_in_bytes")));
            Duration duration = Medium.duration(number(file, "duration_in_seconds"));
            Optional<Media> same = media.stream()
                    .filter(m -> !title.isEmpty() && m.title().equals(title) && m.kind() == kind)
                    .findFirst();
            if (same.isPresent()) {
                Media other = same.get();
                List<Rendition> renditions = new ArrayList<>(other.renditions());
                renditions.add(rendition);
                Duration known = other.duration().isZero() ? duration : other.duration();
                media.set(media.indexOf(other), new Media(kind, title, known, renditions, List.of()));
            } else {
                media.add(new Media(kind, title, duration, List.of(rendition), List.of()));
            }
        }
        return media;
    }

    private static String text(JsonObject object, String name) {
        return object.getValue(name) instanceof String text ? text : "";
    }

    private static String line(JsonObject object, String name) {
        return Plain.cut(Text.line(text(object, name)), Plain.LONGEST_TITLE);
    }

    private static long number(JsonObject object, String name) {
        return object.getValue(name) instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.getValue(name) instanceof JsonArray array ? array : new JsonArray();
    }

    private static List<String> texts(JsonObject object, String name) {
        return array(object, name).stream()
                .filter(String.class::isInstance)
                .map(text -> Plain.cut(Text.line((String) text), Plain.LONGEST_TITLE))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
