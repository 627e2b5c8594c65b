package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Draft;
import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Person;
import io.heliograph.article.Selection;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What search engines are told: which articles there are, and which are news; and what stays once it was said. */
class RegistryTest extends StoreFixture {

    private static final Duration NEWS = Duration.ofHours(48);

    @Test
    void news_areWhatWasNotLetGo_newestFirst() {
        store.authority(SITE, AUTHORITY);

        save(
                draft("old", NOW.minus(NEWS)),
                draft("new", NOW),
                draft("late", NOW.minus(NEWS).plusSeconds(1)));

        assertThat(news()).containsExactly("new", "late");
    }

    @Test
    void age_tellsOfASiteOnce_whoseNewsGotFewer() {
        store.authority(SITE, AUTHORITY);
        save(draft("a", NOW));
        store.age(NOW);
        Instant later = NOW.plus(NEWS).plusSeconds(1);

        List<Changes> changes = store.age(later);

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.site()).isEqualTo(SITE);
            assertThat(change.selections()).containsOnlyKeys(Selection.NEWS);
            assertThat(change.paths()).isEmpty();
            assertThat(change.siteItself()).isFalse();
        });
        assertThat(store.age(later)).isEmpty();
        assertThat(news()).isEmpty();
    }

    @Test
    void age_changesNothing_whereNobodyGrewOld() {
        store.authority(SITE, AUTHORITY);
        save(draft("a", NOW));

        assertThat(store.age(NOW)).isEmpty();
    }

    @Test
    void whatComes_takesOutWhatIsTooOld_andTellsOfIt() {
        store.authority(SITE, AUTHORITY);
        save(draft("a", NOW));
        Instant later = NOW.plus(NEWS);

        Saved saved = save(later, draft("b", later));

        assertThat(saved.changes().selections()).containsKey(Selection.NEWS);
        assertThat(news()).containsExactly("b");
    }

    @Test
    void age_touchesNoOtherSelection() {
        store.authority(SITE, AUTHORITY);
        save(draft("a", NOW));
        Instant before = store.select(SITE, Selection.WHOLE, 1).changed();
        Instant later = NOW.plus(NEWS).plusSeconds(1);

        store.age(later);

        assertThat(store.select(SITE, Selection.WHOLE, 1).changed()).isEqualTo(before);
    }

    @Test
    void part_keepsItsArticles_whateverComesAndGoes() {
        save(draft("a", NOW), draft("b", NOW), draft("c", NOW));
        List<String> first = part(1);

        store.delete(SITE, FEED, List.of("id:b"), NOW);
        save(draft("d", NOW.minusSeconds(9)), draft("e", NOW));

        assertThat(part(1)).isSubsetOf(first);
        assertThat(store.parts(SITE, 2)).extracting(SitemapPart::number).contains(1L, 2L, 3L);
        assertThat(part(1).size() + part(2).size() + part(3).size()).isEqualTo(4);
    }

    @Test
    void part_changesWithItsArticles() {
        save(draft("a", NOW), draft("b", NOW));
        save(draft("c", NOW));
        Instant later = NOW.plusSeconds(100);

        save(later, new Draft("id:c", "c", "", "", NOW, Draft.UNDATED, Story.of("c", "<p>other</p>")));

        assertThat(store.parts(SITE, 2)).containsExactly(new SitemapPart(1, NOW), new SitemapPart(2, later));
    }

    @Test
    void waiting_areThoseWhoseDateHasNotCome() {
        save(draft("a", NOW), draft("b", NOW.plusSeconds(60)));

        assertThat(store.waiting(SITE, 1, 10)).hasSize(1);
        assertThat(store.part(SITE, 1, 10, 0, 10)).hasSize(1);
    }

    @Test
    void whatWasSettled_stays() {
        assertThat(store.settled(SITE, "guid", "one")).isEqualTo("one");
        assertThat(store.settled(SITE, "guid", "two")).isEqualTo("one");
        assertThat(store.settled("other", "guid", "two")).isEqualTo("two");
    }

    @Test
    void source_thatCallsItselfSomethingElse_changesNoArticle() {
        save(from("Bay News"));

        Saved saved = save(NOW.plusSeconds(60), from("Bay News (3)"));

        assertThat(saved.unchanged()).isEqualTo(1);
        assertThat(saved.changes().isEmpty()).isTrue();
    }

    @Test
    void sourceAndEpisode_comeBackAsTheyWere() {
        Source source = new Source("Bay", "https://b.example/f", "https://b.example/", "urn:x:1", "R", NOW);
        Episode episode = new Episode(
                1,
                2,
                Episode.Kind.BONUS,
                Episode.Rating.CLEAN,
                List.of(Href.own("/media/a.json")),
                List.of(new Person("Ada", "guest", "https://a.example/")));
        Story story = Story.of("t", "<p>a</p>").from(source).airedAs(episode);

        Article article = articleOf(save(new Draft("id", "t", "", "", NOW, NOW, story)));

        assertThat(article.story().source()).isEqualTo(source);
        assertThat(article.story().episode()).isEqualTo(episode);
    }

    @Test
    void pictureThatComesLater_makesNoArticleNewer() {
        save(new Draft("id", "t", "", "", NOW, Draft.UNDATED, Story.of("t", "<p>a</p>")));
        Story illustrated = Story.of("t", "<p>a</p><img src=\"\u0001/media/a.jpg\" alt=\"\">");

        Article article =
                articleOf(save(NOW.plusSeconds(60), new Draft("id", "t", "", "", NOW, Draft.UNDATED, illustrated)));

        assertThat(article.updated()).isEqualTo(NOW);
    }

    private Draft from(String title) {
        Source source = new Source(title, "https://b.example/f", "", "", "", Source.UNDATED);
        return new Draft(
                "id", "t", "", "", NOW, Draft.UNDATED, Story.of("t", "<p>a</p>").from(source));
    }

    private static Draft draft(String name, Instant published) {
        return new Draft("id:" + name, name, "", "", published, Draft.UNDATED, Story.of(name, "<p>" + name + "</p>"));
    }

    private List<String> news() {
        return store.news(SITE, 1000).articles().stream().map(Article::title).toList();
    }

    private List<String> part(long number) {
        return store.part(SITE, number, 2, 0, 10).stream().map(Article::title).toList();
    }
}
