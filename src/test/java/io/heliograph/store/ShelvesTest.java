package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles by selection, by nearness, by words. */
class ShelvesTest extends StoreFixture {

    private static final Selection HARBOUR = new Selection.InSection("harbour");

    /* ---------------- Selections ---------------- */

    @Test
    void article_isInEverySelectionThatItsStoryNames() {
        save(draft(1, "One", "Harbour", List.of("Sea", "Old Pier"), "fr", "text"));

        for (Selection selection : List.of(
                Selection.WHOLE,
                HARBOUR,
                new Selection.InTag("sea"),
                new Selection.InTag("old-pier"),
                new Selection.ByAuthor("ann-bay"),
                new Selection.InLanguage("fr"))) {
            assertThat(titles(selection)).as(selection.path()).containsExactly("One");
        }
        assertThat(titles(new Selection.InLanguage(""))).isEmpty();
        assertThat(store.facets(SITE, FacetKind.TAG))
                .containsExactly(
                        new Facet(new Selection.InTag("old-pier"), "Old Pier", 1),
                        new Facet(new Selection.InTag("sea"), "Sea", 1));
        assertThat(store.name(SITE, new Selection.ByAuthor("ann-bay"))).contains("Ann Bay");
    }

    @Test
    void edit_movesAnArticleFromSelectionToSelection() {
        save(draft(1, "One", "Harbour", List.of("Sea"), "", "text"));

        save(draft(1, "One", "Harbour", List.of("Pier"), "", "text"));

        assertThat(titles(new Selection.InTag("sea"))).isEmpty();
        assertThat(titles(new Selection.InTag("pier"))).containsExactly("One");
        assertThat(store.facets(SITE, FacetKind.TAG)).extracting(Facet::name).containsExactly("Pier");
    }

    @Test
    void pages_partASelectionWithoutGapOrRepeat() {
        IntStream.range(0, 30).forEach(n -> save(draft(n, "T" + n, "Harbour", List.of(), "", "text")));

        List<String> pages = IntStream.range(0, 4)
                .mapToObj(page ->
                        store.select(SITE, List.of(HARBOUR), page * 8, 8).articles())
                .flatMap(List::stream)
                .map(Article::title)
                .toList();

        assertThat(pages)
                .hasSize(30)
                .doesNotHaveDuplicates()
                .startsWith("T29", "T28")
                .endsWith("T1", "T0");
        assertThat(store.count(SITE, List.of(HARBOUR))).isEqualTo(30);
    }

    @Test
    void selections_takenTogether_areInOneOrder() {
        save(draft(1, "One", "", List.of(), "en", "text"));
        save(draft(2, "Two", "", List.of(), "", "text"));
        save(draft(3, "Three", "", List.of(), "fr", "text"));
        save(draft(4, "Four", "", List.of(), "en", "text"));

        List<Selection> english = List.of(new Selection.InLanguage("en"), new Selection.InLanguage(""));

        assertThat(store.select(SITE, english, 0, 9).articles())
                .extracting(Article::title)
                .containsExactly("Four", "Two", "One");
        assertThat(store.count(SITE, english)).isEqualTo(3);
    }

    /* ---------------- What a change shifts ---------------- */

    @Test
    void wordChangedInPlace_shiftsNothing() {
        store.modified(SITE, "/", "hash", NOW);
        save(draft(1, "One", "Harbour", List.of("Sea"), "", "text"));

        Changes changes = save(draft(1, "One, corrected", "Harbour", List.of("Sea"), "", "text"));

        assertThat(changes.selections()).isEmpty();
        assertThat(changes.paths()).containsExactly("/1");
        assertThat(changes.siteItself()).isFalse();
        assertThat(store.select(SITE, HARBOUR, 1).changed()).isEqualTo(NOW);
    }

    @Test
    void newTag_shiftsThatTagAlone_fromTheArticlesDateOn() {
        save(draft(1, "One", "Harbour", List.of("Sea"), "", "text"));

        Changes changes = save(draft(1, "One", "Harbour", List.of("Sea", "Pier"), "", "text"));

        assertThat(changes.selections()).containsOnlyKeys(new Selection.InTag("pier"));
        assertThat(changes.selections()).containsValue(date(1));
    }

    @Test
    void otherSpelling_shiftsTheWholeSelection() {
        save(draft(1, "One", "Harbour", List.of("sea"), "", "text"));

        Changes changes = save(draft(2, "Two", "Harbour", List.of("Sea"), "", "text"));

        assertThat(changes.selections()).containsEntry(new Selection.InTag("sea"), Instant.MIN);
        assertThat(changes.selections()).containsEntry(HARBOUR, date(2));
    }

    @Test
    void firstAndLastOfASection_changeTheSiteItself() {
        assertThat(save(draft(1, "One", "Harbour", List.of(), "", "text")).siteItself())
                .isTrue();
        assertThat(save(draft(2, "Two", "Harbour", List.of(), "", "text")).siteItself())
                .isFalse();
        assertThat(store.delete(SITE, "folder", List.of("2"), NOW).siteItself()).isFalse();
        assertThat(store.delete(SITE, "folder", List.of("1"), NOW).siteItself()).isTrue();
        assertThat(store.facets(SITE, FacetKind.SECTION)).isEmpty();
    }

    /* ---------------- Related ---------------- */

    @Test
    void related_areTheOlderOnesThatShareMost() {
        save(draft(1, "far", "Sport", List.of("chess"), "", "text"));
        save(draft(2, "two tags", "Sport", List.of("sea", "pier"), "", "text"));
        save(draft(3, "section", "Harbour", List.of(), "", "text"));
        save(draft(4, "one tag", "Sport", List.of("sea"), "", "text"));
        save(draft(5, "this", "Harbour", List.of("pier", "sea"), "", "text"));
        save(draft(6, "newer", "Harbour", List.of("pier", "sea"), "", "text"));
        Article article = ((Lookup.Found) store.find(SITE, "/5")).article();

        assertThat(store.related(SITE, article, 3))
                .extracting(Article::title)
                .containsExactly("two tags", "one tag", "section");
    }

    /* ---------------- Words ---------------- */

    @ParameterizedTest
    @CsvSource({
        "lantern,             Lanterns on the quay",
        "LANTERNS,            Lanterns on the quay",
        "cafe,                Un caf\u00e9 noir",
        "'\"on the quay\"',   Lanterns on the quay",
        "keeper -fog,         Lanterns on the quay",
        "\u6e2f\u53e3,        \u6e2f\u53e3\u65b0\u95fb",
        "noir ann,            Un caf\u00e9 noir",
        "winter,              Lanterns on the quay",
        "-fog -noir,          Lanterns on the quay",
        "'-\"the keeper\" -fog', Un caf\u00e9 noir",
    })
    void search_findsWhatIsMeant(String query, String title) {
        save(draft(1, "Lanterns on the quay", "Harbour", List.of("Winter"), "", "<p>The keeper &amp; the lamp</p>"));
        save(draft(2, "Un caf\u00e9 noir", "Ville", List.of(), "fr", "Du sucre"));
        save(draft(3, "\u6e2f\u53e3\u65b0\u95fb", "", List.of(), "zh", "Fog keeper"));

        Found found = store.search(SITE, Words.all(query), 0, 9);

        assertThat(found.articles()).extracting(Article::title).containsExactly(title);
        assertThat(found.total()).isEqualTo(1);
    }

    @Test
    void search_putsTheTitleBeforeTheText() {
        save(draft(1, "Lamp", "", List.of(), "", "nothing else"));
        save(draft(2, "Other", "", List.of(), "", "a lamp among many other words in a long text"));

        assertThat(store.search(SITE, Words.all("lamp"), 0, 9).articles())
                .extracting(Article::title)
                .containsExactly("Lamp", "Other");
        assertThat(store.search(SITE, Words.all("lamp"), 1, 9).articles())
                .extracting(Article::title)
                .containsExactly("Other");
    }

    @Test
    void search_forgetsWhatIsEditedAwayOrDeletedAndKeepsSitesApart() {
        save(draft(1, "Lamp", "", List.of(), "", "text"));
        store.save("other", AUTHORITY, "folder", List.of(draft(9, "Lamp", "", List.of(), "", "text")), NOW);
        assertThat(hits("lamp")).isEqualTo(1);

        save(draft(1, "Lantern", "", List.of(), "", "text"));
        assertThat(hits("lamp")).isZero();
        assertThat(hits("lantern")).isEqualTo(1);

        store.delete(SITE, "folder", List.of("1"), NOW);
        assertThat(hits("lantern")).isZero();
        assertThat(store.search("other", Words.all("lamp"), 0, 9).total()).isEqualTo(1);
    }

    @Test
    void search_findsNothingUnderEmbargo() {
        Story story = Story.of("Lamp", "text");
        Draft later = new Draft("1", "1", "", "/1", NOW.plusSeconds(60), NOW.plusSeconds(60), story);
        save(later);
        assertThat(hits("lamp")).isZero();
        assertThat(titles(Selection.WHOLE)).isEmpty();

        store.release(NOW.plusSeconds(61));

        assertThat(hits("lamp")).isEqualTo(1);
        assertThat(titles(Selection.WHOLE)).containsExactly("Lamp");
    }

    /* ---------------- What is derived ---------------- */

    @Test
    void derived_isMadeAnew_whereItIsOfAnotherVersion() throws Exception {
        save(draft(1, "Lamp", "Harbour", List.of("Sea"), "", "text"));
        store.close();
        Path file = directory.resolve("heliograph.db");
        assertThat(Files.exists(file)).isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("delete from member");
            connection.createStatement().execute("update derived set version = 0");
        }

        open();

        assertThat(titles(new Selection.InTag("sea"))).containsExactly("Lamp");
        assertThat(hits("lamp")).isEqualTo(1);
        assertThat(store.facets(SITE, FacetKind.SECTION))
                .extracting(Facet::name)
                .containsExactly("Harbour");
    }

    private int hits(String query) {
        return store.search(SITE, Words.all(query), 0, 9).total();
    }

    private Changes save(Draft draft) {
        return store.save(SITE, AUTHORITY, "folder", List.of(draft), NOW).changes();
    }

    private static Instant date(int n) {
        return NOW.minusSeconds(1000 - n);
    }

    private static Draft draft(int n, String title, String section, List<String> tags, String language, String html) {
        Story story = new Story(
                title,
                "",
                html,
                List.of(new Author("Ann Bay", "")),
                section,
                tags,
                language,
                List.of(),
                List.of(),
                List.of());
        return new Draft("" + n, "" + n, "", "/" + n, date(n), date(n), story);
    }
}
