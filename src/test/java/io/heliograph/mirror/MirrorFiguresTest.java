package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators see how much of its bounds a mirror uses. */
class MirrorFiguresTest {

    private static final int BYTES = 100_000;

    @Test
    void metrics_tellTheBytesInMemoryAndOnDisk(@TempDir Path directory) {
        try (MirrorFixture mirror = new MirrorFixture(directory)) {
            assertThat(bytes(mirror, "memory")).isZero();
            assertThat(bytes(mirror, "disk")).isZero();
            mirror.serve("/page", "x".repeat(BYTES), "cache-control", "max-age=1000");

            mirror.get("/page");

            assertThat(bytes(mirror, "memory")).isBetween((double) BYTES, 2.0 * BYTES);
            // It is written after the answer.
            await().until(() -> bytes(mirror, "disk") >= BYTES);
            assertThat(bytes(mirror, "disk")).isLessThan(2.0 * BYTES);
        }
    }

    private static double bytes(MirrorFixture mirror, String where) {
        String name = "heliograph_mirror_" + where + "_bytes{";
        return RawHttp.get(mirror.gateway().opsPort(), "x", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
