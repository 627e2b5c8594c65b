package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTest {

    @Test
    void body_beginsWithThePicture_itsCaptionAndItsCredit() {
        // Given
        Article article = titled("T")
                .images(picture("/media/pier.jpg"))
                .html("<p>Text</p>")
                .article();

        // When
        String body = Html.body(article, "en");

        // Then
        assertThat(body)
                .isEqualTo("<figure><img alt=\"The pier\" src=\"\u0001/media/pier.jpg\" width=\"1600\" height=\"900\">"
                        + "<figcaption>The pier at noon <small>Ann Bay</small></figcaption></figure>\n<p>Text</p>");
    }

    @Test
    void body_hasNoEmptyParts_aboutThePicture() {
        // Given
        Image bare = new Image(Href.own("/a.jpg"), 0, 900, "", 0, "", "", "");

        // Then
        assertThat(Html.body(titled("T").images(bare).article(), "en"))
                .isEqualTo("<figure><img alt=\"\" src=\"\u0001/a.jpg\"></figure>\n");
    }

    @Test
    void picture_isTheLastSource_whateverItsWordsAre() {
        // The W3C validator takes the last "src=" of a tag for the picture.
        Image image = new Image(Href.own("/a.jpg"), 0, 0, "", 0, "The tag <img src='x.png'>", "", "");

        String body = Html.body(titled("T").images(image).article(), "en");

        assertThat(body.substring(body.lastIndexOf("src="))).startsWith("src=\"\u0001/a.jpg\"");
    }

    @Test
    void body_showsThePictureOnce() {
        // Given
        String html = "<p><img src=\"https://cdn.example/a.jpg?w=1&amp;h=2\" alt=\"\"></p>";
        Image lead = new Image(new Href("https://cdn.example/a.jpg?w=1&h=2"), 0, 0, "", 0, "", "", "");

        // Then
        assertThat(Html.body(titled("T").images(lead).html(html).article(), "en"))
                .isEqualTo(html);
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void body_escapesWhatIsSaidAboutThePicture(String nasty) {
        // Given
        Image image =
                new Image(new Href("https://cdn.example/a.jpg?a=1&b='2'"), 1, 1, "image/jpeg", 0, nasty, nasty, nasty);

        // When
        Document body = Jsoup.parse(Html.body(titled("T").images(image).article(), "en"));

        // Then
        assertThat(body.select("img").attr("src")).isEqualTo("https://cdn.example/a.jpg?a=1&b='2'");
        assertThat(body.select("img").attr("alt")).isEqualTo(image.alt());
        assertThat(body.select("small").first().wholeText()).isEqualTo(image.credit());
        assertThat(body.select("figcaption").first().wholeText()).isEqualTo(image.caption() + " " + image.credit());
        assertThat(body.body().select("*"))
                .extracting(e -> e.tagName())
                .containsExactly("body", "figure", "img", "figcaption", "small");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ar, ar",
        "ar, en, ar",
        "he-IL, ar, he-IL",
        "az-Arab, az, az-Arab",
    })
    void body_thatRunsFromRightToLeft_saysSo(String language, String siteLanguage, String lang) {
        assertThat(Html.body(titled("T").language(language).html("<p>x</p>").article(), siteLanguage))
                .isEqualTo("<div dir=\"rtl\" lang=\"" + lang + "\"><p>x</p></div>");
    }

    @ParameterizedTest
    @CsvSource({"'', en", "en, ar", "ar-Latn, ar", "'', ''"})
    void body_thatRunsFromLeftToRight_isAsItIs(String language, String siteLanguage) {
        assertThat(Html.body(titled("T").language(language).html("<p>x</p>").article(), siteLanguage))
                .isEqualTo("<p>x</p>");
    }

    @Test
    void body_ofNothing_isNothing_inEveryDirection() {
        assertThat(Html.body(titled("T").language("ar").article(), "en")).isEmpty();
    }
}
