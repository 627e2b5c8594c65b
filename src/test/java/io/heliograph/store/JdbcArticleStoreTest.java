package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcArticleStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    private static final String SITE = "news";
    private static final String FEED = "https://origin.example/feed";

    @TempDir
    Path directory;

    private ArticleStore store;

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        store.origins(SITE, Set.of(FEED));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /* ---------------- Saving ---------------- */

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
    void save_articleThatChangedItsSection_touchesBoth() {
        save(draft("1", "One", "News"));

        Saved saved = save(NOW.plusSeconds(1), draft("1", "One", "Sport"));

        assertThat(saved.changes().selections())
                .containsOnlyKeys(new Selection.InSection("news"), new Selection.InSection("sport"));
        assertThat(titles(new Selection.InSection("news"))).isEmpty();
        assertThat(titles(new Selection.InSection("sport"))).containsExactly("One");
        assertThat(store.select(SITE, new Selection.InSection("news"), 9).changed())
                .isEqualTo(NOW.plusSeconds(1));
    }

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
    void sections_areListedInTheOrderInWhichTheyCame_asTheirNewestArticleSpellsThem() {
        save(
                dated("1", "A", NOW.minusSeconds(10), "news"),
                dated("2", "B", NOW.minusSeconds(20), "Sport"),
                dated("3", "C", NOW.minusSeconds(5), "NEWS"),
                dated("4", "D", NOW.minusSeconds(1), ""));

        assertThat(store.facets(SITE, FacetKind.SECTION))
                .containsExactly(
                        new Facet(new Selection.InSection("news"), "NEWS", 2),
                        new Facet(new Selection.InSection("sport"), "Sport", 1));
        assertThat(store.newest(SITE)).contains(NOW.minusSeconds(1));
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

    /* ---------------- Opening ---------------- */

    @Test
    void open_again_hasEverything() {
        save(at("/one", "1", "One"));
        store.close();

        store = JdbcArticleStore.open(new StoreSettings(directory));

        assertThat(found("/one").title()).isEqualTo("One");
        assertThat(store.modified(SITE, "k", "h", NOW)).isEqualTo(NOW);
    }

    @Test
    void open_whileAnotherHasIt_saysSo() {
        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("in use by another gateway");
    }

    @Test
    void open_aStoreOfANewerVersion_saysSo() throws Exception {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("heliograph.db"));
                var statement = connection.createStatement()) {
            statement.execute("insert into schema_version (version) values (999)");
        }

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("newer Heliograph");
    }

    @Test
    void open_whatIsNoDatabase_saysSoAndLeavesItAlone() throws Exception {
        store.close();
        Path file = directory.resolve("heliograph.db");
        Files.deleteIfExists(directory.resolve("heliograph.db-wal"));
        Files.writeString(file, "this is not a database, and longer than a hundred bytes ".repeat(5));

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readString(file)).startsWith("this is not a database");
    }

    @Test
    void open_whereAFileIs_saysSo() throws Exception {
        Path file = Files.writeString(directory.resolve("a-file"), "x");

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(file)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("cannot be written");
    }

    /* ---------------- Given ---------------- */

    private Saved save(Draft... drafts) {
        return save(NOW, drafts);
    }

    private Saved save(Instant now, Draft... drafts) {
        return store.save(SITE, AUTHORITY, FEED, List.of(drafts), now);
    }

    private Article articleOf(Saved saved) {
        return found(saved.changes().paths().iterator().next());
    }

    private Article found(String path) {
        assertThat(store.find(SITE, path)).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found) store.find(SITE, path)).article();
    }

    private List<String> titles(Selection selection) {
        return store.select(SITE, selection, 100).articles().stream()
                .map(Article::title)
                .toList();
    }

    private Map<String, String> titlesAndPaths() {
        Map<String, String> paths = new HashMap<>();
        for (Article article :
                new ArrayList<>(store.select(SITE, Selection.WHOLE, 100).articles())) {
            paths.put(article.title(), article.path());
        }
        return paths;
    }

    private static Story story(String title) {
        return Story.of(title, "<p>" + title + "</p>");
    }

    private static Draft draft(String id, String title) {
        return draft(id, title, "");
    }

    private static Draft draft(String id, String title, String section) {
        return new Draft(
                id,
                id,
                "",
                "/p-" + Math.abs(id.replaceFirst("^https?", "").hashCode()),
                NOW.minusSeconds(60),
                Draft.UNDATED,
                new Story(
                        title,
                        "",
                        "<p>" + title + "</p>",
                        List.of(),
                        section,
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Draft undated(String id, String title) {
        return new Draft(id, id, "", "/" + id, Draft.UNDATED, Draft.UNDATED, story(title));
    }

    private static Draft dated(String id, String title, Instant published) {
        return new Draft(id, id, "", "/" + id, published, published, story(title));
    }

    private static Draft dated(String id, String title, Instant published, String section) {
        Draft draft = draft(id, title, section);
        return new Draft(id, id, "", draft.path(), published, published, draft.story());
    }

    private static Draft at(String path, String id, String title) {
        return new Draft(id, id, "", path, NOW.minusSeconds(60), Draft.UNDATED, story(title));
    }
}
