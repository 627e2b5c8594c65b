package io.heliograph.feed.tv;

import static io.heliograph.feed.tv.Channel.feed;
import static io.heliograph.feed.tv.Channel.only;
import static io.heliograph.feed.tv.Channel.watchable;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RokuGenresTest {

    @ParameterizedTest
    @CsvSource({
        "News, '', news",
        "SPORTS, '', sports",
        "Football, '', sports",
        "'', Science Fiction, science fiction",
        "Actualit\u00e9s, '', news",
        "Harbour, '', special",
        "'', '', special",
        "Harbour, Sea, nature",
    })
    void genres_areOfTheList_andNeverEmpty(String section, String tag, String genre) {
        // Given
        Article article = watchable("T").section(section).tags(tag).article();

        // Then
        assertThat(DirectPublisher.strings(only(feed(article), "shortFormVideos"), "genres"))
                .containsExactly(genre);
    }
}
