package io.heliograph.representation;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.article.Host;
import io.heliograph.http.ContentCoding;
import io.heliograph.store.Changes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
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
    static final int ENTRY_BYTES = 1024;

    private final Documents documents;
    private final AsyncCache<RepresentationKey, Answer> representations;
    private final Encoder encoder = new Encoder();
    private final Executor workers;

    /** How often each site has been refreshed. */
    private final Map<String, Long> epochs = new ConcurrentHashMap<>();

    /** The hosts of each site that were asked so far. */
    private final Map<String, Set<Host>> hosts = new ConcurrentHashMap<>();

    private final Map<String, Deque<Changes>> pending = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    /**
     * An empty cache.
     *
     * @param workers on which documents are rendered and coded
     */
    public RepresentationCache(RepresentationSettings settings, Renderer renderer, Executor workers) {
        this.workers = workers;
        // Documents are what all hosts and codings share; a third is theirs.
        long forDocuments = settings.memoryBytes() / 3;
        this.documents = new Documents(forDocuments, renderer, workers);
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
        String site = key.document().site();
        long epoch = epoch(site);
        hosts.computeIfAbsent(site, s -> ConcurrentHashMap.newKeySet()).add(key.host());
        AtomicReference<@Nullable CompletableFuture<Rendering>> made = new AtomicReference<>();
        CompletableFuture<Answer> flight = representations.get(key, (k, executor) -> {
            CompletableFuture<Rendering> document = documents.get(k.document());
            made.set(document);
            return document.thenApplyAsync(rendering -> represent(k, rendering), workers);
        });
        CompletableFuture<Rendering> of = made.get();
        if (of != null) {
            // Whoever began the flight sees to its end.
            flight.thenAccept(answer -> land(key, flight, answer, of, epoch));
        }
        return flight;
    }

    /**
     * A representation for somebody who has feeds below a path of his own. It is made anew each time and not kept; its
     * validators are those of what all share.
     *
     * @param root path without a slash at its end
     */
    public CompletableFuture<Answer> below(RepresentationKey key, String root) {
        return documents.get(key.document()).thenApplyAsync(rendering -> represent(key, rendering, root), workers);
    }

    /** Keeps what has been made, unless there is none, or something changed on the way. */
    private void land(
            RepresentationKey key,
            CompletableFuture<Answer> flight,
            Answer answer,
            CompletableFuture<Rendering> of,
            long epoch) {
        DocumentKey document = key.document();
        if (!(answer instanceof Representation)) {
            // What is not there may come; it is looked for anew each time, and takes no room meanwhile.
            representations.asMap().remove(key, flight);
            documents.forget(document);
        } else if (epoch != epoch(document.site())) {
            workers.execute(() -> refreshDocument(document));
        } else {
            CompletableFuture<Rendering> now = documents.present(document);
            if (now != null && now != of) {
                workers.execute(() -> refreshRepresentation(key));
            }
        }
    }

    /** Has everything that a change touches made anew, and put in place of the old when it is ready. */
    public void refresh(Changes changes) {
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
        return new CacheFigures(
                hits.sum(),
                misses.sum(),
                documents.renders(),
                documents.failures(),
                evictions.sum(),
                weight(representations) + documents.weight(),
                representations.asMap().size());
    }

    static long weight(AsyncCache<?, ?> cache) {
        return cache.synchronous()
                .policy()
                .eviction()
                .flatMap(eviction -> eviction.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }

    /** Fills, codes. */
    private Answer represent(RepresentationKey key, Rendering rendering) {
        return represent(key, rendering, "");
    }

    private Answer represent(RepresentationKey key, Rendering rendering, String root) {
        if (rendering instanceof Rendering.Document document) {
            byte[] plain = document.slotted().on(key.host().base(), root);
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
            try {
                refresh(site, batch);
            } catch (RuntimeException | Error e) {
                // The changes that come after these must find their way.
                LOG.atError().addKeyValue("site", site).setCause(e).log("Some documents could not be made anew");
            }
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

    /** What is under way meanwhile finds, when it lands, that the epoch is another. */
    private void refresh(String site, List<Changes> batch) {
        if (batch.stream().anyMatch(Changes::siteItself)) {
            documents.forgetSite(site);
        }
        epochs.merge(site, 1L, Long::sum);
        Set<DocumentKey> touched = documents.touchedBy(batch, site);
        representations.synchronous().asMap().forEach((key, answer) -> {
            // Its document may have been evicted.
            DocumentKey document = key.document();
            if (document.site().equals(site) && isTouched(answer, batch)) {
                touched.add(document);
            }
        });
        touched.forEach(this::refreshDocument);
    }

    private static boolean isTouched(Answer answer, List<Changes> batch) {
        return answer instanceof Representation representation
                && representation.shown().isTouchedBy(batch);
    }

    /** Renders a document anew, and then what was made of it; or forgets it. */
    private void refreshDocument(DocumentKey key) {
        if (!key.target().isLasting()) {
            documents.forget(key);
            representations.synchronous().invalidateAll(madeOf(key));
        } else if (documents.renew(key)) {
            madeOf(key).forEach(this::refreshRepresentation);
            if (documents.ready(key).filter(Rendering.Absent.class::isInstance).isPresent()) {
                documents.forget(key);
            }
        }
    }

    private List<RepresentationKey> madeOf(DocumentKey document) {
        return hosts.getOrDefault(document.site(), Set.of()).stream()
                .flatMap(host -> codings().stream().map(coding -> new RepresentationKey(document, host, coding)))
                .filter(representations.asMap()::containsKey)
                .toList();
    }

    private void refreshRepresentation(RepresentationKey key) {
        CompletableFuture<Answer> old = representations.getIfPresent(key);
        if (old == null || !old.isDone()) {
            // What is under way sees when it lands that its document is another.
            return;
        }
        Optional<Rendering> rendering = documents.ready(key.document());
        if (rendering.isEmpty()) {
            // The next who asks gets it made of whatever the document is then.
            representations.asMap().remove(key, old);
            return;
        }
        if (rendering.get() instanceof Rendering.Document now
                && old.getNow(null) instanceof Representation before
                && before.tag().opaque().equals(now.tag() + encoder.tagSuffix(key.coding()))) {
            return;
        }
        Answer answer = represent(key, rendering.get());
        boolean replaced = answer instanceof Representation
                ? representations.asMap().replace(key, old, CompletableFuture.completedFuture(answer))
                : representations.asMap().remove(key, old);
        if (!replaced) {
            refreshRepresentation(key);
        }
    }

    private long epoch(String site) {
        return epochs.getOrDefault(site, 0L);
    }
}
