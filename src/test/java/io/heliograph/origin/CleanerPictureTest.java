package io.heliograph.origin;

import static io.heliograph.origin.CleanerTest.LINKS;
import static io.heliograph.origin.CleanerTest.clean;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Href;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, players and frames in an article's HTML. */
class CleanerPictureTest {

    @Test
    void figure_keepsPictureAndCaption() {
        Cleaner.Cleaned cleaned = Cleaner.clean(
                "<figure><a href='/big.jpg'><img src='small.jpg' alt='Ferry' width=640 height=480 srcset='x 2x'"
                        + " loading=lazy></a><figcaption>At <b>sea</b></figcaption></figure><img src=/two.png>",
                LINKS);

        assertThat(cleaned.html())
                .isEqualTo(
                        "<figure><a href=\"https://origin.example/big.jpg\">"
                                + "<img alt=\"Ferry\" width=\"640\" height=\"480\" src=\"https://origin.example/2026/small.jpg\">"
                                + "</a><figcaption>At <b>sea</b></figcaption></figure><img src=\"https://origin.example/two.png\">");
        assertThat(cleaned.pictures())
                .extracting(Href::value)
                .containsExactly("https://origin.example/2026/small.jpg", "https://origin.example/two.png");
    }

    @Test
    void players_keepSourcesAndCaptionsAndGetControls() {
        String html =
                clean("<video poster=/p.jpg width=1280 height=720 autoplay loop><source src=/a.mp4 type=video/mp4>"
                        + "<source src=/a.webm><track src=/c.vtt kind=captions srclang=en label=English default>No video</video>"
                        + "<audio src=/a.mp3></audio>");

        assertThat(html)
                .isEqualTo("<video poster=\"https://origin.example/p.jpg\" width=\"1280\" height=\"720\" controls>"
                        + "<source src=\"https://origin.example/a.mp4\" type=\"video/mp4\">"
                        + "<source src=\"https://origin.example/a.webm\">"
                        + "<track src=\"https://origin.example/c.vtt\" kind=\"captions\" srclang=\"en\" label=\"English\">"
                        + "No video</video><audio src=\"https://origin.example/a.mp3\" controls></audio>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img width=1 height=1 src=/count.gif>",
                "<img width=\"0\" src=/count.gif>",
                "<img height=' 1 ' width=600 src=/count.gif>",
                "<img width=1px height=1px src=/count.gif>",
                "<img width=01 src=/count.gif>",
                "<img width=1.0 height=1.0 src=/count.gif>",
                "<img width=0px src=/count.gif>"
            })
    void pictureThatCountsReaders_isDropped(String html) {
        Cleaner.Cleaned cleaned = Cleaner.clean("<p>x</p>" + html, LINKS);

        assertThat(cleaned.html()).isEqualTo("<p>x</p>");
        assertThat(cleaned.pictures()).isEmpty();
    }

    @Test
    void picture_isTheLastSource_whateverItsWordsAre() {
        // The W3C validator takes the last "src=" of a tag for the picture.
        assertThat(clean("<img src=/a.jpg alt='Write src=b.png' title='or src=c.png'>"))
                .endsWith(" src=\"https://origin.example/a.jpg\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "100%", "auto", "1e3", "-5", "999999", ""})
    void otherWidth_keepsThePicture(String width) {
        assertThat(clean("<img src=/a.jpg width='" + width + "'>"))
                .isEqualTo("<img" + (width.equals("10") ? " width=\"10\"" : "")
                        + " src=\"https://origin.example/a.jpg\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img data-src=/real.jpg>",
                "<img src='data:image/gif;base64,R0lGOD' data-src=/real.jpg>",
                "<img src='DATA:image/svg+xml,%3Csvg%3E' data-src=/real.jpg>"
            })
    void pictureThatAScriptWouldHaveLoaded_isLoaded(String html) {
        assertThat(clean(html)).isEqualTo("<img src=\"https://origin.example/real.jpg\">");
    }

    @Test
    void pictureWithASourceOfItsOwn_keepsIt() {
        assertThat(clean("<img src=/small.jpg data-src=/large.jpg>"))
                .isEqualTo("<img src=\"https://origin.example/small.jpg\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<video></video>",
                "<video><source></video>",
                "<video src='data:x'>Fallback</video>",
                "<audio><p>Fallback</p></audio>",
                "<img>",
                "<source src=data:x>",
                "<iframe src='about:blank'></iframe>",
                "<iframe srcdoc=x></iframe>",
                "<iframe></iframe>"
            })
    void elementWithoutASource_isDropped(String html) {
        assertThat(clean("<p>x</p>" + html)).isEqualTo("<p>x</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iframe src=https://video.example/1></iframe> "
                        + "| <p><a href=\"https://video.example/1\">https://video.example/1</a></p>",
                "<iframe src=//video.example/1 title='A film'></iframe> "
                        + "| <p><a href=\"https://video.example/1\">A film</a></p>",
                "<embed src=/x.swf> | <p><a href=\"https://origin.example/x.swf\">/x.swf</a></p>",
                "<p>a<iframe src=https://video.example/1 title=F></iframe>b</p> "
                        + "| <p>a</p><p><a href=\"https://video.example/1\">F</a></p>b"
            })
    void frame_becomesALinkToWhatItShows(String html, String expected) {
        assertThat(clean(html)).isEqualTo(expected);
    }
}
