package io.heliograph.mirror;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A site's web origin, and how it is mirrored.
 *
 * @param site the server of the web site itself
 * @param also further servers whose files belong to it
 * @param methods that visitors may use
 * @param strict whether HTTP's caching rules are followed to the letter, for conformance runs
 * @param forward names, in lower case, of further request fields that reach the origin, which says in {@code Vary} by which
 *     of them it chooses
 * @param cookies names of those that pass in both directions
 * @param dropped patterns of query parameters that reach neither the key nor the origin, such as {@code utm_*}
 * @param canonicalHost whether pages name our canonical host as their own, and not the origin
 * @param robots the {@code X-Robots-Tag} of every answer; empty for none
 * @param maxStale how long what is stored may be used after its time while the origin is down
 * @param memoryBytes most bytes in memory
 * @param diskBytes most bytes on disk; 0 for no disk
 * @param sockets whether visitors may open WebSockets to it
 * @param reportsLeaks whether browsers are asked to report what pages want of elsewhere
 * @param health how the origin is probed
 * @param folder where the disk's files are
 */
public record MirrorSettings(
        MirroredServer site,
        List<MirroredServer> also,
        Set<String> methods,
        boolean strict,
        Set<String> forward,
        Set<String> cookies,
        List<String> dropped,
        boolean canonicalHost,
        String robots,
        Duration maxStale,
        long memoryBytes,
        long diskBytes,
        boolean sockets,
        boolean reportsLeaks,
        HealthSettings health,
        Path folder) {

    /** Part of the memory that one stored response may take. */
    private static final int LARGEST_PART = 8;

    private static final long LARGEST_BYTES = 32L << 20;

    /** What is on its way may take as much beside what is stored as this part of it. */
    private static final int COMING_PART = 4;

    /** Of the heap, what may be taken by what is known of files. */
    private static final int KNOWN_PART = 10;

    public MirrorSettings {
        also = List.copyOf(also);
        methods = Set.copyOf(methods);
        forward = Set.copyOf(forward);
        cookies = Set.copyOf(cookies);
        dropped = List.copyOf(dropped);
        if (memoryBytes < 1 || diskBytes < 0) {
            throw new IllegalArgumentException("no memory for a mirror");
        }
    }

    /** Scheme and authority of the web site's own server. */
    public URI origin() {
        return site.url();
    }

    /** The most that bodies on their way in take beside what is stored, bytes. */
    long comingBytes() {
        return Math.max(ContentMaker.LARGEST_DOCUMENT, memoryBytes / COMING_PART);
    }

    /** The most files on disk that may be known in a heap: a large disk has room for more small ones than fit there. */
    static long mostFiles(long heapBytes) {
        return heapBytes / KNOWN_PART / DiskFolder.KNOWN_BYTES;
    }

    /**
     * The most of a heap that the mirror may take: what is stored, what is on its way in, and what is known of files on disk.
     *
     * @param heapBytes of the gateway
     */
    public long heapBytes(long heapBytes) {
        long files = Math.min(diskBytes / DiskFolder.SMALLEST_BYTES, mostFiles(heapBytes));
        return memoryBytes + comingBytes() + files * DiskFolder.KNOWN_BYTES;
    }

    /** The largest body that is stored, bytes; larger ones pass through. */
    long largestBytes() {
        return Math.min(LARGEST_BYTES, memoryBytes / LARGEST_PART);
    }
}
