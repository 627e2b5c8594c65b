package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.article.TagAuthority;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Articles of several origins, and what is remembered of each. */
class StoreOriginTest extends StoreFixture {

    /* ---------------- Several origins ---------------- */

    @Test
    void origins_withTheSameGlobalId_giveOneArticle() {
        store.origins(SITE, Set.of(FEED, "second"));
        save(draft("urn:isbn:1", "From the first"));

        Saved saved = store.save(SITE, AUTHORITY, "second", List.of(draft("urn:isbn:1", "From the second")), NOW);

        assertThat(saved.duplicates()).isEqualTo(1);
        assertThat(titles(Selection.WHOLE)).containsExactly("From the first");
    }

    @Test
    void origins_withTheSameLocalId_giveTwoArticlesWithTwoIds() {
        store.origins(SITE, Set.of(FEED, "second"));
        save(draft("1", "From the first"));

        store.save(SITE, AUTHORITY, "second", List.of(draft("1", "From the second")), NOW);

        List<Article> articles = store.select(SITE, Selection.WHOLE, 9).articles();
        assertThat(articles).hasSize(2);
        assertThat(articles)
                .extracting(a -> a.id().value())
                .doesNotHaveDuplicates()
                .contains("1");
    }

    @Test
    void origin_thatMoved_takesItsArticlesAlong() {
        save(draft("1", "One"));
        store.origins(SITE, Set.of("https://new.example/feed"));

        Saved saved = store.save(
                SITE, AUTHORITY, "https://new.example/feed", List.of(draft("1", "One, moved")), NOW.plusSeconds(1));

        assertThat(saved.updated()).isEqualTo(1);
        assertThat(store.select(SITE, Selection.WHOLE, 9).articles())
                .extracting(a -> a.id().value(), Article::title)
                .containsExactly(tuple("1", "One, moved"));
        assertThat(store.sources(SITE, "https://new.example/feed")).containsExactly("1");
    }

    @Test
    void sites_areApart() {
        save(at("/one", "1", "One"));

        store.save("other", AUTHORITY, FEED, List.of(at("/one", "1", "Theirs")), NOW);

        assertThat(found("/one").title()).isEqualTo("One");
        assertThat(titles(Selection.WHOLE)).containsExactly("One");
    }

    /* ---------------- Origins ---------------- */

    @Test
    void origin_isRemembered() {
        OriginState state = new OriginState("Title", "About", "en", "\"e\"", "Sat", 3, NOW, NOW.plusSeconds(60));

        store.remember(SITE, FEED, state);

        assertThat(store.origin(SITE, FEED)).isEqualTo(state);
        assertThat(store.origin(SITE, "unknown")).isEqualTo(OriginState.NEW);
    }

    @Test
    void authority_isTheFirstThatWasAskedFor() {
        store.authority(SITE, AUTHORITY);

        TagAuthority used = store.authority(SITE, new TagAuthority("other.example", "2027"));

        assertThat(used).isEqualTo(AUTHORITY);
    }
}
