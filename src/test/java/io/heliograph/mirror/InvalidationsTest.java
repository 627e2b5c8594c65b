package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 9111, section 4.4: what visitors change is invalid, and whoever changes much makes nothing else so. */
class InvalidationsTest {

    private static final int MANY = 150_000;
    private static final Instant BEFORE = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant CHANGE = BEFORE.plusSeconds(60);
    private static final Instant AFTER = CHANGE.plusSeconds(60);

    private final List<String> lines = new ArrayList<>();
    private final Set<CacheKey> forgotten = new HashSet<>();
    private final Invalidations invalidations =
            new Invalidations((what, standing, when) -> lines.add(standing + " " + what), forgotten::add);

    private static CacheKey key(String target) {
        return new CacheKey(URI.create("https://www.example.org"), target);
    }

    private static Variant asked(Instant when) {
        StoredResponse response = new StoredResponse(
                200,
                FieldLines.of("cache-control", "max-age=1000"),
                "",
                when,
                when,
                new CacheRules(false, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        return Variant.of(response, new Content.Plain(Buffer.buffer("body"), ""));
    }

    @Test
    void change_isOfItsResource_andOfWhatWasAskedForBefore() {
        invalidations.changed(key("/a"), CHANGE, true);

        assertThat(invalidations.standing(key("/a"), asked(BEFORE))).isEqualTo(Standing.INVALID);
        assertThat(invalidations.standing(key("/a"), asked(AFTER))).isEqualTo(Standing.GOOD);
        assertThat(invalidations.standing(key("/b"), asked(BEFORE))).isEqualTo(Standing.GOOD);
        assertThat(lines).containsExactly("INVALID url https://www.example.org/a");
    }

    @Test
    void changeOfWhatIsNotStored_holdsForWhatIsOnItsWay_andIsNotWrittenDown() {
        invalidations.changed(key("/a"), CHANGE, false);

        assertThat(invalidations.standing(key("/a"), asked(BEFORE))).isEqualTo(Standing.INVALID);
        assertThat(lines).isEmpty();
    }

    @Test
    @DisplayName("RFC 9111, section 4.4: changes of however many addresses are no purge of all")
    void manyChanges_ageNothingElse() {
        for (int i = 0; i < MANY; i++) {
            invalidations.changed(key("/" + i), CHANGE, true);
        }

        assertThat(invalidations.standing(key("/other"), asked(BEFORE))).isEqualTo(Standing.GOOD);
        for (int i = 0; i < MANY; i++) {
            CacheKey changed = key("/" + i);
            boolean invalid = invalidations.standing(changed, asked(BEFORE)) == Standing.INVALID;
            assertThat(invalid || forgotten.contains(changed))
                    .as("change of %s", changed)
                    .isTrue();
        }
        assertThat(forgotten).hasSizeLessThan(MANY).hasSizeGreaterThan(MANY / 2);
    }

    @Test
    void purge_outlivesManyChanges_onDisk(@TempDir Path folder) throws IOException {
        // Given
        Vertx vertx = Vertx.vertx();
        PurgeLog log = new PurgeLog(folder, 1 << 20, vertx.createSharedWorkerExecutor("log"));
        Path file = folder.resolve(PurgeLog.NAME);
        new Invalidations(log, key -> {}).purged(key("/purged"), CHANGE);
        await().until(() -> Files.exists(file) && Files.readString(file).contains("/purged;"));

        // When
        Invalidations changing = new Invalidations(log, key -> {});
        for (int i = 0; i < 1000; i++) {
            changing.changed(key("/" + i), CHANGE, true);
        }
        ScriptedServer.settle(vertx.close());

        // Then
        Vertx next = Vertx.vertx();
        new PurgeLog(folder, 1 << 20, next.createSharedWorkerExecutor("log")).open(invalidations);
        ScriptedServer.settle(next.close());
        assertThat(Files.size(file)).isLessThan(16 << 10);
        assertThat(invalidations.standing(key("/purged"), asked(BEFORE))).isEqualTo(Standing.PURGED);
    }
}
