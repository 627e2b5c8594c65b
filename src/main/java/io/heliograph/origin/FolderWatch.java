package io.heliograph.origin;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of changes in folders as the operating system notices them. One watch serves all folders, since Linux allows a
 * user but 128 of them. Where there is none, or no more can be watched, folders are looked at often instead.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Map<WatchKey, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();
    private final WatchService service;
    private final Thread thread;

    /**
     * A watch on the default file system.
     *
     * @throws IOException if this machine has none left to give
     */
    public FolderWatch() throws IOException {
        service = FileSystems.getDefault().newWatchService();
        thread = new Thread(this::run, "heliograph-folder-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the operating system itself tells of changes; elsewhere Java looks at files every ten seconds. */
    public static boolean isNative() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    /**
     * Has {@code changed} called soon after anything happens in one of these directories.
     *
     * @return whether all of them were watched before; if not, something may have happened in them that nobody told, and
     *     whoever looked into them should look again
     */
    boolean watch(Set<Path> directories, Runnable changed) {
        boolean before = true;
        for (Path directory : directories) {
            WatchKey known = keys.get(directory);
            if (known == null || !known.isValid()) {
                before = false;
                register(directory, changed);
            } else {
                // Two sites may have one folder.
                before &= !listen(known, changed);
            }
        }
        return before;
    }

    private void register(Path directory, Runnable changed) {
        try {
            WatchKey key = directory.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            listen(key, changed);
            keys.put(directory, key);
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.atDebug()
                    .addKeyValue("directory", directory)
                    .setCause(e)
                    .log("This directory cannot be watched; it is looked at every second instead");
        }
    }

    /** Whether this one was not told before. */
    private boolean listen(WatchKey key, Runnable changed) {
        return listeners
                .computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                .add(changed);
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                listeners.getOrDefault(key, Set.of()).forEach(Runnable::run);
                if (!key.reset()) {
                    listeners.remove(key);
                    keys.values().remove(key);
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.trace("The folder watch is closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        thread.interrupt();
    }
}
