package io.heliograph.server;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The token buckets of visitors who fetch whole feeds without asking whether they changed, one for each network: an IPv4
 * address, or a /64 of IPv6, which is what one household has. They stand in a table of fixed size, and nothing of a
 * visitor is kept in it but a few bits of a hash with a seed of this process's own.
 *
 * <p>A bucket is the moment at which it will be full again (the generic cell rate algorithm). A full bucket is as good as
 * none, so its place is free. Where all places of a hash are taken, the one that is full soonest is given away: its owner
 * is treated better than is due, never worse.
 */
final class Allowance {

    /** Places in the table: half a mebibyte. */
    private static final int SETS = 1 << 14;

    private static final int WAYS = 4;

    /** Of a place, the lower bits say when the bucket is full, in milliseconds; the upper ones whose it is. */
    private static final int TIME_BITS = 44;

    private static final long TIME = (1L << TIME_BITS) - 1;
    private static final int MOST_TRIES = 8;

    private final AtomicLongArray places = new AtomicLongArray(SETS * WAYS);
    private final long seed = ThreadLocalRandom.current().nextLong() | 1;
    private final boolean unlimited;
    private final long deepMillis;
    private final double millisEach;

    Allowance(AllowanceSettings settings) {
        unlimited = settings.burst() == 0;
        millisEach = 60_000.0 / settings.perMinute();
        deepMillis = Math.max(1, (long) (settings.burst() * millisEach));
    }

    boolean isUnlimited() {
        return unlimited;
    }

    /**
     * Takes one from a network's bucket.
     *
     * @param network as {@link ClientNetwork} has it
     * @param nowMillis by a clock that never goes back, from 0
     * @return 0 if there was one; else after how many milliseconds there will be
     */
    long take(long network, long nowMillis) {
        long hash = mixed(network);
        int set = (int) (hash >>> 40) & SETS - 1;
        long owner = hash << TIME_BITS;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int at = place(set, owner, nowMillis);
            long seen = places.get(at);
            long full = (seen & ~TIME) == owner ? Math.max(seen & TIME, nowMillis) : nowMillis;
            long then = full + Math.max(1, Math.round(millisEach));
            long over = then - nowMillis - deepMillis;
            if (over > 0 && full > nowMillis) {
                return over;
            }
            if (places.compareAndSet(at, seen, owner | then & TIME)) {
                return 0;
            }
        }
        // So many came at the same moment that one more is neither here nor there.
        return 0;
    }

    /** Where a network's bucket is, or may be. */
    private int place(int set, long owner, long nowMillis) {
        int soonest = set * WAYS;
        for (int way = 0; way < WAYS; way++) {
            int at = set * WAYS + way;
            long value = places.get(at);
            if ((value & ~TIME) == owner && (value & TIME) > nowMillis) {
                return at;
            }
            if ((value & TIME) < (places.get(soonest) & TIME)) {
                soonest = at;
            }
        }
        return soonest;
    }

    /** The finaliser of SplitMix64 over the network and the seed: who does not know the seed finds no two alike. */
    private long mixed(long network) {
        long z = network * seed + 0x9e3779b97f4a7c15L ^ seed >>> 17;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
