package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder takes no more room than it may, as {@code du} counts it. */
class DiskFolderTest {

    private static final long BUDGET = 3L << 20;
    private static final int BLOCK = 4096;
    private static final int FILES = 10_000;

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
        DiskFolder folder = new DiskFolder(directory, BUDGET, FILES, workers);
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
        DiskFolder folder = new DiskFolder(directory, BUDGET, FILES, workers);
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
        DiskFolder before = new DiskFolder(directory, BUDGET, FILES, workers);
        for (int i = 0; i < 300; i++) {
            write(before, name(i), 5_000);
        }

        new DiskFolder(directory, BUDGET / 2, FILES, workers).open("other");

        assertThat(room()).isBetween(BUDGET / 4, BUDGET / 2);
    }

    /** Product rule 8: each file is known in memory, too. */
    @Test
    void moreFilesThanMayBeKnown_areNotKept_norAfterAStart() throws IOException {
        DiskFolder folder = new DiskFolder(directory, BUDGET, 200, workers);
        for (int i = 0; i < 500; i++) {
            write(folder, name(i), 100);
        }
        assertThat(files()).isBetween(100L, 200L);

        DiskFolder smaller = new DiskFolder(directory, BUDGET, 100, workers);
        smaller.open("other");

        assertThat(files()).isBetween(30L, 100L);
        assertThat(IntStream.range(0, 500).filter(i -> smaller.holds(name(i).group())))
                .hasSize((int) files());
    }

    @Test
    void filesOfAGroup_goOneByOne_andTogether() throws IOException {
        DiskFolder folder = new DiskFolder(directory, BUDGET, FILES, workers);
        FileName.Group group = FileName.Group.of("group");
        FileName one = FileName.of(group, "one");
        FileName other = FileName.of(group, "other");
        write(folder, one, 100);
        write(folder, other, 100);
        write(folder, other, 200);
        assertThat(folder.of(group)).containsExactlyInAnyOrder(one, other);

        folder.forget(one);

        assertThat(folder.of(group)).containsExactly(other);
        assertThat(folder.path(one)).doesNotExist();
        folder.remove(group);
        assertThat(folder.holds(group)).isFalse();
        await().until(() -> !Files.exists(folder.path(other)));
    }

    @Test
    void nameOfAFile_isReadAsItWasWritten() {
        for (int i = 0; i < 1_000; i++) {
            FileName name = FileName.of(FileName.Group.of("group " + i), "member " + i);

            assertThat(FileName.parse(name.toString())).isEqualTo(name);
            assertThat(name.toString())
                    .matches("[a-z2-7]{24}-[a-z2-7]{12}\\.response")
                    .startsWith(name.folder());
        }
        assertThat(FileName.parse("A".repeat(24) + "-" + "a".repeat(12) + ".response"))
                .isNull();
        assertThat(FileName.parse("a".repeat(40) + "-" + "a".repeat(16) + ".response"))
                .isNull();
    }

    /** Files and folders of another layout are cleared away, and what is none of ours is left alone. */
    @Test
    void filesInOtherPlaces_areRemoved() throws IOException {
        Path old = Files.createDirectory(directory.resolve("ab")).resolve(name(1).toString());
        Files.writeString(old, "old");
        Files.writeString(directory.resolve("other"), "kept");
        Path unfinished = Files.createDirectory(directory.resolve("b")).resolve("b.7.part");
        Files.writeString(unfinished, "half");

        new DiskFolder(directory, BUDGET, FILES, workers).open("other");

        assertThat(old.getParent()).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(directory.resolve("other")).hasContent("kept");
    }

    private static FileName name(int i) {
        return FileName.of(FileName.Group.of("group " + i), "member");
    }

    private static void write(DiskFolder folder, FileName name, int length) throws IOException {
        folder.write(name, length, 1, file -> {
            Files.write(file, new byte[length]);
            return length;
        });
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        }
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
