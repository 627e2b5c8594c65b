package io.heliograph.origin;

import io.heliograph.store.ArticleStore;
import io.heliograph.store.OriginState;
import io.heliograph.store.StoreFailure;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is done each time an origin is asked: what it gives is stored, and what it fails of is remembered. On the event loop
 * of its poller; what blocks is done on workers.
 */
final class Poll {

    private final SiteOrigin of;
    private final WorkerExecutor workers;
    private final ArticleStore store;
    private final Intake intake;
    private final InstantSource clock;
    private final UnaryOperator<Duration> spread;
    private final List<OriginListener> listeners;
    private Future<?> saving = Future.succeededFuture();
    /** Whether what comes now comes too late. */
    private boolean left;

    /**
     * Polls of an origin.
     *
     * @param spread makes a pause one of several, so that many origins are not asked at one moment
     */
    Poll(
            SiteOrigin of,
            WorkerExecutor workers,
            ArticleStore store,
            Intake intake,
            InstantSource clock,
            UnaryOperator<Duration> spread,
            List<OriginListener> listeners) {
        this.of = of;
        this.workers = workers;
        this.store = store;
        this.intake = intake;
        this.clock = clock;
        this.spread = spread;
        this.listeners = listeners;
    }

    /** What the store has of an origin. */
    private record Known(OriginState state, Set<String> sources) {}

    /** What is known of the origin; as if it were new where the store does not say. */
    Future<OriginState> state() {
        return workers.executeBlocking(() -> store.origin(of.site(), of.origin().key()), false)
                .otherwise(OriginState.NEW);
    }

    /** Asks once; gives the pause until the next time, and fails only if the store does. */
    Future<Duration> ask() {
        String key = of.origin().key();
        return workers.executeBlocking(
                        () -> new Known(store.origin(of.site(), key), store.sources(of.site(), key)), false)
                .compose(known -> Future.succeededFuture(known)
                        .compose(asked -> of.origin().gather(asked.state(), asked.sources()))
                        .compose(gathered -> save(known.state(), gathered))
                        .recover(e -> failed(known.state(), e)));
    }

    /** From now on nothing that comes is stored; completes when nothing is being stored any more. */
    Future<?> leave() {
        left = true;
        return saving;
    }

    private Future<Duration> save(OriginState before, Gathered gathered) {
        if (left) {
            return Future.succeededFuture(gathered.next());
        }
        Instant now = clock.instant();
        Instant due = now.plus(spread.apply(gathered.next()));
        OriginState state = new OriginState(
                gathered.unchanged() ? before.title() : gathered.title(),
                gathered.unchanged() ? before.description() : gathered.description(),
                gathered.unchanged() ? before.language() : gathered.language(),
                gathered.etag(),
                gathered.lastModified(),
                0,
                now,
                due);
        Future<Intake.Stored> stored = workers.executeBlocking(() -> intake.store(of, gathered, before, state), false);
        saving = stored;
        return stored.map(saved -> {
            saved.changes().forEach(changes -> listeners.forEach(l -> l.changed(changes)));
            listeners.forEach(l -> l.polled(of.site(), of.origin().key(), gathered, saved.sum(), now));
            return Duration.between(clock.instant(), due);
        });
    }

    private Future<Duration> failed(OriginState before, Throwable e) {
        OriginFailure failure = e instanceof OriginFailure known
                ? known
                : new OriginFailure(
                        e instanceof StoreFailure ? OriginFailure.Reason.STORE : OriginFailure.Reason.UNREADABLE,
                        String.valueOf(e.getMessage()),
                        e);
        int failures = before.failures() + 1;
        Duration wait = spread.apply(of.origin().retry(failure, failures));
        if (left) {
            return Future.succeededFuture(wait);
        }
        Instant due = clock.instant().plus(wait);
        OriginState state = new OriginState(
                before.title(),
                before.description(),
                before.language(),
                before.etag(),
                before.lastModified(),
                failures,
                before.lastSuccess(),
                due);
        listeners.forEach(l -> l.failed(of.site(), of.origin().key(), failure, failures, due));
        return workers.executeBlocking(
                () -> {
                    store.remember(of.site(), of.origin().key(), state);
                    return wait;
                },
                false);
    }
}
