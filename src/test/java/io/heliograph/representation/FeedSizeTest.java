package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that are cut to the size that a site allows them. */
class FeedSizeTest extends FeedFixture {

    @ParameterizedTest
    @MethodSource("io.heliograph.representation.FeedArchiveTest#feeds")
    void largeFeed_isCutToItsSize_andItsArchiveHasTheRest(Selection selection, Format format) {
        begin(new Syndication(List.of(), 6_000));
        publish(1, 90);

        String document = text(feed(selection, format));

        assertThat(document.length()).isLessThanOrEqualTo(6_000).isGreaterThan(5_000);
        assertThat(titles(document)).startsWith("N90").hasSizeBetween(5, 49);
        List<String> all = new ArrayList<>(titles(document));
        archive(selection, format).values().forEach(page -> all.addAll(titles(page)));
        assertThat(new TreeSet<>(all))
                .containsAll(IntStream.rangeClosed(1, 90).mapToObj(n -> "N" + n).toList());
    }

    @Test
    void largeFeed_isCutToItsSize_howeverLongThePrefix() {
        begin(new Syndication(List.of(), 6_000), List.of(HOST), "/" + "p".repeat(60));
        save(IntStream.rangeClosed(1, 90)
                .mapToObj(n -> {
                    Story story = new Story(
                            "N" + n,
                            "",
                            "<a href=\"\u0001/tags/a\">a</a>".repeat(5),
                            List.of(),
                            "",
                            List.of(),
                            "",
                            List.of(),
                            List.of(),
                            List.of());
                    return new Draft("n" + n, "n" + n, "", "/n" + n, NOW, NOW, story);
                })
                .toList());

        assertThat(text(feed(Selection.WHOLE, RSS)).length()).isBetween(4_000, 6_000);
    }

    @Test
    void articleThatIsTooLarge_staysAlone() {
        begin(new Syndication(List.of(), 300));
        publish(1, 3);

        assertThat(titles(text(feed(Selection.WHOLE, RSS)))).containsExactly("N3");
        assertThat(archive(Selection.WHOLE, RSS)).hasSize(1);
    }
}
