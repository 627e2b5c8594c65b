package io.heliograph;

import io.heliograph.config.SiteSettings;
import io.heliograph.media.MediaLibrary;
import io.heliograph.media.PictureMirror;
import io.heliograph.ops.Metrics;
import io.heliograph.store.ArticleStore;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running gateway does from time to time for itself: it watches its JVM, and sweeps out media of no use. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration WATCH_JVM = Duration.ofSeconds(1);
    private static final Duration FIRST_SWEEP = Duration.ofMinutes(10);
    private static final Duration SWEEP = Duration.ofDays(1);
    private static final long NONE = -1;

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Metrics metrics;
    private final ConfiguredSites sites;
    private final ArticleStore store;
    private final MediaLibrary library;
    private final PictureMirror pictures;
    private final InstantSource clock;
    private final AtomicLong watch = new AtomicLong(NONE);
    private final AtomicLong sweeps = new AtomicLong(NONE);
    private volatile boolean closed;

    Upkeep(
            Vertx vertx,
            WorkerExecutor workers,
            Metrics metrics,
            ConfiguredSites sites,
            ArticleStore store,
            MediaLibrary library,
            PictureMirror pictures,
            InstantSource clock) {
        this.vertx = vertx;
        this.workers = workers;
        this.metrics = metrics;
        this.sites = sites;
        this.store = store;
        this.library = library;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Begins to sweep. */
    void start() {
        sweeps.set(vertx.setPeriodic(FIRST_SWEEP.toMillis(), SWEEP.toMillis(), tick -> work(this::sweep)));
    }

    /** Begins to watch the JVM, soon: that is a tenth of a start, and nobody asks before. */
    void watchJvm() {
        if (!closed) {
            watch.set(vertx.setTimer(WATCH_JVM.toMillis(), after -> work(metrics::watchJvm)));
        }
    }

    /** Begins nothing more. What is being done goes on. */
    @Override
    public void close() {
        closed = true;
        vertx.cancelTimer(watch.get());
        vertx.cancelTimer(sweeps.get());
    }

    private void work(Runnable task) {
        if (!closed) {
            workers.executeBlocking(
                    () -> {
                        task.run();
                        return true;
                    },
                    false);
        }
    }

    private void sweep() {
        for (SiteSettings settings : sites.all()) {
            String site = settings.site().id();
            try {
                library.sweep(site, store.mediaPaths(site), clock.instant());
                pictures.forgetSwept(site);
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("site", site).setCause(e).log("Unused media could not be removed");
            }
        }
    }
}
