package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Standing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;

/** What is stored of a site: in memory, on disk, and what was purged of it since. */
final class Shelf {

    private final ResponseCache memory;
    private final Disk disk;
    private final Invalidations invalidations;

    Shelf(ResponseCache memory, Disk disk, Invalidations invalidations) {
        this.invalidations = invalidations;
        this.memory = memory;
        this.disk = disk;
    }

    /** What is in memory of all resources, bytes. */
    long memoryBytes() {
        return memory.bytes();
    }

    /** What is in memory of a resource. */
    List<Variant> get(CacheKey key) {
        return memory.get(key);
    }

    /** Whether something of a resource is stored. */
    boolean holds(CacheKey key) {
        return !memory.get(key).isEmpty() || disk.holds(key);
    }

    /** Whether something of a resource may be on disk that is not in memory. */
    boolean isOnDisk(CacheKey key) {
        return disk.holds(key);
    }

    /** What is stored of a resource, brought into memory from the disk. */
    Future<List<Variant>> load(CacheKey key) {
        // A disk that fails is as if nothing were there.
        return disk.load(key).otherwise(List.of()).map(variants -> {
            for (int i = variants.size() - 1; i >= 0; i--) {
                memory.put(key, variants.get(i));
            }
            List<Variant> here = memory.get(key);
            // It may have been too full for them.
            return here.isEmpty() ? variants : here;
        });
    }

    /** What is on disk of a resource, not brought into memory. Blocks. */
    List<Variant> onDisk(CacheKey key) {
        return disk.alone(key);
    }

    /**
     * Stores a response.
     *
     * @param plain its content before any rewriting
     */
    void put(CacheKey key, Variant variant, Buffer plain) {
        memory.put(key, variant);
        disk.put(key, variant, plain);
    }

    /**
     * Stores what is known of a large file, or that it still holds; returns it as it is stored now. One that was purged holds
     * only if the origin says so of it: what came anew is another, though it has the same tag.
     */
    Variant putSliced(CacheKey key, Variant head) {
        for (Variant known : memory.get(key)) {
            if (known.content().equals(head.content())
                    && known.response().selecting().equals(head.response().selecting())
                    && standing(key, known) == Standing.GOOD) {
                Variant newer = known.freshened(head.response());
                freshen(key, known, newer);
                return newer;
            }
        }
        put(key, head, Buffer.buffer());
        return head;
    }

    /** Puts a part beside what is stored. */
    void putPart(CacheKey key, Variant part) {
        memory.put(key, part);
    }

    /** Whether a slice is one of those that a head is for, and not from before a purge after which the head came anew. */
    boolean isSliceOf(CacheKey key, Variant head, Variant slice) {
        return !invalidations.isMarkedBetween(key, slice.asked(), head);
    }

    /** Whether there was a purge before a head was asked for. */
    boolean wasPurged(CacheKey key, Variant head) {
        return invalidations.isMarkedBetween(key, Instant.EPOCH, head);
    }

    /** A stored response was found to hold still. */
    void freshen(CacheKey key, Variant old, Variant newer) {
        memory.replace(key, old, newer);
        disk.freshen(key, newer);
    }

    Standing standing(CacheKey key, Variant variant) {
        return invalidations.standing(key, variant);
    }

    void purge(CacheKey key, Standing standing, Instant when) {
        if (standing == Standing.PURGED) {
            invalidations.purged(key, when);
        } else {
            // It is good for nothing any more, not even while the origin is down.
            invalidations.changed(key, when, holds(key));
            disk.removeSlices(key, memory.get(key));
            disk.removeSliced(key);
        }
    }

    void purgeGroup(String group, Standing standing, Instant when) {
        invalidations.group(group, standing, when);
    }

    void purgeAll(Instant when) {
        invalidations.everything(when);
    }
}
