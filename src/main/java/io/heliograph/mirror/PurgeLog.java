package io.heliograph.mirror;

import io.heliograph.http.CacheDecision.Standing;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was purged, on disk beside the stored responses: so that what was stale before a restart is stale after it. A line
 * for each purge; of several for the same, the last counts. A line that is not whole is as if it were not there.
 */
final class PurgeLog implements Invalidations.Journal {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeLog.class);

    /** In the folder of the stored responses. */
    static final String NAME = "purges.log";

    /** Half of it is for the log, the other for the one that is written in its place, bytes. */
    private static final long LONGEST = 8L << 20;

    /** What it is left of however small a disk, bytes. */
    private static final long SHORTEST = 16L << 10;

    /** Its part of the disk. */
    private static final int PART = 64;

    /** Milliseconds since 1970, standing, and what; the semicolon says that the line is whole. */
    private static final Pattern LINE = Pattern.compile("(\\d{1,15}) (PURGED|INVALID) ([^\\n]{1,20000});");

    private final Path file;
    private final boolean on;
    private final long longest;
    private final WorkerExecutor workers;

    /**
     * The log in a folder.
     *
     * @param diskBytes room of the folder; without any there is no log
     */
    PurgeLog(Path folder, long diskBytes, WorkerExecutor workers) {
        this.file = folder.resolve(NAME);
        this.on = diskBytes > 0;
        this.longest = longest(diskBytes);
        this.workers = workers;
    }

    /** How long the log of a disk gets, bytes. */
    static long longest(long diskBytes) {
        return Math.max(SHORTEST, Math.min(LONGEST, diskBytes / PART));
    }

    /** Reads what was purged before. Blocks. */
    synchronized void open(Invalidations invalidations) throws IOException {
        if (on && Files.exists(file)) {
            Map<String, Matcher> lines = lines();
            lines.forEach((what, line) -> invalidations.restore(
                    what, Standing.valueOf(line.group(2)), Instant.ofEpochMilli(Long.parseLong(line.group(1)))));
            compact(lines);
        }
    }

    @Override
    public void marked(String what, Standing standing, Instant when) {
        if (on && what.indexOf('\n') < 0) {
            workers.executeBlocking(
                            () -> {
                                append(when.toEpochMilli() + " " + standing + " " + what + ";\n");
                                return true;
                            },
                            false)
                    .onFailure(e -> LOG.atWarn()
                            .addKeyValue("file", file)
                            .setCause(e)
                            .log("A purge was not written down; it holds until the gateway ends"));
        }
    }

    private synchronized void append(String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (Files.size(file) > longest / 2) {
            compact(lines());
        }
    }

    private Map<String, Matcher> lines() throws IOException {
        Map<String, Matcher> last = new LinkedHashMap<>();
        String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        all.lines().forEach(text -> {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                last.remove(line.group(3));
                last.put(line.group(3), line);
            }
        });
        return last;
    }

    private void compact(Map<String, Matcher> lines) throws IOException {
        StringBuilder all = new StringBuilder();
        // Half of that, the latest, so that it is not done again with the next line.
        long skipped = Math.max(
                0,
                lines.values().stream()
                                .mapToLong(line -> line.group().length() + 1L)
                                .sum()
                        - longest / 4);
        // What visitors have changed goes first: they must not make anybody forget what was purged.
        Set<Matcher> kept = new LinkedHashSet<>(lines.values());
        for (Standing standing : new Standing[] {Standing.INVALID, Standing.PURGED}) {
            for (Matcher line : lines.values()) {
                if (skipped > 0 && line.group(2).equals(standing.name())) {
                    skipped -= line.group().length() + 1L;
                    kept.remove(line);
                }
            }
        }
        kept.forEach(line -> all.append(line.group()).append('\n'));
        Path beside = file.resolveSibling(NAME + ".part");
        Files.writeString(beside, all, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
