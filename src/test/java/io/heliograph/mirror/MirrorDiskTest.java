package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of a mirror holds no more than it may. */
class MirrorDiskTest {

    private static final int BLOCK = 4096;

    @TempDir
    Path directory;

    @Test
    void smallFiles_takeNoMoreRoomThanTheDiskHas() {
        try (MirrorFixture mirror = new MirrorFixture(directory, "sites.0.mirror.disk=400KB")) {
            for (int i = 0; i < 300; i++) {
                mirror.serve("/small-" + i, "small", "cache-control", "max-age=1000");
                mirror.get("/small-" + i);
            }

            await().until(() -> files() > 50);
            await().untilAsserted(() -> assertThat(files() * BLOCK).isBetween(1L, 400L << 10));
        }
    }

    private long files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".response")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
