package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.article.Fingerprint;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder takes no more room than it may, as {@code du} counts it. */
class DiskFolderTest {

    private static final long BUDGET = 3L << 20;
    private static final int BLOCK = 4096;
    private static final int GROUP = 8;

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final WorkerExecutor workers = vertx.createSharedWorkerExecutor("disk-folder-test", 2);

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void manySmallFiles_takeNoMoreThanTheFolderMay() throws IOException {
        DiskFolder folder = new DiskFolder(directory, BUDGET, GROUP, workers);
        folder.open("other");

        long most = 0;
        for (int i = 0; i < 2_000; i++) {
            // Each is a little longer than what a file system gives room by, which is the worst.
            write(folder, name(i), i % 3 == 0 ? BLOCK + 1 : 700);
            if (i % 100 == 99) {
                most = Math.max(most, room());
            }
        }

        assertThat(most).isBetween(BUDGET / 2, BUDGET);
    }

    @Test
    void largeFiles_takeNoMoreThanTheFolderMay() throws IOException {
        DiskFolder folder = new DiskFolder(directory, BUDGET, GROUP, workers);
        folder.open("other");

        for (int i = 0; i < 40; i++) {
            write(folder, name(i), (300 << 10) + i);
            assertThat(room()).isLessThanOrEqualTo(BUDGET);
        }
        assertThat(room()).isGreaterThan(BUDGET / 2);
    }

    /** What was there before counts, too, however much it was allowed to be then. */
    @Test
    void smallerFolder_isReachedWithTheStart() throws IOException {
        DiskFolder before = new DiskFolder(directory, BUDGET, GROUP, workers);
        for (int i = 0; i < 300; i++) {
            write(before, name(i), 5_000);
        }

        new DiskFolder(directory, BUDGET / 2, GROUP, workers).open("other");

        assertThat(room()).isBetween(BUDGET / 4, BUDGET / 2);
    }

    /** Files and folders of another layout are cleared away, and what is none of ours is left alone. */
    @Test
    void filesInOtherPlaces_areRemoved() throws IOException {
        Path old = Files.createDirectory(directory.resolve("ab")).resolve(DiskFolder.name("abcdefgh", "x"));
        Files.writeString(old, "old");
        Files.writeString(directory.resolve("other"), "kept");
        Path unfinished = Files.createDirectory(directory.resolve("b")).resolve("b.7.part");
        Files.writeString(unfinished, "half");

        new DiskFolder(directory, BUDGET, GROUP, workers).open("other");

        assertThat(old.getParent()).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(directory.resolve("other")).hasContent("kept");
    }

    private static String name(int i) {
        return DiskFolder.name(Fingerprint.of("group " + i, GROUP), "member");
    }

    private static void write(DiskFolder folder, String name, int length) throws IOException {
        folder.write(name, length, 1, file -> {
            Files.write(file, new byte[length]);
            return length;
        });
    }

    private long room() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            long bytes = 0;
            for (Path path : all.toList()) {
                bytes += (Files.size(path) + BLOCK - 1) / BLOCK * BLOCK;
            }
            return bytes;
        }
    }
}
