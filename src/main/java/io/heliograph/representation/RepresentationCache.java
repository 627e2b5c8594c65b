package io.heliograph.representation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.http.ContentCoding;
import io.heliograph.store.Changes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Representations in memory, weighed by their bytes. A miss starts one flight that all who wait share: the document is
 * rendered once with its host open, filled for the host, coded. All of that happens on workers; a hit is a look into a
 * map. A change replaces exactly the documents it touches, and readers get the old one until the new one is there.
 */
public final class RepresentationCache {

    private static final Logger LOG = LoggerFactory.getLogger(RepresentationCache.class);

    /** What an entry takes beyond its bytes. */
    private static final int ENTRY_BYTES = 1024;

    private final AsyncCache<DocumentKey, Rendering> documents;
    private final AsyncCache<RepresentationKey, Answer> representations;
    private final Renderer renderer;
    private final Encoder encoder = new Encoder();
    private final Executor workers;
    private final Map<String, Deque<Changes>> pending = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    /**
     * An empty cache.
     *
     * @param workers on which documents are rendered and coded
     */
    public RepresentationCache(RepresentationSettings settings, Renderer renderer, Executor workers) {
        this.renderer = renderer;
        this.workers = workers;
        // Documents are what all hosts and codings share; a third is theirs.
        long forDocuments = settings.memoryBytes() / 3;
        this.documents = Caffeine.newBuilder()
                .maximumWeight(forDocuments)
                .weigher((DocumentKey key, Rendering value) -> ENTRY_BYTES
                        + (value instanceof Rendering.Document document
                                ? document.slotted().openLength()
                                        + document.shown().bytes()
                                : 0))
                .executor(workers)
                .buildAsync();
        this.representations = Caffeine.newBuilder()
                .maximumWeight(settings.memoryBytes() - forDocuments)
                .weigher((RepresentationKey key, Answer value) -> ENTRY_BYTES
                        + (value instanceof Representation representation
                                ? representation.body().length()
                                        + representation.shown().bytes()
                                : 0))
                .evictionListener((key, value, cause) -> evictions.increment())
                .executor(workers)
                .buildAsync();
    }

    /** The codings in which representations can be had. */
    public Set<ContentCoding> codings() {
        return encoder.atHand();
    }

    /**
     * A representation, or why there is none. Done already where it is in memory; else it completes on a worker, and
     * exceptionally if rendering failed.
     */
    public CompletableFuture<Answer> get(RepresentationKey key) {
        CompletableFuture<Answer> present = representations.getIfPresent(key);
        if (present != null) {
            (present.isDone() ? hits : misses).increment();
            return present;
        }
        misses.increment();
        CompletableFuture<Answer> loading = representations.get(key, (k, executor) -> load(k).toCompletableFuture());
        loading.whenComplete((answer, e) -> {
            // What is not there may come; it is looked for anew each time, and takes no room meanwhile.
            if (e == null && !(answer instanceof Representation)) {
                representations.asMap().remove(key, loading);
                documents.synchronous().invalidate(key.document());
            }
        });
        return loading;
    }

    /** Has everything that a change touches made anew, and put in place of the old when it is ready. */
    public void refresh(Changes changes) {
        if (changes.siteItself()) {
            renderer.forget(changes.site());
        }
        Deque<Changes> queue = pending.computeIfAbsent(changes.site(), site -> new ArrayDeque<>());
        synchronized (queue) {
            queue.add(changes);
            if (queue.size() > 1) {
                // Whoever took the first one takes this one too.
                return;
            }
        }
        workers.execute(() -> refreshAll(changes.site(), queue));
    }

    public CacheFigures figures() {
        long weight = representations
                        .synchronous()
                        .policy()
                        .eviction()
                        .flatMap(e -> e.weightedSize().stream().boxed().findFirst())
                        .orElse(0L)
                + documents
                        .synchronous()
                        .policy()
                        .eviction()
                        .flatMap(e -> e.weightedSize().stream().boxed().findFirst())
                        .orElse(0L);
        return new CacheFigures(
                hits.sum(),
                misses.sum(),
                loads.sum(),
                failures.sum(),
                evictions.sum(),
                weight,
                representations.asMap().size());
    }

    private CompletableFuture<Answer> load(RepresentationKey key) {
        return document(key.document()).thenApplyAsync(rendering -> represent(key, rendering), workers);
    }

    private CompletableFuture<Rendering> document(DocumentKey key) {
        return documents.get(key, (k, executor) -> CompletableFuture.supplyAsync(() -> render(k), workers));
    }

    private Rendering render(DocumentKey key) {
        loads.increment();
        try {
            return renderer.render(key.site(), key.target());
        } catch (RuntimeException e) {
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

    /** Fills, codes. */
    private Answer represent(RepresentationKey key, Rendering rendering) {
        if (rendering instanceof Rendering.Document document) {
            byte[] plain = document.slotted().on(key.host().base());
            return new Representation(
                    encoder.encode(plain, key.coding()),
                    document.tag() + encoder.tagSuffix(key.coding()),
                    document.modified(),
                    document.contentType(),
                    key.coding(),
                    document.shown());
        }
        return ((Rendering.Absent) rendering).reason();
    }

    /* ---------------- Refreshing ---------------- */

    /** Takes the changes of a site that wait, a batch at a time, until none waits. One worker does this at a time. */
    private void refreshAll(String site, Deque<Changes> queue) {
        while (true) {
            List<Changes> batch;
            synchronized (queue) {
                batch = new ArrayList<>(queue);
            }
            refresh(site, batch);
            synchronized (queue) {
                for (int i = 0; i < batch.size(); i++) {
                    queue.remove();
                }
                if (queue.isEmpty()) {
                    return;
                }
            }
        }
    }

    private void refresh(String site, List<Changes> batch) {
        Map<DocumentKey, List<RepresentationKey>> touched = new HashMap<>();
        documents.asMap().forEach((key, rendering) -> {
            if (key.site().equals(site)) {
                // What is under way may have read what was there before the change.
                whenDone(
                        rendering,
                        now -> isTouched(key, now, batch),
                        () -> refreshDocument(key, madeOf(key)),
                        () -> touched.put(key, new ArrayList<>()));
            }
        });
        representations.asMap().forEach((key, answer) -> {
            DocumentKey document = key.document();
            if (touched.containsKey(document)) {
                touched.get(document).add(key);
            } else if (document.site().equals(site) && !documents.asMap().containsKey(document)) {
                // Its document has been evicted.
                whenDone(
                        answer,
                        now -> isTouched(document, now, batch),
                        () -> refreshDocument(document, madeOf(document)),
                        () -> touched.computeIfAbsent(document, k -> new ArrayList<>())
                                .add(key));
            }
        });
        touched.forEach(this::refreshDocument);
    }

    /** Does one thing now if what is done already passes a test, or the other on a worker if it passes it later. */
    private <T> void whenDone(CompletableFuture<T> future, Predicate<T> test, Runnable later, Runnable now) {
        boolean done = future.isDone();
        future.thenAccept(value -> {
            if (test.test(value)) {
                if (done) {
                    now.run();
                } else {
                    workers.execute(later);
                }
            }
        });
    }

    private static boolean isTouched(DocumentKey key, Rendering rendering, List<Changes> batch) {
        // What was not there may be there now; nobody keeps it for long.
        return !key.target().isLasting()
                || !(rendering instanceof Rendering.Document document)
                || document.shown().isTouchedBy(batch);
    }

    private static boolean isTouched(DocumentKey key, Answer answer, List<Changes> batch) {
        return !key.target().isLasting()
                || !(answer instanceof Representation representation)
                || representation.shown().isTouchedBy(batch);
    }

    /** Renders a document anew, and then what was made of it. Waits for nobody: what is under way is seen to later. */
    private void refreshDocument(DocumentKey key, List<RepresentationKey> made) {
        if (!key.target().isLasting()) {
            documents.synchronous().invalidate(key);
            representations.synchronous().invalidateAll(made);
            return;
        }
        CompletableFuture<Rendering> old = documents.getIfPresent(key);
        if (old != null && !old.isDone()) {
            // It may have read what was there before the change.
            old.whenComplete((rendering, e) -> workers.execute(() -> refreshDocument(key, madeOf(key))));
            return;
        }
        Rendering now;
        try {
            now = render(key);
        } catch (RuntimeException e) {
            // It has been logged, and the last good document stays.
            return;
        }
        CompletableFuture<Rendering> replacement = CompletableFuture.completedFuture(now);
        boolean replaced = old == null
                ? documents.asMap().putIfAbsent(key, replacement) == null
                : documents.asMap().replace(key, old, replacement);
        if (!replaced && documents.getIfPresent(key) != null) {
            // Somebody else was faster, but may have looked earlier.
            refreshDocument(key, madeOf(key));
            return;
        }
        made.forEach(this::refreshRepresentation);
        if (now instanceof Rendering.Absent) {
            documents.asMap().remove(key, replacement);
        }
    }

    private List<RepresentationKey> madeOf(DocumentKey document) {
        return representations.asMap().keySet().stream()
                .filter(key -> key.document().equals(document))
                .toList();
    }

    private void refreshRepresentation(RepresentationKey key) {
        CompletableFuture<Answer> old = representations.getIfPresent(key);
        if (old == null) {
            return;
        }
        if (!old.isDone()) {
            old.whenComplete((answer, e) -> workers.execute(() -> refreshRepresentation(key)));
            return;
        }
        CompletableFuture<Rendering> document = documents.getIfPresent(key.document());
        if (document == null || !document.isDone() || document.isCompletedExceptionally()) {
            // The next who asks gets it made of whatever the document is then.
            representations.asMap().remove(key, old);
            return;
        }
        Rendering rendering = document.getNow(null);
        if (rendering instanceof Rendering.Document now
                && old.getNow(null) instanceof Representation before
                && before.tag().opaque().equals(now.tag() + encoder.tagSuffix(key.coding()))) {
            return;
        }
        Answer answer = represent(key, rendering);
        boolean replaced = answer instanceof Representation
                ? representations.asMap().replace(key, old, CompletableFuture.completedFuture(answer))
                : representations.asMap().remove(key, old);
        if (!replaced) {
            refreshRepresentation(key);
        }
    }
}
