package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Rss;
import io.heliograph.http.ContentCoding;
import io.heliograph.page.Pages;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change has those documents rendered anew that show it, and no other. */
class RefreshTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    private static final Host HOST = Host.parse("https://news.example");
    private static final Selection HARBOUR = new Selection.InSection("harbour");
    private static final Target FRONT = new Target.FrontPage();
    private static final Target FEED = new Target.FeedTarget(Selection.WHOLE, new Rss(), 10);
    private static final Target SEA_FEED =
            new Target.FeedTarget(new Selection.InTag("sea"), new Rss(), Feed.DEFAULT_LIMIT);
    private static final Target FIRST_PAGE = new Target.ListingPage(HARBOUR, 1);
    private static final Target SECOND_PAGE = new Target.ListingPage(HARBOUR, 2);
    private static final Target NEWEST = new Target.ArticlePage("/29");
    private static final Target OLDEST = new Target.ArticlePage("/0");
    private static final Target FEEDS = new Target.FeedsPage();
    private static final Target MIRRORS = new Target.MirrorsPage();

    @TempDir
    Path directory;

    private ArticleStore store;
    private RepresentationCache cache;

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        Site site = new Site("news", "The News", "About", "en", AUTHORITY, ZoneOffset.UTC, List.of(HOST));
        Sites sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
        Renderer renderer = new Renderer(sites, store, new Pages(), InstantSource.system());
        cache = new RepresentationCache(new RepresentationSettings(10 << 20), renderer, Runnable::run);
        for (int n = 0; n < 30; n++) {
            save(n, "T" + n, n < 3 ? List.of("sea") : List.of("pier"));
        }
        all().forEach(this::get);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void editOfAnOldArticle_rendersItsPagesAndNotTheFront() {
        Changes change = save(1, "T1, corrected", List.of("sea"));

        assertThat(rendered(change)).as("second page, feed of the tag").isEqualTo(2);
        assertThat(text(SECOND_PAGE)).contains("T1, corrected");
        assertThat(text(SEA_FEED)).contains("T1, corrected");
    }

    @Test
    void editOfTheNewest_rendersWhatShowsIt() {
        Changes change = save(29, "T29, corrected", List.of("pier"));

        assertThat(rendered(change))
                .as("front, first page, its own page, the preview of the feeds; the short feed is forgotten")
                .isEqualTo(4);
        for (Target target : List.of(FRONT, FEED, FIRST_PAGE, NEWEST, FEEDS)) {
            assertThat(text(target)).as(target.key()).contains("T29, corrected");
        }
    }

    @Test
    void newArticle_leavesTheOlderArticlesPagesAlone() {
        Changes change = save(30, "T30", List.of("pier"));

        assertThat(rendered(change))
                .as("front, both pages, the preview of the feeds; the short feed is forgotten")
                .isEqualTo(4);
        assertThat(text(FIRST_PAGE)).contains("T30");
        assertThat(text(SECOND_PAGE)).contains("T6<");
    }

    @Test
    void olderArticle_mayBeRelatedToAllThatAreNewer() {
        Changes change = save(-1, "Long ago", List.of("sea"));

        assertThat(rendered(change))
                .as("all but the page about the hosts, and the short feed, which is forgotten")
                .isEqualTo(7);
    }

    @Test
    void newSection_isOnEveryPage() {
        Story story =
                new Story("S", "", "<p>S</p>", List.of(), "Sport", List.of(), "", List.of(), List.of(), List.of());
        Changes change = save(new Draft("s", "s", "", "/s", NOW, NOW, story));

        assertThat(change.siteItself()).isTrue();
        assertThat(rendered(change)).as("all but the short feed").isEqualTo(all().count() - 1);
    }

    @Test
    void search_isForgottenAndNotMadeAnew() {
        Target search = new Target.SearchPage("t29", 1);
        Target missing = new Target.MissingPage("t29");
        assertThat(text(search)).contains("T29");
        assertThat(text(missing)).contains("T29");
        long entries = cache.figures().entries();

        assertThat(rendered(new Changes("news", 9, NOW, Map.of(), Set.of("/none"), false)))
                .isZero();

        assertThat(cache.figures().entries()).isEqualTo(entries - 2);
    }

    private static Stream<Target> all() {
        return Stream.of(FRONT, FEED, SEA_FEED, FIRST_PAGE, SECOND_PAGE, NEWEST, OLDEST, FEEDS, MIRRORS);
    }

    private long rendered(Changes change) {
        long before = cache.figures().loads();
        cache.refresh(change);
        return cache.figures().loads() - before;
    }

    private String text(Target target) {
        return ((Representation) get(target)).body().toString(StandardCharsets.UTF_8);
    }

    private Answer get(Target target) {
        Answer answer = cache.get(RepresentationKey.of("news", target, HOST, ContentCoding.IDENTITY))
                .getNow(new Answer.Gone());
        assertThat(answer).as(target.key()).isInstanceOf(Representation.class);
        return answer;
    }

    private Changes save(int n, String title, List<String> tags) {
        Instant date = NOW.minusSeconds(1000 - n);
        Story story = new Story(
                title, "", "<p>" + title + "</p>", List.of(), "Harbour", tags, "", List.of(), List.of(), List.of());
        return save(new Draft("" + n, "" + n, "", "/" + n, date, date, story));
    }

    private Changes save(Draft draft) {
        return store.save("news", AUTHORITY, "folder", List.of(draft), NOW).changes();
    }
}
