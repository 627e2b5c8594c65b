package io.heliograph.origin;

import static io.heliograph.origin.FeedSamples.entry;
import static io.heliograph.origin.FeedSamples.failure;
import static io.heliograph.origin.FeedSamples.json;
import static io.heliograph.origin.FeedSamples.jsonFeed;
import static io.heliograph.origin.FeedSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Feed 1.0 and 1.1. */
class JsonFeedReaderTest {

    @Test
    void item_isReadWithAllItHas() throws OriginFailure {
        // When
        Draft draft = entry(json("""
                {"id": "ferry-1", "url": "https://origin.example/ferry", "title": "Ferry & fog", "summary": "In short.",
                 "content_html": "<p>At length.</p>", "content_text": "not this", "image": "/img/a.jpg?w=800",
                 "date_published": "2026-11-23T10:00:00+01:00", "date_modified": "2026-11-23T12:00:00Z",
                 "authors": [{"name": "Ann Vale", "url": "/ann"}], "tags": ["Harbour", "Sea", "Sea"], "language": "fr",
                 "attachments": [{"url": "https://cdn.example/a.mp3", "mime_type": "audio/mpeg", "title": "Talk",
                   "size_in_bytes": 1234, "duration_in_seconds": 61}]}"""));

        // Then
        assertThat(draft.sourceId()).isEqualTo("ferry-1");
        assertThat(draft.link()).isEqualTo("https://origin.example/ferry");
        assertThat(draft.path()).isEqualTo("/ferry");
        assertThat(draft.published()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(draft.updated()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(draft.story().title()).isEqualTo("Ferry & fog");
        assertThat(draft.story().summary()).isEqualTo("In short.");
        assertThat(draft.story().html()).isEqualTo("<p>At length.</p>");
        assertThat(draft.story().authors()).containsExactly(new Author("Ann Vale", "https://origin.example/ann"));
        assertThat(draft.story().section()).isEqualTo("Harbour");
        assertThat(draft.story().tags()).containsExactly("Sea");
        assertThat(draft.story().language()).isEqualTo("fr");
        assertThat(draft.story().images())
                .containsExactly(new Image(
                        new Href("https://origin.example/img/a.jpg?w=800"), 0, 0, "image/jpeg", 0, "", "", ""));
        assertThat(draft.story().media())
                .containsExactly(new Media(
                        Media.Kind.AUDIO,
                        "Talk",
                        Duration.ofSeconds(61),
                        List.of(new Rendition(new Href("https://cdn.example/a.mp3"), "audio/mpeg", 0, 0, 0, 1234)),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5.5, 5.5", "12345678901234567890, 12345678901234567890", "true, true"})
    void id_thatIsNoText_isTakenAsText(String written, String id) throws OriginFailure {
        assertThat(entry(json("{\"id\": " + written + ", \"title\": \"T\"}")).sourceId())
                .isEqualTo(id);
    }

    @Test
    void author_ofVersion10_isRead() throws OriginFailure {
        assertThat(entry(json("{\"id\": \"1\", \"title\": \"T\", \"author\": {\"name\": \"Ann\"}}"))
                        .story()
                        .authors())
                .containsExactly(new Author("Ann", ""));
    }

    @Test
    void author_hasNoAddress() throws OriginFailure {
        assertThat(entry(json("{\"id\": \"1\", \"title\": \"T\", \"authors\": [{\"name\": \"Ann <a@b.example>\"},"
                                + " {\"name\": \"c@d.example\"}]}"))
                        .story()
                        .authors())
                .containsExactly(new Author("Ann", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"authors\": [{\"name\": \"Bo\"}],", "\"author\": {\"name\": \"Bo\"},"})
    void item_withoutAuthors_hasThoseOfTheFeed(String more) throws OriginFailure {
        // When
        ParsedFeed feed = read(jsonFeed(
                more,
                "{\"id\": \"1\", \"title\": \"T\"}",
                "{\"id\": \"2\", \"title\": \"U\", \"authors\": [{\"name\": \"Ann\"}]}"));

        // Then
        assertThat(feed.drafts())
                .extracting(d -> d.story().authors().get(0).name())
                .containsExactly("Bo", "Ann");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann.example/a b, https://ann.example/a%20b",
        "//ann.example, https://ann.example/",
        "javascript:alert(1), ''",
        "ann@origin.example, https://origin.example/ann@origin.example",
    })
    void authorsUrl_isReadLoosely(String written, String url) throws OriginFailure {
        assertThat(entry(json("{\"id\": \"1\", \"title\": \"T\", \"authors\": [{\"name\": \"Ann\", \"url\": \""
                                + written + "\"}]}"))
                        .story()
                        .authors())
                .containsExactly(new Author("Ann", url));
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, a.bin, AUDIO, audio/mpeg",
        "AUDIO/MPEG; x=1, a.bin, AUDIO, audio/mpeg",
        "video/*, a.bin, VIDEO, video/mp4",
        "video/*, a.webm?x=1, VIDEO, video/webm",
        "'', a.mp3#t=5, AUDIO, audio/mpeg",
        "application/octet-stream, a.mp4, VIDEO, video/mp4",
        "mp4, a.mp4, VIDEO, video/mp4",
    })
    void attachment_getsATypeThatReadersCanBeTold(String mimeType, String file, Media.Kind kind, String type)
            throws OriginFailure {
        // When
        Draft draft = entry(json("{\"id\": \"1\", \"title\": \"T\", \"attachments\": [{\"url\": \"/" + file
                + "\", \"mime_type\": \"" + mimeType + "\"}]}"));

        // Then
        assertThat(draft.story().media()).singleElement().satisfies(media -> {
            assertThat(media.kind()).isEqualTo(kind);
            assertThat(media.renditions()).extracting(Rendition::type).containsExactly(type);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/pdf", "text/html", "", "*/*"})
    void attachment_thatIsNoRecording_isLeftOut(String mimeType) throws OriginFailure {
        assertThat(entry(json("{\"id\": \"1\", \"title\": \"T\", \"attachments\": [{\"url\": \"/a\", \"mime_type\": \""
                                + mimeType + "\"}]}"))
                        .story()
                        .media())
                .isEmpty();
    }

    @Test
    void attachmentsWithOneTitle_areAlternates() throws OriginFailure {
        // When
        Draft draft = entry(json("""
                {"id": "1", "title": "T", "attachments": [
                  {"url": "/a.m3u8", "mime_type": "application/vnd.apple.mpegurl", "title": "Clip"},
                  {"url": "/a.mp4", "mime_type": "video/mp4", "title": "Clip", "duration_in_seconds": 10.5},
                  {"url": "/b.mp4", "mime_type": "video/mp4"}]}"""));

        // Then
        assertThat(draft.story().media())
                .extracting(media -> media.renditions().size(), Media::duration)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, Duration.ofSeconds(10)),
                        org.assertj.core.groups.Tuple.tuple(1, Duration.ZERO));
    }

    @Test
    void text_isTheBody_whereThereIsNoHtml() throws OriginFailure {
        assertThat(entry(json("{\"id\": \"1\", \"title\": \"T\", \"content_text\": \"a < b\\n\\nc\"}"))
                        .story()
                        .html())
                .isEqualTo("<p>a &lt; b</p><p>c</p>");
    }

    @Test
    void membersOfTheWrongKind_areLeftOut() throws OriginFailure {
        // When
        Draft draft = entry(json("""
                {"id": "1", "title": "T", "url": 5, "summary": [], "content_html": {}, "content_text": null, "image": [1],
                 "banner_image": false, "date_published": 7, "authors": {"name": "Ann"}, "author": [3], "tags": "Sea",
                 "language": 9, "attachments": {"url": "x"}}"""));

        // Then
        assertThat(draft.story())
                .isEqualTo(new io.heliograph.article.Story(
                                "T", "", "", List.of(), "", List.of(), "en-GB", List.of(), List.of(), List.of())
                        .from(draft.story().source()));
    }

    @Test
    void numbersBeyondAllMeasure_areBounded() throws OriginFailure {
        // When
        Draft draft = entry(json("""
                {"id": "1", "title": "T", "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg",
                 "size_in_bytes": 1e300, "duration_in_seconds": 1e300}]}"""));

        // Then
        assertThat(draft.story().media()).hasSize(1);
        assertThat(draft.story().media().get(0).duration()).isLessThanOrEqualTo(Duration.ofDays(365));
    }

    @Test
    void itemsThatAreNoObjects_areNoted() throws OriginFailure {
        // When
        ParsedFeed feed = read(json("5", "null", "[]", "{\"id\": \"1\"}", "{\"id\": \"2\", \"title\": \"T\"}"));

        // Then
        assertThat(feed.drafts()).extracting(Draft::source).containsExactly("2");
        assertThat(feed.problems())
                .extracting(EntryProblem::reason)
                .containsExactly(
                        EntryProblem.Reason.UNREADABLE,
                        EntryProblem.Reason.UNREADABLE,
                        EntryProblem.Reason.UNREADABLE,
                        EntryProblem.Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"items\": {}}",
                "{\"items\": 5}",
                "{\"items\": [}",
                "{\"items\": []} x",
                "{\"a\": 01}"
            })
    void whatIsNoJsonFeed_isRefused(String document) {
        assertThat(failure(document).reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void deepNesting_isRefused() {
        assertThat(failure("{\"items\": " + "[".repeat(100_000)).reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void numbersOfEndlessDigits_areRefusedOrTaken_butNotComputed() throws OriginFailure {
        assertThat(read(json("{\"id\": \"1\", \"title\": \"T\", \"x\": 1e999999999}"))
                        .drafts())
                .hasSize(1);
    }
}
