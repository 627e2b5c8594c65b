package io.heliograph.feed.tv;

import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RokuObstacleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static Stream<Arguments> articles() {
        Image square = new Image(Href.own("/media/a.jpg"), 900, 900, "image/jpeg", 0, "", "", "");
        Image unmeasured = new Image(Href.own("/media/a.jpg"), 0, 0, "image/jpeg", 0, "", "", "");
        Image webp = new Image(Href.own("/media/a.webp"), 1600, 900, "image/webp", 0, "", "", "");
        Rendition webm = new Rendition(Href.own("/media/a.webm"), "video/webm", 0, 0, 0, 0);
        Live live = new Live("", List.of(hls("/media/live.m3u8")));
        return Stream.of(
                Arguments.of(Optional.empty(), fine()),
                Arguments.of(
                        Optional.empty(), titled("T").images(picture("/a.jpg")).live(live)),
                Arguments.of(
                        Optional.empty(),
                        fine().media(video(Duration.ZERO, mp4("/a.mp4")), video(MINUTE, mp4("/b.mp4")))),
                Arguments.of(Optional.of(RokuObstacle.PICTURE), fine().images()),
                Arguments.of(Optional.of(RokuObstacle.PICTURE), fine().images(square)),
                Arguments.of(Optional.of(RokuObstacle.PICTURE), fine().images(unmeasured)),
                Arguments.of(Optional.of(RokuObstacle.PICTURE), fine().images(webp)),
                Arguments.of(Optional.of(RokuObstacle.TYPE), fine().media(video(MINUTE, webm))),
                Arguments.of(Optional.of(RokuObstacle.DURATION), fine().media(video(Duration.ZERO, mp4("/a.mp4")))));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void obstacle_isTheFirstThingToMend(Optional<RokuObstacle> obstacle, SampleArticle sample) {
        // Given
        Article article = sample.article();

        // When
        Optional<RokuObstacle> found = RokuObstacle.of(article);

        // Then
        assertThat(found).isEqualTo(obstacle);
        assertThat(RokuItem.of(article, SampleArticle.site()).isEmpty()).isEqualTo(obstacle.isPresent());
    }

    private static SampleArticle fine() {
        return titled("T").images(picture("/a.jpg")).media(video(MINUTE, mp4("/a.mp4")));
    }
}
