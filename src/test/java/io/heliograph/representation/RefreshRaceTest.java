package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Host;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.Rss;
import io.heliograph.http.ContentCoding;
import io.heliograph.page.Pages;
import io.heliograph.rewrite.Slotted;
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
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while documents are made anew, nobody is left with an old one. */
class RefreshRaceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    private static final Host CANONICAL = Host.parse("https://news.example");
    private static final Host MIRROR = Host.parse("https://mirror.example");

    @TempDir
    Path directory;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Hooked hooked = new Hooked();
    private ArticleStore store;
    private RepresentationCache cache;

    /** RSS, and something that happens while it is written. */
    private static final class Hooked implements Format {
        private final Format rss = new Rss();
        private Runnable hook = () -> {};

        @Override
        public String name() {
            return rss.name();
        }

        @Override
        public String path(Selection selection) {
            return rss.path(selection);
        }

        @Override
        public String contentType() {
            return rss.contentType();
        }

        @Override
        public String stamp(Instant modified) {
            return rss.stamp(modified);
        }

        @Override
        public Slotted write(Feed feed) {
            Slotted written = rss.write(feed);
            Runnable once = hook;
            hook = () -> {};
            once.run();
            return written;
        }
    }

    @BeforeEach
    void open() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        Site site = new Site("news", "The News", "About", "en", AUTHORITY, ZoneOffset.UTC, List.of(CANONICAL, MIRROR));
        Sites sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
        Renderer renderer = new Renderer(sites, store, new Pages(), InstantSource.system());
        cache = new RepresentationCache(new RepresentationSettings(10 << 20), renderer, tasks::add);
        save("One");
        assertThat(text(CANONICAL)).contains("One");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void representationBegunDuringARefresh_isOfTheNewDocument() {
        Changes change = save("Two");
        hooked.hook = () -> cache.get(key(MIRROR));

        cache.refresh(change);
        settle();

        assertThat(text(MIRROR)).contains("Two");
        assertThat(text(CANONICAL)).contains("Two");
    }

    @Test
    void documentBegunBeforeAChange_isOfTheChangeWhenItLands() {
        Target.FeedTarget five = new Target.FeedTarget(Selection.WHOLE, hooked, 5);
        RepresentationKey key = RepresentationKey.of("news", five, MIRROR, ContentCoding.IDENTITY);
        // The change is made, and the cache told of it, when the old articles have been read and written.
        hooked.hook = () -> cache.refresh(save("Two"));

        cache.get(key);
        settle();

        assertThat(text(key)).contains("Two");
    }

    @Test
    void refreshThatFailsBadly_doesNotStopTheNext() {
        hooked.hook = () -> {
            throw new StackOverflowError("as a document might");
        };
        cache.refresh(save("Two"));
        settle();
        assertThat(text(CANONICAL)).as("the last good one").contains("One");

        cache.refresh(save("Three"));
        settle();

        assertThat(text(CANONICAL)).contains("Three");
    }

    private void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private RepresentationKey key(Host host) {
        return RepresentationKey.of(
                "news",
                new Target.FeedTarget(Selection.WHOLE, hooked, Feed.DEFAULT_LIMIT),
                host,
                ContentCoding.IDENTITY);
    }

    private String text(Host host) {
        return text(key(host));
    }

    private String text(RepresentationKey key) {
        cache.get(key);
        settle();
        return ((Representation) cache.get(key).getNow(new Answer.Gone()))
                .body()
                .toString(StandardCharsets.UTF_8);
    }

    private Changes save(String title) {
        Draft draft = new Draft("1", "1", "", "/1", NOW, NOW, Story.of(title, "<p>text</p>"));
        return store.save("news", AUTHORITY, "folder", List.of(draft), NOW.plusSeconds(1))
                .changes();
    }
}
