package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Selection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The feeds that a publisher puts together, and archives, as the store keeps them. */
class ChoicesTest extends StoreFixture {

    private static final Selection SPORT = new Selection.InSection("sport");
    private static final Selection CHOSEN = new Selection.Chosen("mine");

    private static Choice choice(String include, String exclude) {
        return new Choice(
                "mine",
                "Mine",
                "",
                new Criteria(List.of(Set.of(SPORT)), include),
                new Criteria(List.of(Set.of(new Selection.InTag("chess"))), exclude));
    }

    @Test
    void choice_holdsWhatWasThereAndWhatComes() {
        save(draft("1", "Old regatta", "Sport"), draft("2", "Old fair", "News"));

        store.choices(SITE, List.of(choice("", "")), NOW);
        save(draft("3", "New regatta", "Sport"), draft("4", "New fair", "News"));

        assertThat(titles(CHOSEN)).containsExactlyInAnyOrder("Old regatta", "New regatta");
    }

    @Test
    void choice_byWords_followsEdits() {
        store.choices(SITE, List.of(choice("\"big cup\"", "rain")), NOW);
        save(draft("1", "The big cup", "Sport"), draft("2", "The cup is big", "Sport"));
        assertThat(titles(CHOSEN)).containsExactly("The big cup");

        Saved saved = save(NOW.plusSeconds(1), draft("1", "The big cup in the rain", "Sport"));

        assertThat(titles(CHOSEN)).isEmpty();
        assertThat(saved.changes().selections()).containsKey(CHOSEN).doesNotContainKey(SPORT);
    }

    @Test
    void choice_byWordsThatMustNotBeThere_holdsAllOthers() {
        store.choices(SITE, List.of(choice("-rain", "-rowing")), NOW);

        save(draft("1", "Rowing", "Sport"), draft("2", "Rowing in rain", "Sport"), draft("3", "Running", "Sport"));

        assertThat(titles(CHOSEN)).as("what has no rowing in it is left out").containsExactly("Rowing");
    }

    @Test
    void choice_thatIsAnother_isWorkedOutAnew_andOneThatIsGoneForgotten() {
        save(draft("1", "Rowing", "Sport"), draft("2", "Running in rain", "Sport"));
        isRead();
        store.choices(SITE, List.of(choice("", "")), NOW);
        assertThat(titles(CHOSEN)).hasSize(2);

        store.choices(SITE, List.of(choice("", "rain")), NOW.plusSeconds(5));
        assertThat(titles(CHOSEN)).containsExactly("Rowing");
        assertThat(store.select(SITE, CHOSEN, 1).changed()).isEqualTo(NOW.plusSeconds(5));

        store.choices(SITE, List.of(choice("", "rain")), NOW.plusSeconds(9));
        assertThat(store.select(SITE, CHOSEN, 1).changed())
                .as("nothing was to be done")
                .isEqualTo(NOW.plusSeconds(5));

        store.choices(SITE, List.of(), NOW);
        assertThat(titles(CHOSEN)).isEmpty();
    }

    @Test
    void archive_ofAStoreFromBeforeThereWereAny_isMadeAtTheOpening() throws Exception {
        IntStream.rangeClosed(1, 130).forEach(n -> save(dated("a" + n, "A" + n, NOW.minusSeconds(n))));
        Archive before = store.archive(SITE, Selection.WHOLE);
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("heliograph.db"))) {
            connection.createStatement().execute("update derived set version = 1");
            connection.createStatement().execute("update member set arrival = 0");
            connection.createStatement().execute("delete from archive");
        }

        store = JdbcArticleStore.open(new StoreSettings(directory));

        assertThat(before.fingerprints()).hasSize(4);
        assertThat(before.tail()).hasSize(30);
        assertThat(store.archive(SITE, Selection.WHOLE)).isEqualTo(before);
    }

    /** Version 2 took a choice of {@code -word} alone for one of nothing. */
    @Test
    void choice_thatAnEarlierVersionWorkedOutByOtherRules_isWorkedOutAnewAfterTheUpgrade() throws Exception {
        save(draft("1", "Rowing", "Sport"), draft("2", "Running in rain", "Sport"));
        isRead();
        store.choices(SITE, List.of(choice("-rain", "")), NOW);
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("heliograph.db"))) {
            connection.createStatement().execute("update derived set version = 2");
            connection.createStatement().execute("delete from member where selection = '" + CHOSEN.path() + "'");
        }

        store = JdbcArticleStore.open(new StoreSettings(directory));
        store.choices(SITE, List.of(choice("-rain", "")), NOW.plusSeconds(5));

        assertThat(titles(CHOSEN)).containsExactly("Rowing");
        assertThat(store.select(SITE, CHOSEN, 1).changed()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void archive_keepsAnArticlesPlace_whenItMovesToAnotherPathAndDate() {
        IntStream.rangeClosed(1, 130).forEach(n -> save(dated("a" + n, "A" + n, NOW.minusSeconds(n))));
        List<String> titles = archived(2);

        save(at("/elsewhere", "a30", "A30"));

        assertThat(archived(2)).containsExactlyInAnyOrderElementsOf(titles).contains("A30");
        assertThat(store.archive(SITE, Selection.WHOLE).fingerprints()).hasSize(4);
    }

    @Test
    void choice_ofAStoreThatNobodyReads_isAsNewAsItsArticles() {
        store.choices(SITE, List.of(choice("", "")), NOW);
        assertThat(store.select(SITE, CHOSEN, 1).changed()).isEqualTo(Instant.EPOCH);

        save(dated("1", "News", NOW.minusSeconds(90)), draft("2", "Old", "Sport"));
        store.choices(SITE, List.of(choice("", "x")), NOW.plusSeconds(5));

        assertThat(store.select(SITE, CHOSEN, 1).changed())
                .isEqualTo(store.select(SITE, CHOSEN, 1).articles().get(0).updated());
    }

    private List<String> archived(int page) {
        return store.archived(SITE, Selection.WHOLE, page).stream()
                .map(article -> article.title())
                .toList();
    }
}
