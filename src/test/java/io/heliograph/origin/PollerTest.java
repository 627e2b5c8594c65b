package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Selection;
import io.heliograph.article.Story;
import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored and told of a poll, good or bad. */
class PollerTest extends PollerFixture {

    /* ---------------- Storing ---------------- */

    @Test
    void articles_areStored_andTold() {
        Scripted origin = new Scripted("a", true, () -> Future.succeededFuture(gathered(LONG, draft("1"), draft("2"))));

        settle(start(origin));

        assertThat(titles()).containsExactlyInAnyOrder("1", "2");
        assertThat(heard.polled).containsExactly("a added 2");
        assertThat(heard.changes)
                .anySatisfy(changes -> assertThat(changes.selections()).containsKey(Selection.WHOLE));
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
        Gathered gathered = new Gathered("", "", "", "", "", List.of(), List.of(), Set.of("1"), LONG, false, false);

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

    @Test
    void stop_whileAnOriginIsSilent_leavesIt() {
        Promise<Gathered> answer = Promise.promise();
        Scripted silent = new Scripted("a", true, answer::future);
        Poller poller = poller(new Random(1));
        poller.start(List.of(new SiteOrigin(SITE, AUTHORITY, silent)));
        until(() -> silent.states.size() == 1);

        settle(poller.stop());

        answer.complete(gathered(LONG, draft("1")));
        settle(poller.stop());
        assertThat(titles()).isEmpty();
        assertThat(heard.polled).isEmpty();
    }
}
