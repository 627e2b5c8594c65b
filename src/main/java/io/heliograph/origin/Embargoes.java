package io.heliograph.origin;

import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what time does to articles: shows those with a date in the future when it comes, lets news grow old. */
public final class Embargoes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Embargoes.class);

    /** Looks again after this long at the latest: clocks step, and articles come. */
    private static final Duration LATEST = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Context context;
    private final WorkerExecutor workers;
    private final ArticleStore store;
    private final InstantSource clock;
    private final List<OriginListener> listeners;
    private long timer = -1;
    private boolean closed;

    public Embargoes(
            Vertx vertx,
            WorkerExecutor workers,
            ArticleStore store,
            InstantSource clock,
            List<OriginListener> listeners) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.workers = workers;
        this.store = store;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    public void start() {
        context.runOnContext(start -> look());
    }

    private void look() {
        workers.executeBlocking(() -> due(), false)
                .onFailure(e -> LOG.atError().setCause(e).log("Embargoes could not be looked at; they are again soon"))
                .otherwise(new Due(List.of(), Optional.empty()))
                .onSuccess(due -> {
                    due.changes().forEach(changes -> listeners.forEach(l -> l.changed(changes)));
                    Duration wait = due.next()
                            .map(next -> Duration.between(clock.instant(), next).plusMillis(1))
                            .filter(until -> until.compareTo(LATEST) < 0)
                            .orElse(LATEST);
                    if (!closed) {
                        timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> look());
                    }
                });
    }

    /** Blocks. */
    private Due due() {
        Instant now = clock.instant();
        List<Changes> changes = new ArrayList<>(store.release(now));
        changes.addAll(store.age(now));
        return new Due(changes, store.nextRelease());
    }

    @Override
    public void close() {
        context.runOnContext(close -> {
            closed = true;
            vertx.cancelTimer(timer);
        });
    }

    private record Due(List<Changes> changes, Optional<Instant> next) {}
}
