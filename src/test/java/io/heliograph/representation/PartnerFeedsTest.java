package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Syndication;
import io.heliograph.feed.Flipboard;
import io.heliograph.feed.Format;
import io.heliograph.feed.Msn;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that gives one partner the feed of a section, another all, and the rest nothing. */
class PartnerFeedsTest extends FeedFixture {

    private static final Format MSN = new Msn();

    @BeforeEach
    void publishForPartners() {
        begin(new Syndication(
                "",
                Map.of(Syndication.Partner.MSN, Set.of(HARBOUR), Syndication.Partner.FLIPBOARD, Set.of()),
                Syndication.USUAL.smartNews(),
                false,
                Show.NONE));
        publish(1, 3);
    }

    @Test
    void partner_getsWhatIsNamedForIt_andNothingElse() {
        assertThat(titles(text(feed(HARBOUR, MSN)))).hasSize(3);

        assertThat(answer(feed(Selection.WHOLE, MSN), HOST)).isInstanceOf(Answer.Missing.class);
        assertThat(answer(feed(new Selection.Search("n1"), MSN), HOST)).isInstanceOf(Answer.Missing.class);
        assertThat(titles(text(feed(Selection.WHOLE, new Flipboard())))).hasSize(3);
    }

    @Test
    void otherSpellingOfWhatIsNamed_leadsThere() {
        assertThat(answer(feed(new Selection.InSection("Harbour"), MSN), HOST))
                .isEqualTo(new Answer.Moved("/sections/harbour/feed.msn.rss"));
    }

    @Test
    void lists_nameNoFeedOfPartners() {
        assertThat(text(new Target.FeedsPage()))
                .contains("/sections/harbour/feed.rss")
                .doesNotContain("msn", "flipboard");
        assertThat(text(new Target.SiteFile("feeds.opml")))
                .contains("/sections/harbour/feed.rss")
                .doesNotContain("msn", "flipboard");
    }
}
