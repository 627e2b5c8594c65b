package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers see: when, in which selections, with which validators. */
class StoreSelectionTest extends StoreFixture {

    /* ---------------- Embargo ---------------- */

    @Test
    void embargo_hidesUntilTheDateAndThenShows() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        Saved saved = save(new Draft("1", "d", "", "/later", tomorrow, tomorrow, story("Later")));
        assertThat(saved.changes().isEmpty()).isTrue();
        assertThat(store.find(SITE, "/later")).isEqualTo(new Lookup.Missing());
        assertThat(store.nextRelease()).contains(tomorrow);
        assertThat(store.release(tomorrow.minusSeconds(1))).isEmpty();

        List<Changes> released = store.release(tomorrow);

        assertThat(released)
                .singleElement()
                .satisfies(c -> assertThat(c.paths()).containsExactly("/later"));
        assertThat(found("/later").title()).isEqualTo("Later");
        assertThat(store.nextRelease()).isEmpty();
    }

    @Test
    void embargo_ofAPublishedArticle_hidesItAgain() {
        save(at("/one", "1", "One"));
        Instant later = NOW.plusSeconds(3600);

        Saved saved = save(NOW.plusSeconds(1), new Draft("1", "d", "", "/one", later, later, story("One")));

        assertThat(saved.changes().paths()).containsExactly("/one");
        assertThat(titles(Selection.WHOLE)).isEmpty();
    }

    /* ---------------- Sections, newest, media ---------------- */

    @Test
    void sections_areListedInTheOrderOfTheirOldestArticles_asTheirNewestSpellsThem() {
        save(
                dated("1", "A", NOW.minusSeconds(10), "news"),
                dated("2", "B", NOW.minusSeconds(20), "Sport"),
                dated("3", "C", NOW.minusSeconds(5), "NEWS"),
                dated("4", "D", NOW.minusSeconds(1), ""));

        assertThat(store.facets(SITE, FacetKind.SECTION))
                .containsExactly(
                        new Facet(new Selection.InSection("sport"), "Sport", 1),
                        new Facet(new Selection.InSection("news"), "NEWS", 2));
        assertThat(store.newest(SITE)).contains(NOW.minusSeconds(1));
    }

    @Test
    void articleInSeveralOfTheSelections_comesOnce() {
        save(draft("1", "Text"), new Draft("2", "d", "", "/both", NOW, NOW, both()));
        List<Selection> either = List.of(Selection.AUDIBLE, Selection.WATCHABLE);

        Selected selected = store.select(SITE, either, 0, 10);

        assertThat(selected.articles()).extracting(Article::title).containsExactly("Both");
        assertThat(selected.revisions()).hasSize(1);
        assertThat(store.count(SITE, either)).isEqualTo(1);
    }

    private static Story both() {
        return new Story(
                "Both",
                "",
                "",
                List.of(),
                "",
                List.of(),
                "",
                List.of(),
                List.of(
                        recording(Media.Kind.AUDIO, "/media/h/a.mp3", "audio/mpeg"),
                        recording(Media.Kind.VIDEO, "/media/h/v.mp4", "video/mp4")),
                List.of());
    }

    private static Media recording(Media.Kind kind, String path, String type) {
        Rendition file = new Rendition(Href.own(path), type, 0, 0, 0, 0);
        return new Media(kind, "", Duration.ofSeconds(5), List.of(file), List.of());
    }

    @Test
    void watchable_isWhatHasVideoOrALiveStream() {
        Media clip = new Media(
                Media.Kind.VIDEO,
                "",
                Duration.ofSeconds(5),
                List.of(new Rendition(Href.own("/media/h/v.mp4"), "video/mp4", 0, 0, 0, 0)),
                List.of());
        Story watchable = new Story("Video", "", "", List.of(), "", List.of(), "", List.of(), List.of(clip), List.of());

        save(draft("1", "Text"), new Draft("2", "d", "", "/v", NOW, NOW, watchable));

        assertThat(titles(Selection.WATCHABLE)).containsExactly("Video");
        assertThat(store.mediaPaths(SITE)).containsExactly("/media/h/v.mp4");
    }

    /* ---------------- Validators ---------------- */

    @Test
    void modified_staysWithItsHashAndAdvancesWithAnother() {
        Instant first = store.modified(SITE, "/feed.rss", "hash-a", NOW);
        Instant same = store.modified(SITE, "/feed.rss", "hash-a", NOW.plusSeconds(99));
        Instant other = store.modified(SITE, "/feed.rss", "hash-b", NOW.plusSeconds(100));
        Instant back = store.modified(SITE, "/feed.rss", "hash-a", NOW.minusSeconds(100));

        assertThat(first).isEqualTo(NOW);
        assertThat(same).isEqualTo(NOW);
        assertThat(other).isEqualTo(NOW.plusSeconds(100));
        assertThat(back).as("never goes back").isEqualTo(NOW.plusSeconds(101));
    }
}
