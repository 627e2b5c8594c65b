package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.article.Story;
import io.heliograph.media.KeptMedia;
import io.heliograph.media.MediaLibrary;
import io.heliograph.media.MediaSettings;
import io.heliograph.store.OriginState;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with an origin that looks at it, a real shelf, and a clock that the test turns on. */
abstract class FolderFixture {

    /** A PNG of one pixel. */
    static final byte[] PICTURE = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path directory;

    final Vertx vertx = Vertx.vertx();

    /** What a store would have of the origin. */
    final Set<String> stored = new HashSet<>();

    Path folder;
    FolderOrigin origin;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private WorkerExecutor workers;
    private MediaLibrary library;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(directory.resolve("articles"));
        workers = vertx.createSharedWorkerExecutor("folder", 1);
        library = new MediaLibrary(new MediaSettings(directory.resolve("media"), Duration.ofDays(1)));
        origin = origin(false, Optional.empty());
    }

    @AfterEach
    void end() {
        settle(vertx.close());
    }

    FolderOrigin origin(boolean followDeletions, Optional<FolderWatch> watch) {
        return new FolderOrigin(
                new FolderSettings(folder, followDeletions, ZoneId.of("Europe/Paris"), Pictures.LINK),
                FeedSamples.HOSTS,
                this::shelve,
                FeedSamples.NO_PICTURES,
                watch,
                workers,
                () -> now);
    }

    private MediaShelf.Shelved shelve(Path file, Path root, boolean mayTakeLong) throws IOException {
        KeptMedia kept = library.keep("news", file, root, mayTakeLong);
        return new MediaShelf.Shelved(
                Href.own(kept.path()), kept.type(), kept.bytes(), kept.width(), kept.height(), kept.duration());
    }

    /** Looks at the folder once a minute, and has the store take what it gives. */
    Gathered look() {
        now = now.plusSeconds(60);
        Gathered gathered = settle(origin.gather(OriginState.NEW, Set.copyOf(stored)));
        gathered.drafts().forEach(draft -> stored.add(draft.source()));
        stored.removeAll(gathered.deleted());
        return gathered;
    }

    /** Why a look gives nothing. */
    OriginFailure failure() {
        try {
            origin.gather(OriginState.NEW, Set.copyOf(stored))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(OriginFailure.class);
            return (OriginFailure) e.getCause();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("the folder gave something");
    }

    /** The one article of a file with this text. */
    Draft draft(String name, String text) {
        write(name, text);
        Gathered gathered = look();
        assertThat(gathered.drafts()).hasSize(1);
        return gathered.drafts().get(0);
    }

    Story story(String text) {
        return draft("story.md", text).story();
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, half a minute before the next look. */
    Path write(String name, byte[] bytes) {
        return write(name, bytes, now.plusSeconds(30));
    }

    Path write(String name, byte[] bytes, Instant modified) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(modified));
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the next look will be. */
    Instant nextLook() {
        return now.plusSeconds(60);
    }

    void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> titles(Gathered gathered) {
        return gathered.drafts().stream().map(draft -> draft.story().title()).toList();
    }

    static List<EntryProblem.Reason> reasons(Gathered gathered) {
        return gathered.problems().stream().map(EntryProblem::reason).toList();
    }
}
