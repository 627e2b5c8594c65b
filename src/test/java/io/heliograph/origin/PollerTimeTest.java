package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When origins are asked. */
class PollerTimeTest extends PollerFixture {

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
}
