package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Href;
import io.heliograph.article.Scaled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of ours in a body that was cleaned. */
class BodyPicturesTest {

    private static final Href THERE = new Href("https://cdn.example/a.jpg?x=1&y=2");
    private static final String THERE_WRITTEN = "https://cdn.example/a.jpg?x=1&amp;y=2";
    private static final MediaShelf.Shelved OURS = new MediaShelf.Shelved(
            Href.own("/media/h/a.jpg"),
            "image/jpeg",
            9000,
            1600,
            900,
            Duration.ZERO,
            "",
            "",
            List.of(
                    new Scaled(Href.own("/media/h/a-320.jpg"), 320, 180),
                    new Scaled(Href.own("/media/h/a-640.jpg"), 640, 360)));

    @Test
    void picture_getsItsMeasuresAndItsSizes() {
        String html = BodyPictures.replaced(
                "<p>Before</p><img src=\"" + THERE_WRITTEN + "\" alt=\"Sea\"><p>after.</p>",
                Map.of(THERE, OURS),
                href -> false);

        assertThat(html)
                .isEqualTo("<p>Before</p><img src=\"\u0001/media/h/a.jpg\" alt=\"Sea\" width=\"1600\" height=\"900\""
                        + " loading=\"lazy\" srcset=\"\u0001/media/h/a-320.jpg 320w, \u0001/media/h/a-640.jpg 640w,"
                        + " \u0001/media/h/a.jpg 1600w\" sizes=\"(max-width: 720px) 100vw, 720px\"><p>after.</p>");
    }

    @ParameterizedTest
    @CsvSource({"800, 800, 450", "300, 300, 169", "5000, 1600, 900", "0, 1600, 900"})
    void measures_thatTheWriterWants_areKeptInShape(String wanted, int width, int height) {
        String html = BodyPictures.sized(
                "<img src=\"\u0001/media/h/a.jpg\" width=\"" + wanted + "\" height=\"7\">", Map.of(OURS.href(), OURS));

        assertThat(html).contains(" width=\"" + width + "\" height=\"" + height + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>See <img src='X' alt='the sea'> here</p>          | <p>See the sea here</p>",
                "<p>Before</p><p><img src='X' alt=''></p>             | <p>Before</p>",
                "<p><a href='https://a.example/'><img src='X'></a></p><p>b</p> | <p>b</p>",
                "<a href='https://a.example/'><img src='X' alt='A'></a>" + " | <a href=\"https://a.example/\">A</a>",
                "<figure><img src='X' alt='a'><figcaption>C</figcaption></figure>"
                        + " | <figure><figcaption>C</figcaption></figure>",
                "<figure><img src='X' alt='a'></figure>               | <figure>a</figure>",
                "<figure><img src='X'></figure><p>b</p>               | <p>b</p>",
                "<div><p><img src='X'><img src='Y'></p></div>         | <div><p><img src=\"Y\"></p></div>",
                "<video poster='X' src='Z' controls></video>          | <video src=\"Z\" controls></video>",
            })
    void picture_thatCannotBeHad_leavesItsWords(String before, String after) {
        String html = before.replace("'X'", '"' + THERE_WRITTEN + '"')
                .replace("'Y'", "\"https://other.example/y.jpg\"")
                .replace("'Z'", "\"https://other.example/z.mp4\"")
                .replace('\'', '"');

        assertThat(BodyPictures.replaced(html, Map.of(), Set.of(THERE)::contains))
                .isEqualTo(after.replace("\"Y\"", "\"https://other.example/y.jpg\"")
                        .replace("\"Z\"", "\"https://other.example/z.mp4\""));
    }

    @Test
    void everythingElse_staysAsItIs() {
        String rest = "<pre>\n\nfirst\n  line &lt;a&gt;\n</pre><p>a&#xa0;b &amp; c</p>"
                + "<a href=\"\u0001/one?a=1&amp;b=2\">one</a><ol start=\"5\" reversed><li>x</li></ol>";

        String html = BodyPictures.replaced(
                rest + "<img src=\"" + THERE_WRITTEN + "\"><p>b</p>", Map.of(), Set.of(THERE)::contains);

        assertThat(html).isEqualTo(rest + "<p>b</p>");
    }

    @Test
    void pictures_areFoundInOrderEachOnce() {
        assertThat(BodyPictures.of("<img src=\"" + THERE_WRITTEN + "\"><video poster=\"https://b.example/p.jpg\">"
                        + "</video><img src=\"\u0001/media/h/a.jpg\"><img src=\"" + THERE_WRITTEN + "\">"))
                .containsExactly(THERE, new Href("https://b.example/p.jpg"), OURS.href());
        assertThat(BodyPictures.of("<p>none</p>")).isEmpty();
    }
}
