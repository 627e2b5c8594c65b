package io.heliograph.representation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with an article, and a cache whose workers do nothing until they are told. */
abstract class CacheFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final TagAuthority AUTHORITY = new TagAuthority("news.example", "2026");
    static final Host CANONICAL = Host.parse("https://news.example");
    static final Host MIRROR = Host.parse("https://mirror.example");
    static final Format RSS = new Rss();
    static final Format ATOM = new Atom();

    @TempDir
    Path directory;

    final Held held = new Held();
    final Quarantine quarantine = new Quarantine(InstantSource.system());
    ArticleStore store;

    /** Keeps tasks until they are let go, so that a test decides what happens first. */
    static final class Held implements Executor {
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

        synchronized Runnable next() {
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

    static int saves;

    Changes save(String id, String title, String section) {
        Story story = new Story(
                title, "", "<p>" + title + "</p>", List.of(), section, List.of(), "", List.of(), List.of(), List.of());
        Draft draft = new Draft(id, id, "", "/" + id, NOW.minusSeconds(60), NOW.minusSeconds(60), story);
        return store.save("news", AUTHORITY, "folder", List.of(draft), NOW.plusSeconds(++saves))
                .changes();
    }

    RepresentationCache cache(Executor workers, long bytes) {
        Site site = new Site("news", "The News", "About", "en", AUTHORITY, ZoneOffset.UTC, List.of(CANONICAL, MIRROR));
        Sites sites = new Sites(List.of(new Sites.Configured(site, List.of("folder"))), store);
        Renderer renderer = new Renderer(sites, store, new Pages(), InstantSource.system(), quarantine);
        return new RepresentationCache(new RepresentationSettings(bytes), renderer, workers);
    }

    static RepresentationKey feed(Format format, Host host) {
        return RepresentationKey.of(
                "news",
                new Target.FeedTarget(Selection.WHOLE, format, Feed.DEFAULT_LIMIT),
                host,
                ContentCoding.IDENTITY);
    }

    static RepresentationKey section(String slug) {
        return RepresentationKey.of(
                "news",
                new Target.FeedTarget(new Selection.InSection(slug), RSS, Feed.DEFAULT_LIMIT),
                CANONICAL,
                ContentCoding.IDENTITY);
    }

    static Representation representation(RepresentationCache cache, RepresentationKey key) {
        Answer answer = cache.get(key).getNow(null);
        assertThat(answer).isInstanceOf(Representation.class);
        return (Representation) answer;
    }

    static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Representation.class);
        return ((Representation) answer).body().toString(StandardCharsets.UTF_8);
    }
}
