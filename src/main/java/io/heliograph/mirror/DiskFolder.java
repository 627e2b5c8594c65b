package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that takes no more room than it may, all that file systems need beside their bytes counted: the least
 * used files go. Files are grouped by the first characters of their names.
 */
final class DiskFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DiskFolder.class);

    private static final String ENDING = ".response";
    private static final String UNFINISHED = ".part";

    /** What file systems give room by, bytes. */
    private static final long BLOCK_BYTES = 4096;

    /** What a name in a folder takes, with the room that is left between names, bytes. */
    private static final long ENTRY_BYTES = 192;

    /** One for each first character of a name, and the one that they are in. */
    private static final int FOLDERS = 33;

    private final Path folder;
    private final int groupCharacters;
    private final WorkerExecutor workers;
    /** Files and the room they take, bytes. */
    private final Cache<String, Long> files;
    /** The files that are there, by group. */
    private final ConcurrentHashMap<String, Set<String>> groups = new ConcurrentHashMap<>();

    private final Queue<String> doomed = new ConcurrentLinkedQueue<>();

    /** Writes a file; returns its length in bytes. */
    @FunctionalInterface
    interface Writing {
        long to(Path file) throws IOException;
    }

    /**
     * A folder whose files are not known yet.
     *
     * @param mostBytes that it may take
     * @param groupCharacters length of the names of groups
     */
    DiskFolder(Path folder, long mostBytes, int groupCharacters, WorkerExecutor workers) {
        this.folder = folder;
        this.groupCharacters = groupCharacters;
        this.workers = workers;
        this.files = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, mostBytes - FOLDERS * BLOCK_BYTES))
                .<String, Long>weigher((name, bytes) -> (int) Math.min(Integer.MAX_VALUE, bytes))
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
    private static long room(long length) {
        return (length + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES + ENTRY_BYTES;
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
            } else if (name.endsWith(ENDING) && path.equals(path(name))) {
                know(name, Files.size(path));
            } else {
                // What was being written when a gateway ended, or has another place by now.
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", path).setCause(e).log("A stored response could not be looked at");
        }
    }

    /** The name of a file. */
    static String name(String group, String member) {
        return group + "-" + member + ENDING;
    }

    /** Whether a group has files. */
    boolean holds(String group) {
        return groups.containsKey(group);
    }

    /** The files of a group. */
    Set<String> of(String group) {
        return groups.getOrDefault(group, Set.of());
    }

    /** Whether a file is there; asking counts as use. */
    boolean use(String name) {
        return files.getIfPresent(name) != null;
    }

    Path path(String name) {
        return folder.resolve(name.substring(0, 1)).resolve(name);
    }

    /**
     * Writes a file in the place of the one that has its name, if it is worth the room. Blocks.
     *
     * @param bytes about what it will be in length
     * @param mark tells it, as long as it is not whole, from others of its name
     */
    void write(String name, long bytes, long mark, Writing writing) throws IOException {
        files.put(name, room(bytes));
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

    private void know(String name, long length) {
        groups.compute(group(name), (group, names) -> {
            Set<String> all = names == null ? new TreeSet<>() : new TreeSet<>(names);
            all.add(name);
            return all;
        });
        files.put(name, room(length));
    }

    /** Removes a file. Blocks. */
    void forget(String name) {
        files.invalidate(name);
        drop(name);
        delete(name);
    }

    /** Removes, soon, the files of a group. */
    void remove(String group) {
        Set<String> names = groups.remove(group);
        if (names != null) {
            files.invalidateAll(names);
            doomed.addAll(names);
            burySoon();
        }
    }

    private void evicted(@Nullable String name, @Nullable Long bytes, RemovalCause cause) {
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
        for (String name = doomed.poll(); name != null; name = doomed.poll()) {
            // It may have been written again since.
            if (!of(group(name)).contains(name)) {
                delete(name);
            }
        }
    }

    private void drop(String name) {
        groups.computeIfPresent(group(name), (group, names) -> {
            Set<String> rest = new TreeSet<>(names);
            rest.remove(name);
            return rest.isEmpty() ? null : rest;
        });
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", name).setCause(e).log("A stored response could not be removed");
        }
    }

    private String group(String name) {
        return name.substring(0, groupCharacters);
    }
}
