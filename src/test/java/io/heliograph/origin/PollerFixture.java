package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.awaitility.Awaitility.await;

import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.OriginState;
import io.heliograph.store.Saved;
import io.heliograph.store.StoreSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A poller with a real store, a clock that stands, and origins that answer as told. */
abstract class PollerFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");
    static final String SITE = "news";
    static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path directory;

    final Vertx vertx = Vertx.vertx();
    final Heard heard = new Heard();
    final List<Poller> pollers = new ArrayList<>();
    ArticleStore store;
    WorkerExecutor workers;

    @BeforeEach
    void begin() {
        store = JdbcArticleStore.open(new StoreSettings(directory));
        workers = vertx.createSharedWorkerExecutor("poll", 4);
    }

    @AfterEach
    void end() {
        pollers.forEach(poller -> settle(poller.stop()));
        settle(vertx.close());
        store.close();
    }

    Future<Void> start(Scripted... origins) {
        return poller(new Random(1))
                .start(List.of(origins).stream()
                        .map(origin -> new SiteOrigin(SITE, AUTHORITY, origin))
                        .toList());
    }

    Poller poller(Random random) {
        Poller poller = new Poller(vertx, workers, store, () -> NOW, random, List.of(heard));
        pollers.add(poller);
        return poller;
    }

    static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(20))
                .until(condition);
    }

    List<String> titles() {
        return store.select(SITE, Selection.WHOLE, 50).articles().stream()
                .map(article -> article.title())
                .toList();
    }

    static Draft draft(String id) {
        return new Draft(id, "d", "", "/" + id, NOW.minusSeconds(60), Draft.UNDATED, Story.of(id, "<p>x</p>"));
    }

    static Gathered gathered(Duration next, Draft... drafts) {
        return new Gathered(
                "The Origin", "About", "en", "\"e\"", "then", List.of(drafts), List.of(), Set.of(), next, false, false);
    }

    /** An origin that answers as told, and remembers what it was given. */
    static final class Scripted implements Origin {
        final String key;
        final boolean remote;
        final Supplier<Future<Gathered>> answer;
        final List<OriginState> states = new CopyOnWriteArrayList<>();
        final List<Set<String>> stored = new CopyOnWriteArrayList<>();
        volatile Runnable changed = () -> {};

        Scripted(String key, boolean remote, Supplier<Future<Gathered>> answer) {
            this.key = key;
            this.remote = remote;
            this.answer = answer;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public boolean isRemote() {
            return remote;
        }

        @Override
        public Future<Gathered> gather(OriginState state, Set<String> has) {
            stored.add(has);
            states.add(state);
            return answer.get();
        }

        @Override
        public Duration retry(OriginFailure failure, int failures) {
            return LONG;
        }

        @Override
        public void onChange(Runnable poll) {
            changed = poll;
        }
    }

    static final class Heard implements OriginListener {
        final List<String> polled = new CopyOnWriteArrayList<>();
        final List<String> failed = new CopyOnWriteArrayList<>();
        final List<Changes> changes = new CopyOnWriteArrayList<>();

        @Override
        public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
            polled.add(origin + " added " + saved.added());
        }

        @Override
        public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
            failed.add(origin + " " + failure.reason() + " " + failures);
        }

        @Override
        public void changed(Changes change) {
            changes.add(change);
        }
    }
}
