package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.heliograph.http.CacheDecision.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was changed or purged, and when: whatever was asked for before is no longer good. So a purge costs the same whether
 * it concerns one stored response or all, and what is on its way meanwhile is not good either.
 */
final class Invalidations {

    private static final int MOST = 100_000;

    /** For changed resources that are remembered, bytes; of others nothing is stored that is from before. */
    private static final long CHANGED_BYTES = 4L << 20;

    private static final int MARK_BYTES = 100;

    private static final String EVERYTHING = "everything";

    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    /** Everything older is purged: what stood in for marks that were too many. */
    private volatile Instant floor = Instant.MIN;

    /**
     * Resources that requests of visitors have changed. These are bounded apart from the rest, and without a floor: for who
     * asks for changes of as many as he likes must not make all others stale.
     */
    private final Cache<CacheKey, Instant> changed;

    private final Journal journal;

    /** Remembers marks beyond the end of the gateway. */
    interface Journal {
        void marked(String what, Standing standing, Instant when);
    }

    /**
     * Nothing is marked.
     *
     * @param forget takes the resources whose change is no more remembered, so that nothing of them may be stored any more
     */
    Invalidations(Journal journal, Consumer<CacheKey> forget) {
        this.journal = journal;
        this.changed = Caffeine.newBuilder()
                .maximumWeight(CHANGED_BYTES)
                .weigher((CacheKey key, Instant when) -> key.bytes() + MARK_BYTES)
                .executor(Runnable::run)
                .evictionListener((@Nullable CacheKey key, @Nullable Instant when, RemovalCause cause) -> {
                    if (key != null) {
                        forget.accept(key);
                    }
                })
                .build();
    }

    private record Mark(Instant when, Standing standing) {}

    /** A resource was purged. */
    void purged(CacheKey key, Instant when) {
        mark("url " + key, Standing.PURGED, when);
    }

    /**
     * A resource was changed: what is stored of it, or on its way, is invalid.
     *
     * @param isStored whether something of it is, which would be there after a restart
     */
    void changed(CacheKey key, Instant when, boolean isStored) {
        changed.put(key, when);
        if (isStored) {
            journal.marked("url " + key, Standing.INVALID, when);
        }
    }

    void group(String group, Standing standing, Instant when) {
        mark("group " + group, standing, when);
    }

    void everything(Instant when) {
        floor = when;
        journal.marked(EVERYTHING, Standing.PURGED, when);
    }

    /** What was marked in an earlier run. */
    void restore(String what, Standing standing, Instant when) {
        if (!what.equals(EVERYTHING)) {
            set(what, standing, when);
        } else if (when.isAfter(floor)) {
            floor = when;
        }
    }

    /** How a stored response stands. */
    Standing standing(CacheKey key, Variant variant) {
        Instant since = variant.response().requested();
        Standing worst = since.isBefore(floor) ? Standing.PURGED : Standing.GOOD;
        Instant change = changed.getIfPresent(key);
        if (change != null && !change.isBefore(since)) {
            return Standing.INVALID;
        }
        if (marks.isEmpty()) {
            return worst;
        }
        worst = worse(worst, marks.get("url " + key), since);
        for (String group : variant.groups()) {
            worst = worse(worst, marks.get("group " + group), since);
        }
        return worst;
    }

    /**
     * Whether something was marked after one response was asked for, and before another was: then the one is no good for
     * whoever has the other.
     *
     * @param later of the resource; its groups are those that count
     */
    boolean isMarkedBetween(CacheKey key, Instant earlier, Variant later) {
        Instant change = changed.getIfPresent(key);
        if (isBetween(earlier, floor, later) || change != null && isBetween(earlier, change, later)) {
            return true;
        }
        if (marks.isEmpty()) {
            return false;
        }
        Mark own = marks.get("url " + key);
        if (own != null && isBetween(earlier, own.when(), later)) {
            return true;
        }
        for (String group : later.groups()) {
            Mark mark = marks.get("group " + group);
            if (mark != null && isBetween(earlier, mark.when(), later)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(Instant earlier, Instant mark, Variant later) {
        return !mark.isBefore(earlier) && mark.isBefore(later.asked());
    }

    private static Standing worse(Standing worst, @Nullable Mark mark, Instant since) {
        return mark != null && !mark.when().isBefore(since) && mark.standing().compareTo(worst) > 0
                ? mark.standing()
                : worst;
    }

    private void mark(String what, Standing standing, Instant when) {
        set(what, standing, when);
        journal.marked(what, standing, when);
    }

    private void set(String what, Standing standing, Instant when) {
        if (marks.size() >= MOST) {
            floor = when;
            marks.values().removeIf(mark -> mark.standing() == Standing.PURGED);
        }
        if (marks.size() >= MOST) {
            marks.clear();
        }
        marks.merge(
                what,
                new Mark(when, standing),
                (a, b) -> a.standing().compareTo(b.standing()) > 0 ? new Mark(b.when(), a.standing()) : b);
    }
}
