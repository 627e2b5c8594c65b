package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What feeds carry of what articles name elsewhere. */
class CarriedTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/a.mp3, true",
        "HTTPS://A.EXAMPLE/A.MP3, true",
        "https://a.example, true",
        "https://xn--bcher-kva.example:8443/a.mp3?x=1, true",
        "http://10.0.0.1/a.mp3, true",
        "http://localhost:3000/a.mp3, true",
        "http://x.localhost/a.mp3, true",
        "http://intranet/a.mp3, false",
        "http://[::1]/a.mp3, false",
        "https://user:pw@a.example/a.mp3, false",
        "https://a.example:65535/a.mp3, true",
        "https://a.example:65536/a.mp3, false",
        "https://a.example./a.mp3, false",
        "https://xn--.example/, false",
        "https://a_b.example/a.mp3, false",
        "https://a.example?a.mp3, false",
    })
    void url_isCarried_whereReadersCanFollowIt(String url, boolean carried) {
        assertThat(Carried.isCarried(new Href(url))).isEqualTo(carried);
    }

    @Test
    void article_isTheSame_whereNothingIsWrong() {
        Article article = Samples.newest().get(0);
        assertThat(Carried.of(article)).isSameAs(article);
    }

    @Test
    void recording_isLeftOut_withoutAFileThatCanBeFollowed() {
        Media media = new Media(
                Media.Kind.AUDIO,
                "",
                Duration.ZERO,
                List.of(new Rendition(new Href("http://[::1]/a.mp3"), "audio/mpeg", 0, 0, 0, 0)),
                List.of());
        Image image = new Image(new Href("http://a:1@b.example/a.jpg"), 0, 0, "", 0, "", "", "");

        Article carried = Carried.of(titled("T").images(image).media(media).article());

        assertThat(carried.story().media()).isEmpty();
        assertThat(carried.story().images()).isEmpty();
    }
}
