package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepresentationCacheTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    private static final Host CANONICAL = Host.parse("https://news.example");
    private static final Host MIRROR = Host.parse("https://mirror.example");
    private static final Format RSS = new Rss();
    private static final Format ATOM = new Atom();

    @TempDir
    Path directory;

    private final Held held = new Held();
    private ArticleStore store;

    /** Keeps tasks until they are let go, so that a test decides what happens first. */
    private static final class Held implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable task) {
            tasks.add(task);
        }

        void letGo() {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        }

        private synchronized Runnable next() {
            return tasks.poll();
        }
    }

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        save("1", "One", "News");
    }

    @AfterEach
    void close() {
        store.close();
    }

    /* ---------------- Getting ---------------- */

    @Test
    void get_byMany_rendersOnce() {
        RepresentationCache cache = cache(ForkJoinPool.commonPool(), 10 << 20);

        List<CompletableFuture<Answer>> flights = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            flights.add(cache.get(feed(RSS, CANONICAL)));
        }

        await().until(() -> flights.stream().allMatch(CompletableFuture::isDone));
        assertThat(cache.figures().loads()).isEqualTo(1);
        assertThat(flights)
                .extracting(f -> f.getNow(null))
                .allSatisfy(a -> assertThat(a).isSameAs(flights.get(0).getNow(null)));
    }

    @Test
    void get_forAnotherHostOrCoding_rendersNotAgain() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation one = representation(cache, feed(RSS, CANONICAL));

        Representation other = representation(cache, feed(RSS, MIRROR));
        representation(cache, new RepresentationKey(feed(RSS, MIRROR).document(), MIRROR, ContentCoding.GZIP));

        assertThat(cache.figures().loads()).isEqualTo(1);
        assertThat(text(other)).isEqualTo(text(one).replace("news.example/", "mirror.example/"));
        assertThat(other.tag()).isEqualTo(one.tag());
        assertThat(other.modified()).isEqualTo(one.modified());
    }

    @Test
    void get_again_isAHit() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        representation(cache, feed(RSS, CANONICAL));

        representation(cache, feed(RSS, CANONICAL));

        assertThat(cache.figures().hits()).isEqualTo(1);
        assertThat(cache.figures().misses()).isEqualTo(1);
    }

    @Test
    void get_whatIsNotThere_isLookedForAnewEachTime() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey later =
                RepresentationKey.of("news", new Target.ArticlePage("/later"), CANONICAL, ContentCoding.IDENTITY);
        assertThat(cache.get(later).getNow(null)).isEqualTo(new Answer.Missing());
        assertThat(cache.figures().entries()).isZero();

        save("later", "Later", "News");

        assertThat(cache.get(later).getNow(null)).isInstanceOf(Representation.class);
    }

    @Test
    void memory_isBoundedByBytes() {
        RepresentationCache cache = cache(Runnable::run, 100_000);

        for (int limit = 1; limit <= 200; limit++) {
            representation(
                    cache,
                    RepresentationKey.of(
                            "news",
                            new Target.FeedTarget(Selection.WHOLE, RSS, limit),
                            CANONICAL,
                            ContentCoding.IDENTITY));
        }

        assertThat(cache.figures().evictions()).isPositive();
        assertThat(cache.figures().weightBytes()).isLessThanOrEqualTo(100_000);
    }

    /* ---------------- Refreshing ---------------- */

    @Test
    void refresh_givesTheOldUntilTheNewIsThere() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> first = cache.get(feed(RSS, CANONICAL));
        held.letGo();
        assertThat(text(first.getNow(null))).contains("One");

        cache.refresh(save("1", "One, corrected", "News"));

        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).doesNotContain("corrected");
        held.letGo();
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_whileAFlightReadsTheOld_replacesWhatItBrings() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> flight = cache.get(feed(RSS, CANONICAL));
        // The flight has rendered what was there, and waits for its turn to be coded.
        held.next().run();
        Changes change = save("1", "One, corrected", "News");

        cache.refresh(change);
        held.letGo();

        assertThat(flight).isDone();
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_whileAFlightHasNotBegun_isSeenByIt() {
        RepresentationCache cache = cache(held, 10 << 20);
        CompletableFuture<Answer> flight = cache.get(feed(RSS, CANONICAL));

        cache.refresh(save("1", "One, corrected", "News"));
        held.letGo();

        assertThat(text(flight.getNow(null))).contains("corrected");
        assertThat(text(cache.get(feed(RSS, CANONICAL)).getNow(null))).contains("corrected");
    }

    @Test
    void refresh_rendersWhatTheChangeTouchesAlone() {
        save("2", "Two", "Sport");
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey news = section("news");
        RepresentationKey sport = section("sport");
        Representation before = representation(cache, news);
        representation(cache, sport);
        representation(cache, feed(ATOM, CANONICAL));
        long loads = cache.figures().loads();

        cache.refresh(save("2", "Two, corrected", "Sport"));

        assertThat(cache.figures().loads() - loads)
                .as("the sport feed and the whole feed")
                .isEqualTo(2);
        assertThat(representation(cache, news)).isSameAs(before);
        assertThat(text(representation(cache, sport))).contains("corrected");
        assertThat(text(representation(cache, feed(ATOM, CANONICAL)))).contains("corrected");
    }

    @Test
    void refresh_ofEqualContent_keepsWhatWasThere() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation before = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(new Changes("news", 9, NOW.plusSeconds(99), Map.of(Selection.WHOLE, NOW), Set.of(), false));

        assertThat(representation(cache, feed(RSS, CANONICAL))).isSameAs(before);
    }

    @Test
    void refresh_ofADeletedArticle_isGone() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        RepresentationKey page =
                RepresentationKey.of("news", new Target.ArticlePage("/1"), CANONICAL, ContentCoding.IDENTITY);
        representation(cache, page);

        cache.refresh(store.delete("news", "folder", List.of("1"), NOW.plusSeconds(5)));

        assertThat(cache.get(page).getNow(null)).isEqualTo(new Answer.Gone());
    }

    @Test
    void refresh_thatFails_keepsTheLastGood() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation before = representation(cache, feed(RSS, CANONICAL));
        Changes change = save("1", "One, corrected", "News");
        store.close();

        cache.refresh(change);

        assertThat(representation(cache, feed(RSS, CANONICAL))).isSameAs(before);
        assertThat(cache.figures().failures()).isEqualTo(1);
        store = JdbcArticleStore.open(new StoreSettings(directory));
    }

    /* ---------------- Validators ---------------- */

    @Test
    void validators_followContentAndNotTime() {
        Representation before = representation(cache(Runnable::run, 10 << 20), feed(ATOM, CANONICAL));

        Representation again = representation(cache(Runnable::run, 10 << 20), feed(ATOM, CANONICAL));

        assertThat(again.tag()).isEqualTo(before.tag());
        assertThat(again.modified()).isEqualTo(before.modified());
        assertThat(text(again)).isEqualTo(text(before));
    }

    @Test
    void validators_moveForAnEditADeletionAndATitle() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        save("2", "Two", "News");
        Representation first = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(save("2", "Two, corrected", "News"));
        Representation edited = representation(cache, feed(RSS, CANONICAL));
        cache.refresh(store.delete("news", "folder", List.of("2"), NOW.plusSeconds(50)));
        Representation deleted = representation(cache, feed(RSS, CANONICAL));

        assertThat(List.of(first.tag(), edited.tag(), deleted.tag())).doesNotHaveDuplicates();
        assertThat(edited.modified()).isAfter(first.modified());
        assertThat(deleted.modified()).isAfter(edited.modified());
    }

    @Test
    void validators_thatCameBack_areNotThoseOfOtherBytes() {
        RepresentationCache cache = cache(Runnable::run, 10 << 20);
        Representation first = representation(cache, feed(RSS, CANONICAL));

        cache.refresh(save("1", "Other", "News"));
        cache.refresh(save("1", "One", "News"));
        Representation back = representation(cache, feed(RSS, CANONICAL));

        assertThat(text(back)).as("the time of change is in the text").isNotEqualTo(text(first));
        assertThat(back.tag()).isNotEqualTo(first.tag());
    }

    private static int saves;

    private Changes save(String id, String title, String section) {
        Story story = new Story(
                title, "", "<p>" + title + "</p>", List.of(), section, List.of(), "", List.of(), List.of(), List.of());
        Draft draft = new Draft(id, id, "", "/" + id, NOW.minusSeconds(60), NOW.minusSeconds(60), story);
        return store.save("news", AUTHORITY, "folder", List.of(draft), NOW.plusSeconds(++saves))
                .changes();
    }

    private RepresentationCache cache(Executor workers, long bytes) {
        Site site = new Site("news", "The News", "About", "en", AUTHORITY, ZoneOffset.UTC, List.of(CANONICAL, MIRROR));
        Sites sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
        Renderer renderer = new Renderer(sites, store, new Pages(), InstantSource.system());
        return new RepresentationCache(new RepresentationSettings(bytes), renderer, workers);
    }

    private static RepresentationKey feed(Format format, Host host) {
        return RepresentationKey.of(
                "news",
                new Target.FeedTarget(Selection.WHOLE, format, Feed.DEFAULT_LIMIT),
                host,
                ContentCoding.IDENTITY);
    }

    private static RepresentationKey section(String slug) {
        return RepresentationKey.of(
                "news",
                new Target.FeedTarget(new Selection.InSection(slug), RSS, Feed.DEFAULT_LIMIT),
                CANONICAL,
                ContentCoding.IDENTITY);
    }

    private static Representation representation(RepresentationCache cache, RepresentationKey key) {
        Answer answer = cache.get(key).getNow(null);
        assertThat(answer).isInstanceOf(Representation.class);
        return (Representation) answer;
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Representation.class);
        return ((Representation) answer).body().toString(StandardCharsets.UTF_8);
    }
}
