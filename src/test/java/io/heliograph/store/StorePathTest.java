package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where articles live, and what is left where they did. */
class StorePathTest extends StoreFixture {

    /* ---------------- Paths ---------------- */

    @Test
    void path_thatIsTaken_givesWayToOneOfOurMaking() {
        save(at("/story", "1", "One"));

        save(NOW.plusSeconds(1), at("/story", "2", "Two & more"));

        assertThat(found("/story").title()).isEqualTo("One");
        assertThat(titlesAndPaths().get("Two & more")).matches("/a/two-more-[a-z2-7]{8}");
    }

    @Test
    void path_thatNobodyWants_isOneOfOurMaking() {
        save(at("", "1", "Снег в городе"));

        String path = titlesAndPaths().get("Снег в городе");

        assertThat(path).startsWith("/a/%D1%81%D0%BD").matches(".*-[a-z2-7]{8}");
    }

    @Test
    void path_thatMoved_leadsToTheNewOne() {
        save(at("/old", "1", "One"));

        save(NOW.plusSeconds(1), at("/new", "1", "One"));

        assertThat(store.find(SITE, "/old")).isEqualTo(new Lookup.Moved("/new"));
        assertThat(found("/new").title()).isEqualTo("One");
    }

    @Test
    void path_thatAnArticleLeft_mayBeTakenByAnother() {
        save(at("/today", "1", "Yesterday"));
        save(NOW.plusSeconds(1), at("/archive-1", "1", "Yesterday"));

        save(NOW.plusSeconds(2), at("/today", "2", "Today"));

        assertThat(found("/today").title()).isEqualTo("Today");
    }

    /** A link that is told apart by its query, or that is reserved here, cannot be a path; but it is an address. */
    @Test
    void address_atTheOrigin_leadsToTheArticle_andChangesWithIt() {
        Changes added = save(linked("https://a.example/index.php?p=7&utm_source=x", "", "One"))
                .changes();
        String own = added.paths().iterator().next();

        assertThat(own).startsWith("/a/one-");
        assertThat(store.find(SITE, "/index.php?p=7")).isEqualTo(new Lookup.Moved(own));
        assertThat(added.addresses()).containsExactly("/index.php?p=7");
        assertThat(save(NOW.plusSeconds(9), linked("https://a.example/index.php?p=7", "", "Two"))
                        .changes()
                        .addresses())
                .containsExactly("/index.php?p=7");
    }

    @Test
    void address_ofAnother_isNotTaken() {
        save(at("/one", "1", "One"));

        save(linked("https://a.example/one", "", "Two"));

        assertThat(found("/one").title()).isEqualTo("One");
    }

    private static Draft linked(String link, String path, String title) {
        return new Draft("2", "2", link, path, NOW.minusSeconds(60), Draft.UNDATED, story(title));
    }

    @Test
    void path_ofNothing_isMissing() {
        assertThat(store.find(SITE, "/nothing")).isEqualTo(new Lookup.Missing());
    }

    /* ---------------- Deleting ---------------- */

    @Test
    void delete_leavesATombstoneAndTouchesWhatShowedIt() {
        save(at("/one", "1", "One"));

        Changes changes = store.delete(SITE, FEED, List.of("1", "never there"), NOW.plusSeconds(5));

        assertThat(store.find(SITE, "/one")).isEqualTo(new Lookup.Gone());
        assertThat(changes.paths()).containsExactly("/one");
        assertThat(titles(Selection.WHOLE)).isEmpty();
        assertThat(store.select(SITE, Selection.WHOLE, 9).changed()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void delete_thenSaveAgain_takesUpIdAndPath() {
        Article before = articleOf(save(at("/one", "1", "One")));
        store.delete(SITE, FEED, List.of("1"), NOW.plusSeconds(5));

        save(NOW.plusSeconds(9), at("/one", "1", "One, back"));

        assertThat(found("/one").id()).isEqualTo(before.id());
        assertThat(found("/one").title()).isEqualTo("One, back");
    }

    @Test
    void delete_thenAnotherArticleAtThePath_isServed() {
        save(at("/one", "1", "One"));
        store.delete(SITE, FEED, List.of("1"), NOW.plusSeconds(5));

        save(NOW.plusSeconds(9), at("/one", "other id", "Posted anew"));

        assertThat(found("/one").title()).isEqualTo("Posted anew");
    }
}
