package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {

    private static final Href PIER = Href.own("/media/pier.jpg");

    @Test
    void story_keepsItsTextsOnOneLine() {
        // When
        Story story = new Story(
                " A\n\u0000title ",
                "A\tsummary\u0001",
                "<p>\u0000Kept\n lines</p>",
                List.of(),
                " Har\nbour ",
                List.of(" sea ", "sea", "", "\u0000", "salt\nwater"),
                " en\u0001 ",
                List.of(),
                List.of(),
                List.of());

        // Then
        assertThat(story.title()).isEqualTo("A title");
        assertThat(story.summary()).isEqualTo("A summary");
        assertThat(story.html()).isEqualTo("<p>Kept\n lines</p>");
        assertThat(story.section()).isEqualTo("Har bour");
        assertThat(story.tags()).containsExactly("sea", "salt water");
        assertThat(story.language()).isEqualTo("en");
    }

    @Test
    void story_isNotChanged_fromOutside() {
        // Given
        List<String> tags = new ArrayList<>(List.of("sea"));
        Story story = new Story("T", "", "", List.of(), "", tags, "", List.of(), List.of(), List.of());

        // When
        tags.add("land");

        // Then
        assertThat(story.tags()).containsExactly("sea");
        assertThatThrownBy(() -> story.tags().add("land")).isInstanceOf(UnsupportedOperationException.class);
    }

    static Stream<Arguments> watchable() {
        Rendition rendition = new Rendition(PIER, "video/mp4", 0, 0, 0, 0);
        Media video = new Media(Media.Kind.VIDEO, "", Duration.ZERO, List.of(rendition), List.of());
        Media audio = new Media(Media.Kind.AUDIO, "", Duration.ZERO, List.of(rendition), List.of());
        Live live = new Live("", List.of(rendition));
        return Stream.of(
                Arguments.of(List.of(), List.of(), false),
                Arguments.of(List.of(audio), List.of(), false),
                Arguments.of(List.of(audio, video), List.of(), true),
                Arguments.of(List.of(), List.of(live), true));
    }

    @ParameterizedTest
    @MethodSource("watchable")
    void isWatchable_isForVideosAndStreams(List<Media> media, List<Live> live, boolean watchable) {
        // Given
        Story story = new Story("T", "", "", List.of(), "", List.of(), "", List.of(), media, live);

        // Then
        assertThat(story.isWatchable()).isEqualTo(watchable);
    }

    @Test
    void topics_areTheSectionAndTheTags_eachOnce() {
        // Given
        Story story = new Story(
                "T", "", "", List.of(), "Harbour", List.of("sea", "Harbour"), "", List.of(), List.of(), List.of());

        // Then
        assertThat(story.topics()).containsExactly("Harbour", "sea");
        assertThat(Story.of("T", "").topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Text</p>|https://cdn.example/a.jpg|false",
                "<img src=\"https://cdn.example/a.jpg\">|https://cdn.example/a.jpg|true",
                "<img src=\"https://cdn.example/a.jpg?w=1&amp;h=2\">|https://cdn.example/a.jpg?w=1&h=2|true",
                "<img src=\"https://cdn.example/a.jpg?w=1\">|https://cdn.example/a.jpg|false",
                "<p>https://cdn.example/a.jpg</p>|https://cdn.example/a.jpg|false",
            })
    void leadBeside_isTheFirstPicture_unlessTheTextShowsIt(String html, String href, boolean shown) {
        // Given
        Image lead = new Image(new Href(href), 0, 0, "", 0, "", "", "");
        Story story = new Story("T", "", html, List.of(), "", List.of(), "", List.of(lead), List.of(), List.of());

        // Then
        assertThat(story.leadBeside().isEmpty()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"<img src=\"\u0001/media/pier.jpg\">, false", "<img src=\"\u0001/media/pier.jpg\"> Bay &amp; Cove, true"
    })
    void leadBeside_isThePicture_untilTheTextShowsItsCreditToo(String html, boolean shown) {
        // Given
        Image lead = new Image(PIER, 0, 0, "", 0, "", "", "Bay & Cove");
        Story story = new Story("T", "", html, List.of(), "", List.of(), "", List.of(lead), List.of(), List.of());

        // Then
        assertThat(story.leadBeside().isEmpty()).isEqualTo(shown);
    }

    @Test
    void parts_keepTheirTextsOnOneLine() {
        // When
        Image image = new Image(PIER, 1, 1, "image/\u0001jpeg", 0, " a\nb ", "c\u0000", "\td");
        Author author = new Author(" Ann\nBay\u0001 ", "");
        Rendition rendition = new Rendition(PIER, "video/\u0001mp4\n", 0, 0, 0, 0);
        Caption caption = new Caption(PIER, "text/\u0001vtt", "en\u0001");

        // Then
        assertThat(image.type()).isEqualTo("image/jpeg");
        assertThat(image.alt()).isEqualTo("a b");
        assertThat(image.caption()).isEqualTo("c");
        assertThat(image.credit()).isEqualTo("d");
        assertThat(author.name()).isEqualTo("Ann Bay");
        assertThat(rendition.type()).isEqualTo("video/mp4");
        assertThat(caption.type()).isEqualTo("text/vtt");
        assertThat(caption.language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann.example/, https://ann.example/",
        "javascript:alert(1), ''",
        "/ann, ''",
        "mailto:ann@news.example, ''",
        "'', ''",
    })
    void author_hasAnAbsoluteUrlOrNone(String url, String kept) {
        assertThat(new Author("Ann", url).url()).isEqualTo(kept);
    }

    @Test
    void author_fails_withoutAName() {
        assertThatThrownBy(() -> new Author(" \u0000 ", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recording_fails_withoutARendition() {
        assertThatThrownBy(() -> new Media(Media.Kind.VIDEO, "", Duration.ZERO, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Live("", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.apple.mpegurl,video/mp4|video/mp4",
                "video/webm,video/mp4|video/webm",
                "application/vnd.apple.mpegurl,application/dash+xml|application/vnd.apple.mpegurl",
                "application/x-mpegurl,application/dash+xml,application/vnd.ms-sstr+xml,video/mp4|video/mp4",
                "audio/mpeg|audio/mpeg",
            })
    void file_isTheFirstPlainFile_elseTheFirst(String types, String chosen) {
        // Given
        List<Rendition> renditions = Stream.of(types.split(","))
                .map(type -> new Rendition(PIER, type, 0, 0, 0, 0))
                .toList();

        // When
        Rendition file = new Media(Media.Kind.VIDEO, "", Duration.ZERO, renditions, List.of()).file();

        // Then
        assertThat(file.type()).isEqualTo(chosen);
    }

    @Test
    void article_isNeverUpdatedBeforeItWasPublished() {
        // Given
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");

        // When
        Article article = new Article(
                ArticleId.of("1", TagAuthority.parse("news.example,2026")),
                "/pier",
                "",
                noon,
                noon.minusSeconds(1),
                Story.of("T", ""));

        // Then
        assertThat(article.updated()).isEqualTo(noon);
    }
}
