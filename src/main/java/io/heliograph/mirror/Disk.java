package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.HttpDate;
import io.heliograph.http.Slice;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Validation;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored responses of a site on disk, bounded by the room they take: so that a gateway that starts while the origin is
 * away still serves it. One file for each response, written beside and moved into its place, with a checksum; one that is
 * not whole is as if it were not there. What is written is the content before any rewriting, so that it is made anew by the
 * rules of the day.
 */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    /** Writes that wait; more are left out, for a cache may forget. */
    private static final int MOST_WAITING = 256;

    private static final long MOST_WAITING_BYTES = 64L << 20;

    private final Path path;
    private final long mostBytes;
    private final WorkerExecutor workers;
    private final ContentMaker maker;
    private final CacheRules rules;
    private final DiskFolder folder;

    /** What was written a moment ago. */
    private final Cache<FileName, Boolean> written = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();

    /**
     * A disk whose files are not known yet.
     *
     * @param mostBytes 0 for no disk
     */
    Disk(Path path, long mostBytes, WorkerExecutor workers, ContentMaker maker, CacheRules rules) {
        this.path = path;
        this.mostBytes = mostBytes;
        this.workers = workers;
        this.maker = maker;
        this.rules = rules;
        long mostFiles = MirrorSettings.mostFiles(Runtime.getRuntime().maxMemory());
        this.folder = new DiskFolder(path, mostBytes - PurgeLog.longest(mostBytes), mostFiles, workers);
    }

    /** Finds out what is there. Blocks. */
    void open() throws IOException {
        if (mostBytes > 0) {
            folder.open(PurgeLog.NAME);
        }
    }

    /** What is there of all resources, bytes. */
    long bytes() {
        return folder.bytes();
    }

    /** Whether something of a resource is there. */
    boolean holds(CacheKey key) {
        return mostBytes > 0 && folder.holds(group(key));
    }

    /** What is there of a resource, the latest first. What cannot be read is not there. */
    Future<List<Variant>> load(CacheKey key) {
        return workers.executeBlocking(() -> read(key, this::alone), false);
    }

    /** What is there of a resource, with nothing looked up that it names. Blocks. */
    List<Variant> alone(CacheKey key) {
        return holds(key) ? read(key, ContentMaker.Stored.NOTHING) : List.of();
    }

    /**
     * Writes a response, soon.
     *
     * @param plain its content before any rewriting
     */
    void put(CacheKey key, Variant variant, Buffer plain) {
        // What is an error or soon forgotten is not worth a file, nor is what is new every moment worth one each time.
        if (mostBytes == 0
                || plain.length() > mostBytes / 8
                || variant.response().status() >= 400
                || variant.response().lifetime().isZero()
                        && written.asMap().putIfAbsent(name(key, variant.response()), true) != null) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING || waitingBytes.addAndGet(plain.length()) > MOST_WAITING_BYTES) {
            waiting.decrementAndGet();
            waitingBytes.addAndGet(-plain.length());
            return;
        }
        workers.executeBlocking(
                        () -> {
                            write(key, variant, plain);
                            return true;
                        },
                        false)
                .onComplete(done -> {
                    waiting.decrementAndGet();
                    waitingBytes.addAndGet(-plain.length());
                    if (done.failed()) {
                        LOG.atWarn()
                                .addKeyValue("folder", path)
                                .setCause(done.cause())
                                .log("A response was not written");
                    }
                });
    }

    private void write(CacheKey key, Variant variant, Buffer plain) throws IOException {
        folder.write(name(key, variant.response()), StoredFile.bytes(key, variant, plain), variant.id(), file -> {
            long length = StoredFile.of(key, variant, plain).write(file);
            touch(file, variant.response().received());
            return length;
        });
    }

    /** Forgets, soon, what is there of a resource. */
    void remove(CacheKey key) {
        folder.remove(group(key));
    }

    /** Forgets, soon, what is there of a resource, and all slices of it. */
    void removeSliced(CacheKey key) {
        if (mostBytes > 0) {
            load(key).onComplete(known -> {
                remove(key);
                if (known.succeeded()) {
                    removeSlices(key, known.result());
                }
            });
        }
    }

    /** Forgets, soon, the slices of versions of a resource. */
    void removeSlices(CacheKey key, List<Variant> versions) {
        for (Variant version : versions) {
            if (mostBytes > 0 && version.content() instanceof Content.Sliced sliced) {
                workers.executeBlocking(
                        () -> {
                            for (Slice slice = new Slice(0); slice.first() < sliced.length(); slice = slice.next()) {
                                remove(key.slice(sliced.tag(), slice));
                            }
                            return true;
                        },
                        false);
            }
        }
    }

    /** Notes, soon, that a response holds still. The file's own time says so, for what is in it stays as it is. */
    void freshen(CacheKey key, Variant variant) {
        FileName name = name(key, variant.response());
        if (mostBytes > 0 && folder.use(name)) {
            workers.executeBlocking(
                    () -> {
                        touch(folder.path(name), variant.response().received());
                        return true;
                    },
                    false);
        }
    }

    private static void touch(Path file, Instant when) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(when));
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", file).setCause(e).log("A stored response could not be marked as checked");
        }
    }

    private List<Variant> read(CacheKey key, ContentMaker.Stored named) {
        List<Variant> variants = new ArrayList<>();
        for (FileName name : folder.of(group(key))) {
            // Asking counts as use, so that what is read stays.
            if (!folder.use(name)) {
                continue;
            }
            try {
                Path file = folder.path(name);
                Optional<StoredFile> stored = StoredFile.read(file, rules);
                if (stored.isPresent() && stored.get().key().equals(key)) {
                    Instant checked = Files.getLastModifiedTime(file).toInstant();
                    variants.add(variant(key, stored.get(), named, checked));
                } else {
                    folder.forget(name);
                }
            } catch (IOException | OriginFailure e) {
                LOG.atDebug().addKeyValue("file", name).setCause(e).log("A stored response could not be read");
                folder.forget(name);
            }
        }
        variants.sort(
                Comparator.comparing((Variant variant) -> variant.response().received())
                        .reversed());
        return variants;
    }

    private Variant variant(CacheKey key, StoredFile file, ContentMaker.Stored named, Instant checked)
            throws OriginFailure {
        Content content = content(key, file, named);
        StoredResponse response = Intake.adapted(file.response(), content);
        if (checked.isAfter(response.received().plusSeconds(1))) {
            FieldLines date = FieldLines.of("date", HttpDate.format(checked));
            response = Validation.freshen(response, date, checked, checked, rules);
        }
        return Variant.of(response, content, file.response().requested());
    }

    private Content content(CacheKey key, StoredFile file, ContentMaker.Stored named) throws OriginFailure {
        if (file.first() >= 0) {
            return new Content.Part(file.plain(), file.first(), file.total());
        }
        if (file.total() >= 0) {
            return new Content.Sliced(
                    file.response()
                            .tag()
                            .orElseThrow(() -> new OriginFailure(
                                    OriginFailure.Kind.UNREADABLE, "a sliced response without an entity tag")),
                    file.total());
        }
        Content content = maker.make(key, file.response().fields(), "", file.plain(), named, true)
                .content();
        return content instanceof Content.Plain plain ? new Content.Plain(plain.body(), file.tag()) : content;
    }

    private static FileName name(CacheKey key, StoredResponse response) {
        return FileName.of(group(key), response.selecting());
    }

    private static FileName.Group group(CacheKey key) {
        return FileName.Group.of(key.toString());
    }
}
