package io.heliograph.representation;

/**
 * What the cache has done so far.
 *
 * @param hits answered from memory
 * @param misses answered after a load
 * @param loads documents rendered
 * @param failures renderings that failed
 * @param evictions thrown out for want of room
 * @param weightBytes bytes held now
 * @param entries representations held now
 */
public record CacheFigures(
        long hits, long misses, long loads, long failures, long evictions, long weightBytes, long entries) {}
