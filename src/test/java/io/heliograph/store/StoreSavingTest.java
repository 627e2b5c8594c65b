package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of drafts. */
class StoreSavingTest extends StoreFixture {

    @Test
    void save_newDraft_isFoundAtItsPathWithAllItHas() {
        Story story = new Story(
                "Ferry & \"sea\"",
                "Short",
                "<p>Body <a href=\"\u0001/x\">own</a></p>",
                List.of(new Author("Ann Vale", "https://news.example/ann")),
                "Harbour",
                List.of("sea", "boats"),
                "fr",
                List.of(new Image(Href.own("/media/a/b.jpg"), 1600, 900, "image/jpeg", 5, "alt", "caption", "credit")),
                List.of(new Media(
                        Media.Kind.VIDEO,
                        "Clip",
                        Duration.ofMillis(12_500),
                        List.of(new Rendition(new Href("https://cdn.example/v.mp4"), "video/mp4", 1280, 720, 900, 77)),
                        List.of())),
                List.of(new Live(
                        "Now",
                        NOW,
                        NOW.plusSeconds(60),
                        List.of(new Rendition(
                                Href.own("/media/l/live.m3u8"), "application/vnd.apple.mpegurl", 0, 0, 0, 0)))));
        Draft draft = new Draft(
                "urn:isbn:1",
                "d",
                "https://origin.example/ferry",
                "/ferry",
                NOW.minusSeconds(60),
                NOW.minusSeconds(30),
                story);

        Saved saved = save(draft);

        assertThat(saved.added()).isEqualTo(1);
        Article article = found("/ferry");
        assertThat(article.story()).isEqualTo(story);
        assertThat(article.id().value()).isEqualTo("urn:isbn:1");
        assertThat(article.link()).isEqualTo("https://origin.example/ferry");
        assertThat(article.published()).isEqualTo(NOW.minusSeconds(60));
        assertThat(article.updated()).isEqualTo(NOW.minusSeconds(30));
        assertThat(saved.changes().selections().keySet())
                .contains(Selection.WHOLE, Selection.WATCHABLE, new Selection.InSection("harbour"));
        assertThat(saved.changes().paths()).containsExactly("/ferry");
    }

    @Test
    void save_sameDraftAgain_isNoChange() {
        isRead();
        save(draft("1", "One"));

        Saved again = save(NOW.plusSeconds(500), draft("1", "One"));

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.changes().isEmpty()).isTrue();
        assertThat(store.select(SITE, Selection.WHOLE, 5).changed()).isEqualTo(NOW);
    }

    @Test
    void save_changedTitle_getsARevisionAndKeepsIdAndPath() {
        Article before = articleOf(save(draft("1", "One")));

        Saved saved = save(NOW.plusSeconds(9), draft("1", "One, corrected"));

        assertThat(saved.updated()).isEqualTo(1);
        Article after = articleOf(saved);
        assertThat(after.title()).isEqualTo("One, corrected");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.path()).isEqualTo(before.path());
        assertThat(after.updated()).isEqualTo(NOW.plusSeconds(9));
        assertThat(saved.changes().revision()).isGreaterThan(1);
    }

    /** The W3C validator warns of dates to come, and readers put such an article above all others for years. */
    @Test
    void save_changeThatIsYetToCome_isOneThatIsNotDated() {
        Instant later = Instant.parse("2041-01-01T00:00:00Z");
        Instant then = NOW.minusSeconds(60);
        save(new Draft("1", "1", "", "/one", then, later, story("One")));
        assertThat(found("/one").updated()).isEqualTo(then);

        save(NOW.plusSeconds(9), new Draft("1", "1", "", "/one", then, later, story("One, corrected")));

        assertThat(found("/one").updated()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void save_undatedDrafts_keepTheOrderOfTheirOriginAndTheirDatesForEver() {
        save(undated("a", "First listed"), undated("b", "Second listed"));

        save(NOW.plusSeconds(1000), undated("c", "New"), undated("a", "First listed"), undated("b", "Second, edited"));

        assertThat(titles(Selection.WHOLE)).containsExactly("New", "First listed", "Second, edited");
        assertThat(store.select(SITE, Selection.WHOLE, 9).articles())
                .extracting(Article::published)
                .containsExactly(NOW.plusSeconds(1000), NOW, NOW.minusSeconds(1));
    }

    @Test
    void save_oneDateForAll_keepsTheOrderOfTheOrigin() {
        Instant day = Instant.parse("2026-11-20T00:00:00Z");

        save(dated("z", "Newest", day), dated("a", "Middle", day), dated("m", "Oldest", day));

        assertThat(titles(Selection.WHOLE)).containsExactly("Newest", "Middle", "Oldest");
    }

    @Test
    void save_withoutId_mintsATagUriThatStays() {
        Draft draft = new Draft("", "https://origin.example/x", "https://origin.example/x", "/x", NOW, NOW, story("X"));
        save(draft);

        save(NOW.plusSeconds(1), new Draft("", draft.distinction(), draft.link(), "/x", NOW, NOW, story("X 2")));

        Article article = found("/x");
        assertThat(article.title()).isEqualTo("X 2");
        assertThat(article.id().value()).startsWith("tag:news.example,2026:a/");
    }

    @Test
    void save_entryThatLeftTheWindow_stays() {
        save(draft("1", "One"), draft("2", "Two"));

        save(NOW.plusSeconds(1), draft("2", "Two"), draft("3", "Three"));

        assertThat(titles(Selection.WHOLE)).contains("One", "Two", "Three");
    }

    @Test
    void save_idThatMovedToHttps_isTheSameArticle() {
        save(draft("http://origin.example/?p=1", "One"));

        Saved saved = save(NOW.plusSeconds(1), draft("https://origin.example/?p=1", "One, secure"));

        assertThat(saved.added()).isZero();
        assertThat(store.select(SITE, Selection.WHOLE, 9).articles())
                .extracting(a -> a.id().value())
                .containsExactly("http://origin.example/?p=1");
    }

    @Test
    void selection_ofAStoreThatNobodyReads_isAsNewAsItsArticles_andOneThatIsReadAsTheTransaction() {
        save(NOW.plusSeconds(1), draft("1", "One"));
        save(NOW.plusSeconds(2), draft("2", "Two"));
        Instant unread = store.select(SITE, Selection.WHOLE, 9).changed();
        isRead();

        save(NOW.plusSeconds(3), draft("3", "Three"));

        assertThat(unread).isEqualTo(found(titlesAndPaths().get("Two")).updated());
        assertThat(store.select(SITE, Selection.WHOLE, 9).changed()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void save_articleThatChangedItsSection_touchesBoth() {
        isRead();
        save(draft("1", "One", "News"));

        Saved saved = save(NOW.plusSeconds(1), draft("1", "One", "Sport"));

        assertThat(saved.changes().selections())
                .containsOnlyKeys(new Selection.InSection("news"), new Selection.InSection("sport"));
        assertThat(titles(new Selection.InSection("news"))).isEmpty();
        assertThat(titles(new Selection.InSection("sport"))).containsExactly("One");
        assertThat(store.select(SITE, new Selection.InSection("news"), 9).changed())
                .isEqualTo(NOW.plusSeconds(1));
    }
}
