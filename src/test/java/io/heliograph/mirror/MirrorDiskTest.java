package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
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

            await().until(() -> new StoredFiles(directory).count() > 50);
            await().untilAsserted(() ->
                    assertThat(new StoredFiles(directory).count() * BLOCK).isBetween(1L, 400L << 10));
        }
    }
}
