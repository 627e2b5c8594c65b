package io.heliograph;

import io.heliograph.ops.OriginGauges;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.representation.RepresentationCache;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.Optional;

/** Has what readers see made anew when articles change. */
final class Publisher implements OriginListener {

    private final RepresentationCache cache;
    private final ArticleStore store;
    private final WorkerExecutor workers;
    private final OriginGauges gauges;

    Publisher(RepresentationCache cache, ArticleStore store, WorkerExecutor workers, OriginGauges gauges) {
        this.cache = cache;
        this.store = store;
        this.workers = workers;
        this.gauges = gauges;
    }

    @Override
    public void changed(Changes changes) {
        cache.refresh(changes);
        workers.executeBlocking(() -> store.newest(changes.site()), false)
                .onSuccess(newest -> tell(changes.site(), newest));
    }

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        // What changed has been told already.
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        // Nothing changed.
    }

    private void tell(String site, Optional<Instant> newest) {
        newest.ifPresent(published -> gauges.newestArticle(site, published));
    }
}
