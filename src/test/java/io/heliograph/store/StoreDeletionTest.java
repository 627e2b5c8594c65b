package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Deletion;
import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of articles that are gone, and when that ends. */
class StoreDeletionTest extends StoreFixture {

    private static final Instant LATER = NOW.plusSeconds(5);

    @Test
    void deletion_saysWhichArticleLivedWhereUntilWhen() {
        save(at("/one", "1", "One"));

        delete("1", LATER);

        assertThat(deletions()).hasSize(1).first().satisfies(deletion -> {
            assertThat(deletion.id().value()).isEqualTo("1");
            assertThat(deletion.path()).isEqualTo("/one");
            assertThat(deletion.when()).isEqualTo(LATER);
        });
    }

    @Test
    void deletion_keepsNoWordOfTheArticle() throws Exception {
        save(new Draft("1", "1", "", "/one", NOW, NOW, story("Zanzibarbarian")));

        delete("1", LATER);

        store.close();
        StringBuilder left = new StringBuilder();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("article", "departure", "tombstone", "path", "member", "facet")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            left.append(rows.getString(i)).append(' ');
                        }
                    }
                }
            }
        }
        open();
        assertThat(left.toString()).contains("/one").doesNotContainIgnoringCase("Zanzibarbarian");
    }

    @Test
    void deletion_overwritesItsWordsInTheFile() throws Exception {
        String body = "<p>" + "Zanzibarbarian text ".repeat(2_000) + "</p>";
        save(
                at("/two", "2", "Two"),
                new Draft("1", "1", "", "/one", NOW, NOW, Story.of("Unspeakably", body)),
                at("/three", "3", "Three"));
        assertThat(file()).containsIgnoringCase("Zanzibarbarian").containsIgnoringCase("Unspeakably");

        delete("1", LATER);

        assertThat(file()).doesNotContainIgnoringCase("zanzibarbarian").doesNotContainIgnoringCase("unspeakably");
        assertThat(store.search(SITE, Words.all("three"), 0, 10).articles()).hasSize(1);
    }

    @Test
    void deletion_ofAnArticleWhosePathIsAnothers_hasNone() {
        save(at("/one", "1", "One"));
        delete("1", LATER);

        Saved saved = save(NOW.plusSeconds(9), at("/one", "2", "Two"));

        assertThat(deletions()).extracting(Deletion::path).containsExactly("");
        assertThat(saved.changes().histories()).contains(Selection.WHOLE);
    }

    /* ---------------- Coming back ---------------- */

    @Test
    void articleThatComesBack_isNamedNoMore_andNewerThanItsDeletion() {
        // RFC 6721, section 3: readers compare the two dates.
        save(at("/one", "1", "One"));
        delete("1", LATER);

        Saved saved = save(NOW.plusSeconds(9), at("/one", "1", "One"));

        assertThat(deletions()).isEmpty();
        assertThat(saved.changes().histories()).contains(Selection.WHOLE);
        assertThat(found("/one").published()).isEqualTo(NOW.minusSeconds(60));
        assertThat(found("/one").updated()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void articleThatCameBack_staysNewerThanItsDeletion_whenAnEditHasAnOldDate() {
        // RFC 6721, section 3: who was told of the deletion would take the entry for the one that is gone.
        save(at("/one", "1", "One"));
        delete("1", LATER);
        save(NOW.plusSeconds(9), at("/one", "1", "One"));

        save(
                NOW.plusSeconds(20),
                new Draft("1", "1", "", "/one", NOW.minusSeconds(60), NOW.minusSeconds(30), story("One, edited")));

        assertThat(found("/one").title()).isEqualTo("One, edited");
        assertThat(found("/one").updated()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void articleThatWillComeBack_isGoneUntilItDoes() {
        save(at("/one", "1", "One"));
        delete("1", LATER);

        Saved saved = save(NOW.plusSeconds(9), embargoed(NOW.plusSeconds(100)));

        assertThat(saved.changes().isEmpty()).isTrue();
        assertThat(deletions()).extracting(Deletion::path).containsExactly("/one");
        assertThat(store.find(SITE, "/one")).isEqualTo(new Lookup.Gone());

        List<Changes> changes = store.release(NOW.plusSeconds(100));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).histories()).contains(Selection.WHOLE);
        assertThat(deletions()).isEmpty();
        assertThat(found("/one").title()).isEqualTo("One, back");
    }

    @Test
    void articleThatWouldHaveComeBack_isStillGone_whenItIsDeletedAgain() {
        save(at("/one", "1", "One"));
        delete("1", LATER);
        save(NOW.plusSeconds(9), embargoed(NOW.plusSeconds(100)));

        delete("1", NOW.plusSeconds(50));

        assertThat(deletions()).extracting(Deletion::when).containsExactly(LATER);
        assertThat(store.find(SITE, "/one")).isEqualTo(new Lookup.Gone());
        assertThat(store.release(NOW.plusSeconds(100))).isEmpty();

        save(NOW.plusSeconds(200), at("/one", "1", "One"));

        assertThat(deletions()).isEmpty();
        assertThat(found("/one").title()).isEqualTo("One");
    }

    @Test
    void articleThatComesBackSooner_isNamedNoMore() {
        save(at("/one", "1", "One"));
        delete("1", LATER);
        save(NOW.plusSeconds(9), embargoed(NOW.plusSeconds(100)));

        save(NOW.plusSeconds(20), at("/one", "1", "One, at once"));

        assertThat(deletions()).isEmpty();
        assertThat(found("/one").title()).isEqualTo("One, at once");
    }

    @Test
    void articleThatIsHiddenAgain_wasNotDeleted() {
        save(at("/one", "1", "One"));
        delete("1", LATER);
        save(NOW.plusSeconds(9), at("/one", "1", "One"));

        save(NOW.plusSeconds(20), embargoed(NOW.plusSeconds(100)));

        assertThat(deletions()).isEmpty();
        assertThat(store.find(SITE, "/one")).isEqualTo(new Lookup.Missing());
    }

    /* ---------------- A store of an earlier version ---------------- */

    @Test
    void storeOfAnEarlierVersion_knowsWhereTheDeletedLived() throws Exception {
        save(at("/one", "1", "One"), at("/two", "2", "Two"));
        delete("1", LATER);
        store.close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop index departure_path");
            statement.execute("alter table departure drop column path");
            statement.execute("alter table article drop column gone");
            statement.execute("delete from schema_version where version >= 5");
        }

        open();

        assertThat(deletions()).extracting(Deletion::path).containsExactly("/one");
        assertThat(found("/two").title()).isEqualTo("Two");
    }

    /** Every byte of the store, between two runs of a gateway. */
    private String file() throws IOException {
        store.close();
        String bytes = Files.readString(directory.resolve("heliograph.db"), StandardCharsets.ISO_8859_1);
        open();
        return bytes;
    }

    private List<Deletion> deletions() {
        return store.deletions(SITE, List.of(Selection.WHOLE), Instant.EPOCH);
    }

    private void delete(String source, Instant now) {
        store.delete(SITE, FEED, List.of(source), now);
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("heliograph.db"));
    }

    private static Draft embargoed(Instant until) {
        return new Draft("1", "1", "", "/one", until, until, story("One, back"));
    }
}
