package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that takes no more room than it may, all that file systems need beside their bytes counted, and has no
 * more files than may be known: the least used go. Files are grouped.
 */
final class DiskFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DiskFolder.class);

    private static final String UNFINISHED = ".part";

    /** What file systems give room by, bytes. */
    private static final long BLOCK_BYTES = 4096;

    /** What a name in a folder takes, with the room that is left between names, bytes. */
    private static final long ENTRY_BYTES = 192;

    /** One for each first character of a name, and the one that they are in. */
    private static final int FOLDERS = 33;

    /** What the smallest file takes, bytes. */
    static final long SMALLEST_BYTES = BLOCK_BYTES + ENTRY_BYTES;

    /** About what is held of a file in memory, bytes. */
    static final int KNOWN_BYTES = 250;

    /** How many go at once where there are too many, so that not each new one looks for an old one. */
    private static final int THINNED = 64;

    private final Path folder;
    private final long mostFiles;
    private final WorkerExecutor workers;
    /** Files and the blocks they take: small numbers, of which there is one object each. */
    private final Cache<FileName, Integer> files;
    /** The members that are there, by group. */
    private final ConcurrentHashMap<FileName.Group, long[]> groups = new ConcurrentHashMap<>();

    private final Queue<FileName> doomed = new ConcurrentLinkedQueue<>();

    /** Writes a file; returns its length in bytes. */
    @FunctionalInterface
    interface Writing {
        long to(Path file) throws IOException;
    }

    /**
     * A folder whose files are not known yet.
     *
     * @param mostBytes that it may take
     * @param mostFiles that it may have
     */
    DiskFolder(Path folder, long mostBytes, long mostFiles, WorkerExecutor workers) {
        this.folder = folder;
        this.mostFiles = mostFiles;
        this.workers = workers;
        this.files = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, mostBytes - FOLDERS * BLOCK_BYTES))
                .<FileName, Integer>weigher((name, blocks) -> room(blocks))
                .evictionListener(this::evicted)
                // So that room is there once it was asked for.
                .executor(Runnable::run)
                .build();
    }

    /** What the files take, bytes. */
    long bytes() {
        return files.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** What a file takes of a folder, bytes. */
    private static int room(int blocks) {
        return (int) Math.min(Integer.MAX_VALUE, blocks * BLOCK_BYTES + ENTRY_BYTES);
    }

    private static int blocks(long length) {
        return (int) Math.min(Integer.MAX_VALUE, (length + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    /**
     * Finds out what is there. Blocks.
     *
     * @param other name of a file that is none of ours
     */
    void open(String other) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.filter(path -> !path.equals(folder) && !path.endsWith(other))
                    // What is in a folder before the folder.
                    .sorted(Comparator.comparing(Path::getNameCount)
                            .reversed()
                            .thenComparing(path -> String.valueOf(path.getFileName())))
                    .forEach(this::found);
        }
        bury();
    }

    private void found(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            if (Files.isDirectory(path)) {
                if (name.length() > 1) {
                    // None of ours; what is not empty stays.
                    Files.deleteIfExists(path);
                }
                return;
            }
            FileName ours = FileName.parse(name);
            if (ours != null && path.equals(path(ours))) {
                know(ours, Files.size(path));
            } else {
                // What was being written when a gateway ended, or has another place or name by now.
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", path).setCause(e).log("A stored response could not be looked at");
        }
    }

    /** Whether a group has files. */
    boolean holds(FileName.Group group) {
        return groups.containsKey(group);
    }

    /** The files of a group. */
    List<FileName> of(FileName.Group group) {
        long[] members = groups.get(group);
        return members == null
                ? List.of()
                : Arrays.stream(members)
                        .mapToObj(member -> new FileName(group, member))
                        .toList();
    }

    /** Whether a file is there; asking counts as use. */
    boolean use(FileName name) {
        return files.getIfPresent(name) != null;
    }

    Path path(FileName name) {
        return folder.resolve(name.folder()).resolve(name.toString());
    }

    /**
     * Writes a file in the place of the one that has its name, if it is worth the room. Blocks.
     *
     * @param bytes about what it will be in length
     * @param mark tells it, as long as it is not whole, from others of its name
     */
    void write(FileName name, long bytes, long mark, Writing writing) throws IOException {
        files.put(name, blocks(bytes));
        bury();
        if (!use(name)) {
            return;
        }
        Path file = path(name);
        Path beside = file.resolveSibling(name + "." + mark + UNFINISHED);
        Files.createDirectories(file.resolveSibling(""));
        try {
            long length = writing.to(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            know(name, length);
        } finally {
            Files.deleteIfExists(beside);
            if (!Files.exists(file)) {
                forget(name);
            }
        }
        bury();
    }

    private void know(FileName name, long length) {
        groups.compute(name.group(), (group, members) -> with(members, name.member()));
        files.put(name, blocks(length));
        if (files.estimatedSize() > mostFiles) {
            files.policy().eviction().orElseThrow().coldest(THINNED).keySet().forEach(this::forget);
        }
    }

    private static long[] with(long @Nullable [] members, long member) {
        if (members == null) {
            return new long[] {member};
        }
        return LongStream.concat(Arrays.stream(members), LongStream.of(member))
                .distinct()
                .toArray();
    }

    /** Removes a file. Blocks. */
    void forget(FileName name) {
        files.invalidate(name);
        drop(name);
        delete(name);
    }

    /** Removes, soon, the files of a group. */
    void remove(FileName.Group group) {
        List<FileName> names = of(group);
        groups.remove(group);
        files.invalidateAll(names);
        if (!names.isEmpty()) {
            doomed.addAll(names);
            burySoon();
        }
    }

    private void evicted(@Nullable FileName name, @Nullable Integer blocks, RemovalCause cause) {
        if (name != null) {
            drop(name);
            doomed.add(name);
            burySoon();
        }
    }

    private void burySoon() {
        workers.executeBlocking(
                () -> {
                    bury();
                    return true;
                },
                false);
    }

    /** Deletes what is to go; whoever waits for it waits for what others began, too. */
    private synchronized void bury() {
        for (FileName name = doomed.poll(); name != null; name = doomed.poll()) {
            // It may have been written again since.
            if (!of(name.group()).contains(name)) {
                delete(name);
            }
        }
    }

    private void drop(FileName name) {
        groups.computeIfPresent(name.group(), (group, members) -> {
            long[] rest = Arrays.stream(members)
                    .filter(member -> member != name.member())
                    .toArray();
            return rest.length == 0 ? null : rest;
        });
    }

    private void delete(FileName name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", name).setCause(e).log("A stored response could not be removed");
        }
    }
}
