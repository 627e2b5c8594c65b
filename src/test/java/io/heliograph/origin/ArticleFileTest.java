package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heliograph.article.Draft;
import io.heliograph.article.Story;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown, HTML and JSON files. */
class ArticleFileTest extends FolderFixture {

    @Test
    void firstHeading_isTheTitle_andLeavesTheBody() {
        Story story = story("# The *title*\n\nText\n\n# Another\n");

        assertThat(story.title()).isEqualTo("The title");
        assertThat(story.html()).isEqualTo("<p>Text</p>\n<h2>Another</h2>");
    }

    @Test
    void headingThatRepeatsTheTitle_leavesTheBody() {
        assertThat(story("---\ntitle: Pier\n---\n# Pier\n\nText").html()).isEqualTo("<p>Text</p>");
    }

    @Test
    void headingThatSaysMore_stays() {
        assertThat(story("---\ntitle: Pier\n---\n# Harbour\n\nText").html()).isEqualTo("<h2>Harbour</h2>\n<p>Text</p>");
    }

    @Test
    void untitledText_isNamedByItsBeginning_andEmptyTextByItsFile() {
        assertThat(draft("a.md", "The first words.").story().title()).isEqualTo("The first words.");
        assertThat(draft("b-c.md", "![](x.png)").story().title()).isEqualTo("b-c");
    }

    @Test
    void webPage_givesItsTitleAndItsMainPart() {
        Story story = draft("page.html", """
                <!DOCTYPE html><html><head><title>The page</title><script>x()</script></head>
                <body><nav>Menu</nav><main><p onclick="x()">Text</p></main><footer>Foot</footer></body></html>""").story();

        assertThat(story.title()).isEqualTo("The page");
        assertThat(story.html()).isEqualTo("<p>Text</p>");
    }

    @Test
    void markup_isCleaned_inMarkdownToo() {
        assertThat(story("# T\n\n<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))\n")
                        .html())
                .doesNotContain("<script", "onerror", "href");
    }

    @Test
    void table_strikethroughAndBareLinks_areUnderstood() {
        assertThat(story("# T\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\nhttps://cdn.example/x\n")
                        .html())
                .contains("<table>", "<del>2</del>", "<a href=\"https://cdn.example/x\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"T\", \"html\": \"<p>x</p>\"}|<p>x</p>",
                "{\"title\": \"T\", \"content_html\": \"<p>x</p>\"}|<p>x</p>",
                "{\"title\": \"T\", \"content\": \"x\"}|<p>x</p>",
                "{\"title\": \"T\", \"markdown\": \"*x*\"}|<p><em>x</em></p>",
                "{\"title\": \"T\", \"text\": \"a < b\"}|<p>a &lt; b</p>",
                "{\"title\": \"T\", \"content_text\": \"x\"}|<p>x</p>",
                "{\"items\": [{\"title\": \"T\", \"text\": \"x\"}]}|<p>x</p>",
                "[{\"title\": \"T\", \"text\": \"x\"}]|<p>x</p>",
                "{\"title\": \"T\"}|''",
                "{\"title\": \"T\", \"html\": 5, \"text\": \"x\"}|<p>x</p>",
            })
    void json_givesItsBodyInManyForms(String json, String html) {
        Draft draft = draft("a.json", json);

        assertThat(draft.story().title()).isEqualTo("T");
        assertThat(draft.story().html()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "5", "\"x\"", "null", "[null]", "{\"a\": 1} x", "{\"a\": tru}"})
    void whatIsNoJson_isRefused(String json) {
        OriginFailure failure = catchThrowableOfType(
                OriginFailure.class, () -> ArticleFile.read("a.json", json.getBytes(StandardCharsets.UTF_8)));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void json_thatNestsDeeply_isRefused() {
        byte[] deep = ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        OriginFailure failure = catchThrowableOfType(OriginFailure.class, () -> ArticleFile.read("a.json", deep));

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void markdown_thatNestsDeeply_ends() throws OriginFailure {
        byte[] deep =
                ("> ".repeat(20_000) + "[".repeat(20_000) + "*a ".repeat(20_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(ArticleFile.read("a.md", deep)).hasSize(1);
    }
}
