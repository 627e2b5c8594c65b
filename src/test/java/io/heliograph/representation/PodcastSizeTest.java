package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Artwork;
import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.ShowCategory;
import io.heliograph.article.Story;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Extent;
import io.heliograph.feed.Podcast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is in a podcast's feed. */
class PodcastSizeTest extends FeedFixture {

    private static final int MOST_BYTES = 8_000_000;
    private static final int NOTES_CHARACTERS = 200_000;
    private static final int EPISODES = 50;

    @BeforeEach
    void offer() {
        Show show = new Show(
                "Aloud",
                "",
                "",
                new Show.Owner("", "show@news.example"),
                List.of(ShowCategory.parse("News")),
                false,
                Show.Order.EPISODIC,
                Show.Medium.PODCAST,
                true,
                false,
                Artwork.NONE,
                "",
                "");
        begin(new Syndication("", Set.of(), Syndication.USUAL.smartNews(), false, show));
    }

    @Test
    void podcast_isCutAtTheOldest_whereItIsTooLarge() {
        List<Draft> drafts = new ArrayList<>();
        for (int n = EPISODES; n > 0; n--) {
            drafts.add(episode(n, "<p>" + "talk ".repeat(NOTES_CHARACTERS / 5) + "</p>"));
        }
        save(drafts);

        Representation feed = get(feed(Selection.WHOLE, Podcast.UNNAMED));

        List<String> titles = titles(text(feed(Selection.WHOLE, Podcast.UNNAMED)));
        assertThat(feed.body().length()).isBetween(MOST_BYTES - 2 * NOTES_CHARACTERS, MOST_BYTES);
        assertThat(titles)
                .as("the newest, without a gap, each whole")
                .isEqualTo(IntStream.range(0, titles.size())
                        .mapToObj(i -> "N" + (EPISODES - i))
                        .toList());
    }

    @Test
    void podcast_hasItsNewestEpisode_howeverLarge() {
        save(List.of(episode(2, "<p>" + "talk ".repeat(MOST_BYTES / 4) + "</p>"), episode(1, "<p>Short</p>")));

        assertThat(titles(text(feed(Selection.WHOLE, Podcast.UNNAMED)))).containsExactly("N2");
    }

    @Test
    void episodeWithSoundAndFilm_isInItOnce() {
        save(List.of(episode(2, "<p>Both</p>", sound(2), film(2)), episode(1, "<p>Sound</p>")));

        assertThat(titles(text(feed(Selection.WHOLE, Podcast.UNNAMED)))).containsExactly("N2", "N1");
    }

    @Test
    void podcast_mayBeAskedForWhatCameLast_withoutNotes() {
        save(List.of(episode(3, "<p>Third</p>"), episode(2, "<p>Second</p>"), episode(1, "<p>First</p>")));
        Instant second = NOW.plusSeconds(120 - 100_000);

        String cut = text(new Target.FeedTarget(Selection.WHOLE, Podcast.UNNAMED, new Extent(1_000, second, true)));

        assertThat(titles(cut)).containsExactly("N3", "N2");
        assertThat(cut)
                .contains("https://news.example/podcast.rss?since=2026-11-22T06:15:20Z&amp;summary=only")
                .doesNotContain("content:encoded>");
    }

    @Test
    void podcast_sinceNothingCame_isEmpty_whereThereIsOne() {
        save(List.of(episode(1, "<p>First</p>")));

        Extent today = new Extent(1_000, NOW, false);
        assertThat(titles(text(new Target.FeedTarget(Selection.WHOLE, Podcast.UNNAMED, today))))
                .isEmpty();
        assertThat(answer(new Target.FeedTarget(Selection.LIVE, Podcast.UNNAMED, today), HOST))
                .isInstanceOf(Answer.Missing.class);
    }

    private static Media sound(int n) {
        Rendition file = new Rendition(Href.own("/media/" + n + ".mp3"), "audio/mpeg", 0, 0, 0, 1000);
        return new Media(Media.Kind.AUDIO, "", Duration.ofSeconds(60), List.of(file), List.of());
    }

    private static Media film(int n) {
        Rendition file = new Rendition(Href.own("/media/" + n + ".mp4"), "video/mp4", 0, 0, 0, 1000);
        return new Media(Media.Kind.VIDEO, "", Duration.ofSeconds(60), List.of(file), List.of());
    }

    private static Draft episode(int n, String notes) {
        return episode(n, notes, sound(n));
    }

    private static Draft episode(int n, String notes, Media... media) {
        Story story = new Story("N" + n, "", notes, List.of(), "", List.of(), "", List.of(), List.of(media), List.of());
        Instant published = NOW.plusSeconds(60L * n - 100_000);
        return new Draft("n" + n, "n" + n, "", "/n" + n, published, published, story);
    }
}
