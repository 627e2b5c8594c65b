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
import io.heliograph.feed.Podcast;
import io.heliograph.feed.PodcastGuid;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ids of podcasts (Podcasting 2.0, "guid"): made once of the canonical host's feed, and kept. */
class PodcastIdTest extends FeedFixture {

    private static final Syndication ALOUD = new Syndication(
            "",
            Set.of(),
            Syndication.USUAL.smartNews(),
            false,
            new Show(
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
                    ""));

    @BeforeEach
    void offer() {
        begin(ALOUD);
        Rendition file = new Rendition(Href.own("/media/1.mp3"), "audio/mpeg", 0, 0, 0, 1000);
        Media media = new Media(Media.Kind.AUDIO, "", Duration.ofSeconds(60), List.of(file), List.of());
        Story story =
                new Story("N1", "", "<p>Notes</p>", List.of(), "", List.of(), "", List.of(), List.of(media), List.of());
        save(List.of(new Draft("n1", "n1", "", "/n1", NOW, NOW, story)));
    }

    @Test
    void id_isOfTheCanonicalHost_andStaysWhenHostsChange() {
        String id = "<podcast:guid>" + PodcastGuid.of(HOST, Selection.WHOLE) + "</podcast:guid>";
        assertThat(text(feed(Selection.WHOLE, Podcast.UNNAMED))).contains(id);

        begin(ALOUD, List.of(THIRD, HOST), "");

        assertThat(text(feed(Selection.WHOLE, Podcast.UNNAMED))).contains(id);
    }

    @Test
    void id_isWrittenDown_onlyOfSelectionsThatThereAre() {
        Selection madeUp = new Selection.InTag("made-up");

        Answer answer = answer(feed(madeUp, Podcast.UNNAMED), HOST);

        assertThat(answer).isInstanceOf(Answer.Missing.class);
        assertThat(store.settled("news", Podcast.UNNAMED.path(madeUp), "nothing was there"))
                .isEqualTo("nothing was there");
    }
}
