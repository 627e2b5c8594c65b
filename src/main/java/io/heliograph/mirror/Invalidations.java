package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was changed or purged, and when: whatever was asked for before is no longer good. So a purge costs the same whether
 * it concerns one stored response or all, and what is on its way meanwhile is not good either.
 */
final class Invalidations {

    private static final int MOST = 100_000;
    private static final String EVERYTHING = "everything";

    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    /** Everything older is purged: what stood in for marks that were too many. */
    private volatile Instant floor = Instant.MIN;

    private final Journal journal;

    /** Remembers marks beyond the end of the gateway. */
    interface Journal {
        void marked(String what, Standing standing, Instant when);
    }

    Invalidations(Journal journal) {
        this.journal = journal;
    }

    private record Mark(Instant when, Standing standing) {}

    void url(CacheKey key, Standing standing, Instant when) {
        mark("url " + key, standing, when);
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
        if (isBetween(earlier, floor, later)) {
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
