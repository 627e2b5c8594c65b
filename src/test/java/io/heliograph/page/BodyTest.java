package io.heliograph.page;

import static io.heliograph.article.SampleArticle.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Scaled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    @Test
    void picture_isOfEverySizeThereIs_andLoadedWhenItIsNear() {
        // Given
        Image image = new Image(
                Href.own("/media/a.jpg"),
                1600,
                900,
                "image/jpeg",
                0,
                "",
                "",
                "",
                List.of(new Scaled(Href.own("/media/a-480.jpg"), 480, 270)));

        // When
        String body = Body.of(titled("T")
                .html("<p>x<img src=\"\u0001/media/a.jpg\" alt=\"A &quot;pier&quot; > sea\"></p>")
                .images(image)
                .article());

        // Then
        assertThat(body)
                .isEqualTo("<p>x<img src=\"\u0001/media/a.jpg\" alt=\"A &quot;pier&quot; > sea\" width=\"1600\""
                        + " height=\"900\" srcset=\"\u0001/media/a-480.jpg 480w, \u0001/media/a.jpg 1600w\""
                        + " sizes=\"(min-width: 46rem) 42rem, 92vw\" loading=\"lazy\" decoding=\"async\"></p>");
    }

    @Test
    void picture_ofUnknownSize_hasRoomAllTheSame() {
        assertThat(body("<img src=\"\u0001/media/a.jpg\" width=\"3\">"))
                .isEqualTo(
                        "<img src=\"\u0001/media/a.jpg\" alt=\"\" class=\"unsized\" loading=\"lazy\" decoding=\"async\">");
    }

    @ParameterizedTest
    @CsvSource({
        "'<p><img src=\"https://else.example/a.png\" alt=\"A pier\"></p>',"
                + " '<p><span class=\"absent\">A pier</span></p>'",
        "'<p><img src=\"https://else.example/a.png\"></p>', <p></p>",
        "<p><img></p>, <p></p>",
    })
    void picture_ofSomebodyElses_isNotLoaded(String html, String expected) {
        assertThat(body(html)).isEqualTo(expected);
    }

    @Test
    void players_loadNothingUnasked() {
        assertThat(body("<video src=\"\u0001/media/a.mp4\" poster=\"https://else.example/a.png\"></video>"
                        + "<audio controls><source src=\"\u0001/media/a.mp3\"></audio>"))
                .isEqualTo("<video src=\"\u0001/media/a.mp4\" preload=\"none\" controls></video>"
                        + "<audio controls preload=\"none\"><source src=\"\u0001/media/a.mp3\"></audio>");
    }

    @Test
    void wideThings_haveABoxThatScrolls_byKeyboardToo() {
        assertThat(body("<table><tbody><tr><td>1</td></tr></tbody></table><pre lang=\"en\">x</pre>"))
                .isEqualTo("<div class=\"wide\" tabindex=\"0\"><table><tbody><tr><td>1</td></tr></tbody></table></div>"
                        + "<pre tabindex=\"0\" lang=\"en\">x</pre>");
    }

    @ParameterizedTest
    @CsvSource({"''", "plain", "a &lt;img&gt; b", "'<p title=\"a > b\">x</p>'", "<p>x"})
    void everythingElse_staysAsItIs(String html) {
        assertThat(body(html)).isEqualTo(html);
    }

    private static String body(String html) {
        return Body.of(titled("T").html(html).article());
    }
}
