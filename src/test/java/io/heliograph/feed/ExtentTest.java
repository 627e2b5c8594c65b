package io.heliograph.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.ArticleId;
import io.heliograph.article.Deletion;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a feed there is, and where the rest is. */
class ExtentTest {

    private static final Feed PAGE = new Feed(
            SampleArticle.site(),
            new Selection.InSection("sea"),
            "Sea",
            "Of the sea",
            List.of(),
            "",
            false,
            new Chapter("7-abc", "6-def", "8"),
            List.of());

    @Test
    void query_isInOneOrder_withoutWhatIsUsual() {
        assertThat(Extent.of(50).query(new Atom())).isEmpty();
        assertThat(new Extent(7, Instant.parse("2026-11-23T00:00:00Z"), true).query(new Atom()))
                .isEqualTo("limit=7&since=2026-11-23&summary=only");
        assertThat(new Extent(50, Instant.parse("2026-11-23T10:00:00Z"), false).query(new Atom()))
                .isEqualTo("since=2026-11-23T10:00:00Z");
    }

    @Test
    void page_hasTheIdOfTheFeed_andUrlsOfItsOwn() {
        Feed current = new Feed(SampleArticle.site(), new Selection.InSection("sea"), "Sea", List.of(), "");
        Atom atom = new Atom();

        assertThat(PAGE.id()).isEqualTo(current.id());
        assertThat(PAGE.self(atom).value()).endsWith("/sections/sea/archive/7-abc/feed.atom");
        assertThat(PAGE.previous(atom).value()).endsWith("/sections/sea/archive/6-def/feed.atom");
        assertThat(PAGE.next(atom).value()).endsWith("/sections/sea/archive/8/feed.atom");
        assertThat(PAGE.current(atom).value()).endsWith("/sections/sea/feed.atom");
    }

    @Test
    void jsonPage_keepsTheFeedsIdentifier_andLeadsOn() {
        assertThat(Samples.written(new JsonFeed(), PAGE, "https://news.example"))
                .contains("\"feed_url\":\"https://news.example/sections/sea/feed.json\"")
                .contains("\"next_url\":\"https://news.example/sections/sea/archive/6-def/feed.json\"");
    }

    @Test
    void deletion_refersToTheIdThatTheEntryHad() {
        ArticleId id = SampleArticle.titled("A").id("42").article().id();
        Feed feed = PAGE.with(
                List.of(), Chapter.ONLY, List.of(new Deletion(id, "/gone", Instant.parse("2026-11-23T00:00:00Z"), 9)));

        assertThat(Samples.written(new Atom(), feed, "https://news.example"))
                .as("RFC 6721, section 3")
                .contains("<at:deleted-entry ref=\"" + id.iri() + "\" when=\"2026-11-23T00:00:00Z\"/>");
    }
}
