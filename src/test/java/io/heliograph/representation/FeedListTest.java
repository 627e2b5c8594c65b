package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of a site's feeds (OPML 2.0), which follows what there is. */
class FeedListTest extends FeedFixture {

    private static final Target LIST = new Target.SiteFile("feeds.opml");

    @Test
    void list_namesTheSitesLanguage_fromTheFirstArticleThatNamesNone_toTheLast() {
        save(List.of(in("fr", 1), in("de", 2)));
        assertThat(text(LIST)).contains("/languages/fr/feed.rss").doesNotContain("/languages/en/feed.rss");

        publish(3, 3);
        assertThat(text(LIST)).contains("/languages/en/feed.rss");

        delete(3);
        assertThat(text(LIST)).doesNotContain("/languages/en/feed.rss");
    }

    private static Draft in(String language, int n) {
        Story story = new Story(
                "N" + n, "", "<p>Text</p>", List.of(), "Harbour", List.of(), language, List.of(), List.of(), List.of());
        return new Draft("n" + n, "n" + n, "", "/n" + n, NOW, NOW, story);
    }
}
