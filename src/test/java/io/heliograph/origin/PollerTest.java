package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.vertx.core.Promise;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");
    private static final String SITE = "news";
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Heard heard = new Heard();
    private final List<Poller> pollers = new ArrayList<>();
    private ArticleStore store;
    private WorkerExecutor workers;

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

    /* ---------------- Storing ---------------- */

    @Test
    void articles_areStored_andTold() {
        Scripted origin = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"), draft("2"))));

        settle(start(origin));

        assertThat(titles()).containsExactlyInAnyOrder("1", "2");
        assertThat(heard.polled).containsExactly("a added 2");
        assertThat(heard.changes)
                .anySatisfy(changes -> assertThat(changes.selections()).contains(Selection.WHOLE));
        assertThat(heard.failed).isEmpty();
    }

    @Test
    void moreThanABatch_isStoredInTheOriginsOrder() {
        Draft[] drafts = IntStream.range(0, 1_201)
                .mapToObj(i -> new Draft(
                        "" + i, "d", "", "", NOW.minusSeconds(60), Draft.UNDATED, Story.of("T" + i, "<p>x</p>")))
                .toArray(Draft[]::new);

        settle(start(new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, drafts)))));

        assertThat(heard.polled).containsExactly("a added 1201");
        assertThat(store.select(SITE, Selection.WHOLE, 3).articles())
                .extracting(article -> article.title())
                .containsExactly("T0", "T1", "T2");
    }

    @Test
    void validators_areKept_andGivenBackAfterARestart() {
        Scripted before =
                new Scripted("a", true, () -> Future.succeededFuture(gathered(Duration.ofMillis(1), draft("1"))));
        Poller first = poller(new Random(1));
        settle(first.start(List.of(new SiteOrigin(SITE, AUTHORITY, before))));
        settle(first.stop());

        Scripted after = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))));
        start(after);

        until(() -> !after.states.isEmpty());
        OriginState state = after.states.get(0);
        assertThat(state.etag()).isEqualTo("\"e\"");
        assertThat(state.lastModified()).isEqualTo("then");
        assertThat(state.title()).isEqualTo("The Origin");
        assertThat(after.stored.get(0)).containsExactly("1");
    }

    @Test
    void unchanged_keepsWhatIsKnown_withItsNewValidators() {
        store.remember(SITE, "a", new OriginState("Title", "About", "en", "\"old\"", "old", 3, NOW, NOW));
        Gathered unchanged = Gathered.unchanged("\"new\"", "new", LONG);

        start(new Scripted("a", true, () -> Future.succeededFuture(unchanged)));
        until(() -> !heard.polled.isEmpty());

        OriginState state = store.origin(SITE, "a");
        assertThat(state.title()).isEqualTo("Title");
        assertThat(state.etag()).isEqualTo("\"new\"");
        assertThat(state.failures()).isZero();
        assertThat(heard.changes).isEmpty();
    }

    @Test
    void deletedArticles_areDeleted() {
        store.origins(SITE, Set.of("a"));
        store.save(SITE, AUTHORITY, "a", List.of(draft("1"), draft("2")), NOW);
        Gathered gathered = new Gathered("", "", "", "", "", List.of(), List.of(), Set.of("1"), LONG, false);

        settle(start(new Scripted("a", false, () -> Future.succeededFuture(gathered))));

        assertThat(titles()).containsExactly("2");
    }

    /* ---------------- Failing ---------------- */

    @Test
    void failure_isRemembered_andKeepsTheValidators() {
        store.remember(SITE, "a", new OriginState("Title", "", "", "\"e\"", "then", 2, NOW.minusSeconds(99), NOW));
        OriginFailure failure = new OriginFailure(OriginFailure.Reason.STATUS, "status 500");

        start(new Scripted("a", true, () -> Future.failedFuture(failure)));
        until(() -> store.origin(SITE, "a").failures() == 3);

        OriginState state = store.origin(SITE, "a");
        assertThat(state.etag()).isEqualTo("\"e\"");
        assertThat(state.lastSuccess()).isEqualTo(NOW.minusSeconds(99));
        assertThat(heard.failed).containsExactly("a STATUS 3");
    }

    @Test
    void failure_thatNobodyExpected_isOneOfTheOriginsAlone() {
        Scripted broken = new Scripted("a", true, () -> Future.failedFuture(new IllegalStateException("a bug")));
        Scripted good = new Scripted("b", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))));

        settle(start(broken, good));

        assertThat(titles()).containsExactly("1");
        assertThat(heard.failed).containsExactly("a UNREADABLE 1");
    }

    @Test
    void originThatThrows_isAFailureOfItsOwn() {
        Scripted broken = new Scripted("a", true, () -> {
            throw new IllegalStateException("a bug");
        });
        Scripted good = new Scripted("b", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))));

        settle(start(broken, good));

        assertThat(titles()).containsExactly("1");
        assertThat(heard.failed).containsExactly("a UNREADABLE 1");
    }

    @Test
    void success_afterFailures_countsFromTheStartAgain() {
        store.remember(SITE, "a", new OriginState("", "", "", "", "", 7, Instant.EPOCH, NOW));

        settle(start(new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))))));

        assertThat(store.origin(SITE, "a").failures()).isZero();
        assertThat(store.origin(SITE, "a").lastSuccess()).isEqualTo(NOW);
    }

    /* ---------------- Time ---------------- */

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nextPoll_isSpreadByATenthEitherWay(long seed) {
        Scripted good = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))));
        Scripted bad =
                new Scripted("b", true, () -> Future.failedFuture(new OriginFailure(OriginFailure.Reason.STATUS, "x")));

        settle(poller(new Random(seed))
                .start(List.of(new SiteOrigin(SITE, AUTHORITY, good), new SiteOrigin(SITE, AUTHORITY, bad))));

        for (String origin : List.of("a", "b")) {
            assertThat(Duration.between(NOW, store.origin(SITE, origin).nextPoll()))
                    .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(66));
        }
    }

    @Test
    void pollThatIsNotDueYet_isNotMadeUpFor_afterARestart() {
        store.remember(SITE, "a", new OriginState("T", "", "", "", "", 0, NOW, NOW.plusSeconds(600)));
        Scripted origin = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG)));

        settle(start(origin));

        assertThat(origin.states).isEmpty();
    }

    @Test
    void folder_isAskedAtOnce_afterARestart() {
        store.remember(SITE, "a", new OriginState("T", "", "", "", "", 0, NOW, NOW.plusSeconds(600)));
        Scripted origin = new Scripted("a", false, () -> Future.succeededFuture(gathered(LONG)));

        start(origin);

        until(() -> !origin.states.isEmpty());
    }

    @Test
    void originThatGivesNothingYet_isAskedAtOnce_whateverItsTurn() {
        store.remember(SITE, "a", new OriginState("", "", "", "", "", 5, Instant.EPOCH, NOW.plusSeconds(600)));
        Scripted origin = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"))));

        settle(start(origin));

        assertThat(titles()).containsExactly("1");
    }

    @Test
    void origin_isAskedAgain_whenItsTimeComes() {
        Scripted origin = new Scripted("a", true, () -> Future.succeededFuture(gathered(Duration.ofMillis(1))));

        start(origin);

        until(() -> origin.states.size() >= 3);
    }

    @Test
    void change_hasTheOriginAskedWithoutDelay() {
        Scripted origin = new Scripted("a", false, () -> Future.succeededFuture(gathered(LONG)));
        settle(start(origin));

        origin.changed.run();

        until(() -> origin.states.size() == 2);
    }

    @Test
    void changeWhileItIsAsked_hasItAskedOnceMore() {
        List<Promise<Gathered>> answers = new CopyOnWriteArrayList<>();
        Scripted origin = new Scripted("a", false, () -> {
            Promise<Gathered> answer = Promise.promise();
            answers.add(answer);
            return answer.future();
        });
        start(origin);
        until(() -> answers.size() == 1);

        for (int i = 0; i < 5; i++) {
            origin.changed.run();
        }
        vertx.getOrCreateContext().runOnContext(later -> answers.get(0).complete(gathered(LONG)));

        until(() -> answers.size() == 2);
        answers.get(1).complete(gathered(LONG));
        until(() -> heard.polled.size() == 2);
        assertThat(answers).hasSize(2);
    }

    @Test
    void fewOrigins_areAskedAtATime_andTheRestInTurn() {
        List<Promise<Gathered>> answers = new CopyOnWriteArrayList<>();
        List<SiteOrigin> origins = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            origins.add(new SiteOrigin(SITE, AUTHORITY, new Scripted("o" + i, true, () -> {
                Promise<Gathered> answer = Promise.promise();
                answers.add(answer);
                return answer.future();
            })));
        }

        Future<Void> all = poller(new Random(1)).start(origins);
        until(() -> answers.size() == 16);
        answers.get(0).complete(gathered(LONG));
        until(() -> answers.size() == 17);
        for (int i = 1; i < 40; i++) {
            int n = i;
            until(() -> answers.size() > n);
            assertThat(answers.size()).isLessThanOrEqualTo(n + 16);
            answers.get(n).complete(gathered(LONG));
        }

        settle(all);
        assertThat(heard.polled).hasSize(40);
    }

    @Test
    void start_ofNothing_isDone() {
        settle(start());

        assertThat(heard.polled).isEmpty();
    }

    @Test
    void stop_waitsForWhatIsBeingStored_andAsksNoMore() {
        Promise<Gathered> answer = Promise.promise();
        Scripted origin = new Scripted("a", true, answer::future);
        Poller poller = poller(new Random(1));
        poller.start(List.of(new SiteOrigin(SITE, AUTHORITY, origin)));
        until(() -> !origin.states.isEmpty());

        Future<Void> stopped = poller.stop();
        boolean early = stopped.isComplete();
        answer.complete(gathered(Duration.ofMillis(1), draft("1")));
        settle(stopped);

        assertThat(early).isFalse();
        assertThat(titles()).containsExactly("1");
        assertThat(origin.states).hasSize(1);
    }

    private Future<Void> start(Scripted... origins) {
        return poller(new Random(1))
                .start(List.of(origins).stream()
                        .map(origin -> new SiteOrigin(SITE, AUTHORITY, origin))
                        .toList());
    }

    private Poller poller(Random random) {
        Poller poller = new Poller(vertx, workers, store, () -> NOW, random, List.of(heard));
        pollers.add(poller);
        return poller;
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(20))
                .until(condition);
    }

    private List<String> titles() {
        return store.select(SITE, Selection.WHOLE, 50).articles().stream()
                .map(article -> article.title())
                .toList();
    }

    private static Draft draft(String id) {
        return new Draft(id, "d", "", "/" + id, NOW.minusSeconds(60), Draft.UNDATED, Story.of(id, "<p>x</p>"));
    }

    private static Gathered gathered(Duration next, Draft... drafts) {
        return new Gathered(
                "The Origin", "About", "en", "\"e\"", "then", List.of(drafts), List.of(), Set.of(), next, false);
    }

    /** An origin that answers as told, and remembers what it was given. */
    private static final class Scripted implements Origin {
        private final String key;
        private final boolean remote;
        private final Supplier<Future<Gathered>> answer;
        private final List<OriginState> states = new CopyOnWriteArrayList<>();
        private final List<Set<String>> stored = new CopyOnWriteArrayList<>();
        private volatile Runnable changed = () -> {};

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

    private static final class Heard implements OriginListener {
        private final List<String> polled = new CopyOnWriteArrayList<>();
        private final List<String> failed = new CopyOnWriteArrayList<>();
        private final List<Changes> changes = new CopyOnWriteArrayList<>();

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
