package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;

/** The stored responses of a site in memory, bounded by bytes. */
final class ResponseCache {

    /** Most variants of one resource; the oldest go. */
    private static final int MOST_VARIANTS = 32;

    private final Cache<CacheKey, List<Variant>> resources;

    /**
     * Nothing yet.
     *
     * @param hosts of the site: each has the fields of a response in its own way
     */
    ResponseCache(long memoryBytes, int hosts) {
        resources = Caffeine.newBuilder()
                .maximumWeight(memoryBytes)
                .weigher((CacheKey key, List<Variant> variants) -> weight(key, variants, hosts))
                .build();
    }

    /** What is stored, bytes. */
    long bytes() {
        return resources.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** What is stored for a resource, the latest first. */
    List<Variant> get(CacheKey key) {
        List<Variant> variants = resources.getIfPresent(key);
        return variants == null ? List.of() : variants;
    }

    /** Stores a response in place of those that are for the same requests. */
    void put(CacheKey key, Variant variant) {
        resources.asMap().compute(key, (k, before) -> {
            List<Variant> variants = new ArrayList<>();
            variants.add(variant);
            if (before != null) {
                for (Variant other : before) {
                    if (!isReplaced(other, variant) && variants.size() < MOST_VARIANTS) {
                        variants.add(other);
                    }
                }
            }
            return List.copyOf(variants);
        });
    }

    /** Replaces a stored response, if it is still there, by the same with a newer head. */
    void replace(CacheKey key, Variant old, Variant newer) {
        resources
                .asMap()
                .computeIfPresent(
                        key,
                        (k, before) -> before.stream()
                                .map(variant -> variant.id() == old.id() ? newer : variant)
                                .toList());
    }

    /** Forgets all that is stored for a resource. */
    void remove(CacheKey key) {
        resources.invalidate(key);
    }

    private static boolean isReplaced(Variant old, Variant newer) {
        if (old.isPart() || newer.isPart()) {
            return old.isPart() && (!newer.isPart() || covers(newer, old));
        }
        return !old.response().vary().names().equals(newer.response().vary().names())
                || old.response().selecting().equals(newer.response().selecting());
    }

    private static boolean covers(Variant newer, Variant old) {
        return newer.content() instanceof Content.Part now
                && old.content() instanceof Content.Part before
                && (now.total() != before.total()
                        || now.first() <= before.first()
                                && now.first() + now.body().length()
                                        >= before.first() + before.body().length());
    }

    private static int weight(CacheKey key, List<Variant> variants, int hosts) {
        long bytes = key.bytes();
        for (Variant variant : variants) {
            bytes += variant.bytes(hosts);
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
