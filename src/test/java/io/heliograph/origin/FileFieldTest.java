package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says about its article: every field, and every kind of value where another is expected. */
class FileFieldTest extends FolderFixture {

    @Test
    void everyField_isRead() {
        write("pier.png", PICTURE);
        Draft draft = draft("a.md", """
            ---
            id: pier-1
            title: "Pier: reopened"
            summary: In short.
            date: 2026-11-23 10:00
            updated: 2026-11-23T12:00:00Z
            authors:
              - {name: Ann Vale, url: "https://ann.example/caf\u00e9"}
              - Bo Cove
            section: Harbour
            tags: [sea, pier]
            language: en_gb
            slug: the-pier
            image: {file: pier.png, alt: The pier, caption: At noon, credit: Ann}
            media:
              - {url: "https://cdn.example/clip.mp4?v=1", title: Clip, duration: 1m5s, width: 1280, height: 720,
                 bitrate: 900, captions: [{url: "https://cdn.example/en.vtt?x", language: en}]}
              - {title: Talk, renditions: [{url: "https://cdn.example/talk"  , type: "audio/mpeg; x=1"}]}
              - {url: "https://cdn.example/live.m3u8#now", title: Now, live: yes,
                 start: 2026-11-24 18:00, end: "2026-11-24T18:30:00.9Z"}
              - {url: "https://cdn.example/other.m3u8", live: yes, start: soon, end: 2026-11-24}
            ---
            Text
            """);

        Story story = draft.story();
        assertThat(draft.sourceId()).isEqualTo("pier-1");
        assertThat(draft.path()).isEqualTo("/the-pier");
        assertThat(draft.published()).as("in the folder's zone").isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(draft.updated()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(story.title()).isEqualTo("Pier: reopened");
        assertThat(story.summary()).isEqualTo("In short.");
        assertThat(story.html()).isEqualTo("<p>Text</p>");
        assertThat(story.authors())
                .containsExactly(new Author("Ann Vale", "https://ann.example/caf%C3%A9"), new Author("Bo Cove", ""));
        assertThat(story.section()).isEqualTo("Harbour");
        assertThat(story.tags()).containsExactly("sea", "pier");
        assertThat(story.language()).isEqualTo("en-GB");
        assertThat(story.images()).singleElement().satisfies(image -> {
            assertThat(image.type()).isEqualTo("image/png");
            assertThat(image.width()).isEqualTo(1);
            assertThat(List.of(image.alt(), image.caption(), image.credit()))
                    .containsExactly("The pier", "At noon", "Ann");
        });
        assertThat(story.media()).hasSize(2);
        assertThat(story.media().get(0).renditions().get(0).type()).isEqualTo("video/mp4");
        assertThat(story.media().get(0).duration()).hasSeconds(65);
        assertThat(story.media().get(0).captions().get(0).type()).isEqualTo("text/vtt");
        assertThat(story.media().get(1).renditions().get(0).type()).isEqualTo("audio/mpeg");
        assertThat(story.live()).hasSize(2).first().satisfies(live -> {
            assertThat(live.renditions().get(0).type()).isEqualTo("application/vnd.apple.mpegurl");
            assertThat(live.start()).as("in the folder's zone").isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
            assertThat(live.end()).isEqualTo(Instant.parse("2026-11-24T18:30:00Z"));
        });
        assertThat(story.live().get(1).start()).as("what is no date").isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "title",
                "summary",
                "date",
                "updated",
                "authors",
                "section",
                "tags",
                "language",
                "slug",
                "image",
                "alt",
                "caption",
                "credit",
                "media",
                "draft"
            })
    void everyField_mayHoldAnything_andNoArticleIsLost(String field) {
        for (String value : List.of(
                "",
                "~",
                "5",
                "-1",
                "1e999",
                ".nan",
                "true",
                "[]",
                "{}",
                "[[[x]]]",
                "[{}]",
                "[~]",
                "{a: {b: c}}",
                "{url: [x]}",
                "{name: {x: y}}",
                "{renditions: 5}",
                "[{renditions: [[x]], captions: 5}]",
                "!!binary aGk=",
                "2026-11-23",
                "\"\\0\"",
                "\"\ud83d\ude00\"",
                "{? plain : key}",
                "'javascript:alert(1)'",
                "http://[",
                "https://",
                "//",
                "/",
                "..",
                "\"a\\nb\"",
                "0x7fffffffffffffffffff")) {
            String name = "v" + Integer.toHexString(value.hashCode()) + ".md";
            write(name, "---\n" + field + ": " + value + "\n---\nText of the article");
        }

        Gathered gathered = look();

        assertThat(gathered.problems())
                .filteredOn(p -> !p.reason().isTaken())
                .as("what cannot be read at all")
                .allSatisfy(p -> assertThat(p.reason()).isEqualTo(EntryProblem.Reason.DUPLICATE));
        long duplicates = reasons(gathered).stream()
                .filter(reason -> reason == EntryProblem.Reason.DUPLICATE)
                .count();
        long unfinished = field.equals("draft") ? 1 : 0;
        assertThat(gathered.drafts().size() + duplicates + unfinished).isEqualTo(30);
    }

    @Test
    void authorsName_isBounded() {
        Draft draft = draft("a.md", "---\nauthor: " + "Ann".repeat(1_000) + "\n---\nText");

        String name = draft.story().authors().get(0).name();

        assertThat(name).hasSizeLessThanOrEqualTo(Plain.LONGEST_TITLE + 1).startsWith("AnnAnn");
    }

    @Test
    void authorsAddress_isNoName() {
        write("a.md", "---\nauthors: [Ann Bay <ann@bay.example>, bo@bay.example]\n---\nText");

        Gathered gathered = look();

        assertThat(gathered.drafts().get(0).story().authors()).containsExactly(new Author("Ann Bay", ""));
        assertThat(gathered.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("e-mail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "/about/ann", "https://"})
    void authorsUrl_thatIsNoWebAddress_isLeftOut_andNoted(String url) {
        write("a.md", "---\nauthor: {name: Ann, url: \"" + url + "\"}\n---\nText");

        Gathered gathered = look();

        assertThat(gathered.drafts().get(0).story().authors()).containsExactly(new Author("Ann", ""));
        assertThat(gathered.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains(url));
    }

    @ParameterizedTest
    @CsvSource({
        "date: someday, date is not a date: someday",
        "updated: 99, updated is not a date: 99",
        "language: english, language is no language tag such as en: english",
        "image: missing.png, there is no file missing.png",
        "media: missing.mp4, there is no file missing.mp4",
        "image: a.md, a.md",
        "image: 'https://cdn.example/a.mp4', is no picture: https://cdn.example/a.mp4",
        "media: 'https://cdn.example/a.pdf', is neither sound nor video: https://cdn.example/a.pdf",
        "image: 'https://', is no web address: https://",
    })
    void whatIsBadInAField_isNoted(String line, String detail) {
        write("a.md", "---\n" + line + "\n---\nText");

        Gathered gathered = look();

        assertThat(gathered.drafts()).hasSize(1);
        assertThat(gathered.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(EntryProblem.Reason.PART_LEFT_OUT);
            assertThat(problem.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example/caf\u00e9.jpg, https://cdn.example/caf%C3%A9.jpg, image/jpeg",
        "https://cdn.example/a b.png?v=1, https://cdn.example/a%20b.png?v=1, image/png",
        "//cdn.example/a.webp, https://cdn.example/a.webp, image/webp",
        "HTTPS://CDN.example/a.gif#x, https://cdn.example/a.gif#x, image/gif",
        "https://b\u00fccher.example/a.jpg, https://xn--bcher-kva.example/a.jpg, image/jpeg",
        "https://news.example/a.jpg, OPEN/a.jpg, image/jpeg",
        "https://cdn.example/photo?id=5, https://cdn.example/photo?id=5, ''",
    })
    void pictureOfTheWorld_isReadAsLooselyAsALink(String written, String href, String type) {
        Story story = story("---\nimage: \"" + written + "\"\n---\nText");

        assertThat(story.images()).singleElement().satisfies(image -> {
            assertThat(image.href().value()).isEqualTo(href.replace("OPEN", "\u0001"));
            assertThat(image.type()).isEqualTo(type);
        });
    }
}
