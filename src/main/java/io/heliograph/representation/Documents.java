package io.heliograph.representation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.store.Changes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents in memory, their hosts open: what the representations of all hosts and codings are made of. */
final class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final AsyncCache<DocumentKey, Rendering> cache;
    private final Renderer renderer;
    private final Executor workers;
    private final LongAdder renders = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Documents(long bytes, Renderer renderer, Executor workers) {
        this.renderer = renderer;
        this.workers = workers;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((DocumentKey key, Rendering value) -> weight(value))
                .executor(workers)
                .buildAsync();
    }

    /** A document, rendered on a worker where it is not here. */
    CompletableFuture<Rendering> get(DocumentKey key) {
        return cache.get(key, (k, executor) -> CompletableFuture.supplyAsync(() -> render(k), workers));
    }

    /** A document that is here or under way. */
    @Nullable CompletableFuture<Rendering> present(DocumentKey key) {
        return cache.getIfPresent(key);
    }

    /** A document that is here. */
    Optional<Rendering> ready(DocumentKey key) {
        CompletableFuture<Rendering> present = cache.getIfPresent(key);
        return present != null && present.isDone() && !present.isCompletedExceptionally()
                ? Optional.ofNullable(present.getNow(null))
                : Optional.empty();
    }

    /** Those of a site that are here and that changes touch. */
    Set<DocumentKey> touchedBy(List<Changes> changes, String site) {
        return cache.synchronous().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().site().equals(site))
                .filter(entry -> isTouched(entry.getValue(), changes))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Renders a document anew and puts it in place of the old. If that fails the old one stays.
     *
     * @return whether there is a new one
     */
    boolean renew(DocumentKey key) {
        while (true) {
            CompletableFuture<Rendering> old = cache.getIfPresent(key);
            if (old != null && !old.isDone()) {
                // Whoever waits for it sees when it lands whether it came too early.
                return false;
            }
            CompletableFuture<Rendering> now;
            try {
                now = CompletableFuture.completedFuture(render(key));
            } catch (RuntimeException | StackOverflowError e) {
                // It has been logged.
                return false;
            }
            boolean replaced = old == null
                    ? cache.asMap().putIfAbsent(key, now) == null
                    : cache.asMap().replace(key, old, now);
            if (replaced || cache.getIfPresent(key) == null) {
                return true;
            }
            // Somebody else was faster, but may have looked earlier.
        }
    }

    void forget(DocumentKey key) {
        cache.synchronous().invalidate(key);
    }

    /** Forgets what is known of the site itself. */
    void forgetSite(String site) {
        renderer.forget(site);
    }

    long renders() {
        return renders.sum();
    }

    long failures() {
        return failures.sum();
    }

    long weight() {
        return RepresentationCache.weight(cache);
    }

    private Rendering render(DocumentKey key) {
        renders.increment();
        try {
            return renderer.render(key.site(), key.target());
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever goes wrong in one document must not go further than to those who asked for it.
            failures.increment();
            LOG.atError()
                    .addKeyValue("site", key.site())
                    .addKeyValue("document", key.target().key())
                    .setCause(e)
                    .log("A document could not be rendered; the last good one stays, if there is one");
            throw e;
        }
    }

    private static boolean isTouched(Rendering rendering, List<Changes> changes) {
        return rendering instanceof Rendering.Document document
                && document.shown().isTouchedBy(changes);
    }

    private static int weight(Rendering rendering) {
        return RepresentationCache.ENTRY_BYTES
                + (rendering instanceof Rendering.Document document
                        ? document.slotted().openLength() + document.shown().bytes()
                        : 0);
    }
}
