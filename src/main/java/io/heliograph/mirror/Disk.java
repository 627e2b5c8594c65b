package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.heliograph.article.Fingerprint;
import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.HttpDate;
import io.heliograph.http.StoredResponse;
import io.heliograph.http.Validation;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored responses of a site on disk, bounded by bytes: so that a gateway that starts while the origin is away still
 * serves it. One file for each response, written beside and moved into its place, with a checksum; one that is not whole is
 * as if it were not there. What is written is the content before any rewriting, so that it is made anew by the rules of the
 * day.
 */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private static final String ENDING = ".response";
    private static final int KEY_CHARACTERS = 40;
    private static final int VARIANT_CHARACTERS = 16;

    /** Writes that wait; more are left out, for a cache may forget. */
    private static final int MOST_WAITING = 256;

    private static final long MOST_WAITING_BYTES = 64L << 20;

    /** What file systems give room by: small files take more than their length. */
    private static final long BLOCK_BYTES = 4096;

    private final Path folder;
    private final long mostBytes;
    private final WorkerExecutor workers;
    private final ContentMaker maker;
    private final CacheRules rules;
    /** Files and their lengths, the least used of which go when they are too many bytes. */
    private final Cache<String, Long> files;
    /** The files of a resource, by the fingerprint of its key. */
    private final ConcurrentHashMap<String, Set<String>> byKey = new ConcurrentHashMap<>();

    /** What was written a moment ago. */
    private final Cache<String, Boolean> written = Caffeine.newBuilder()
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
    Disk(Path folder, long mostBytes, WorkerExecutor workers, ContentMaker maker, CacheRules rules) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.workers = workers;
        this.maker = maker;
        this.rules = rules;
        this.files = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, mostBytes / BLOCK_BYTES))
                .<String, Long>weigher((name, bytes) -> (int) Math.min(Integer.MAX_VALUE, bytes / BLOCK_BYTES + 1))
                .evictionListener(this::evicted)
                .build();
    }

    /** Finds out what is there. Blocks. */
    void open() throws IOException {
        if (mostBytes == 0) {
            return;
        }
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .forEach(this::found);
        }
    }

    private void found(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.endsWith(ENDING)) {
                know(name, Files.size(file));
            } else if (!name.equals(PurgeLog.NAME)) {
                // What was being written when a gateway ended.
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", file).setCause(e).log("A stored response could not be looked at");
        }
    }

    /** Whether something of a resource is there. */
    boolean holds(CacheKey key) {
        return !byKey.isEmpty() && byKey.containsKey(name(key));
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
                                .addKeyValue("folder", folder)
                                .setCause(done.cause())
                                .log("A response was not written");
                    }
                });
    }

    /** Forgets, soon, what is there of a resource. */
    void remove(CacheKey key) {
        Set<String> names = byKey.remove(name(key));
        if (names != null) {
            files.invalidateAll(names);
            workers.executeBlocking(
                    () -> {
                        names.forEach(this::delete);
                        return true;
                    },
                    false);
        }
    }

    /** Notes, soon, that a response holds still. The file's own time says so, for what is in it stays as it is. */
    void freshen(CacheKey key, Variant variant) {
        String name = name(key, variant.response());
        if (files.getIfPresent(name) != null) {
            workers.executeBlocking(
                    () -> {
                        touch(path(name), variant.response().received());
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
        for (String name : byKey.getOrDefault(name(key), Set.of())) {
            // Asking counts as use, so that what is read stays.
            if (files.getIfPresent(name) == null) {
                continue;
            }
            try {
                Optional<StoredFile> file = StoredFile.read(path(name), rules);
                if (file.isPresent() && file.get().key().equals(key)) {
                    variants.add(variant(
                            key,
                            file.get(),
                            named,
                            Files.getLastModifiedTime(path(name)).toInstant()));
                } else {
                    forget(name);
                }
            } catch (IOException | OriginFailure e) {
                LOG.atDebug().addKeyValue("file", name).setCause(e).log("A stored response could not be read");
                forget(name);
            }
        }
        variants.sort(
                Comparator.comparing((Variant variant) -> variant.response().received())
                        .reversed());
        return variants;
    }

    private Variant variant(CacheKey key, StoredFile file, ContentMaker.Stored named, Instant checked)
            throws OriginFailure {
        ContentMaker.Made made = maker.make(key, file.response().fields(), "", file.plain(), named, true);
        Content content = made.content();
        if (content instanceof Content.Plain plain) {
            content = new Content.Plain(plain.body(), file.tag());
        }
        StoredResponse response = Intake.adapted(file.response(), content);
        if (checked.isAfter(response.received().plusSeconds(1))) {
            FieldLines date = FieldLines.of("date", HttpDate.format(checked));
            response = Validation.freshen(response, date, checked, checked, rules);
        }
        return Variant.of(response, content);
    }

    private void write(CacheKey key, Variant variant, Buffer plain) throws IOException {
        String name = name(key, variant.response());
        Path file = path(name);
        Files.createDirectories(folder.resolve(name.substring(0, 2)));
        Path beside = file.resolveSibling(name + "." + variant.id() + ".part");
        String tag = variant.content() instanceof Content.Plain as ? as.tag() : "";
        long length;
        try {
            length = new StoredFile(key, variant.response(), tag, plain).write(beside);
            touch(beside, variant.response().received());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        know(name, length);
    }

    private void know(String name, long length) {
        byKey.compute(name.substring(0, KEY_CHARACTERS), (key, names) -> {
            Set<String> all = names == null ? new TreeSet<>() : new TreeSet<>(names);
            all.add(name);
            return all;
        });
        files.put(name, length);
    }

    private void forget(String name) {
        files.invalidate(name);
        drop(name);
        delete(name);
    }

    private void drop(String name) {
        byKey.computeIfPresent(name.substring(0, KEY_CHARACTERS), (key, names) -> {
            Set<String> rest = new TreeSet<>(names);
            rest.remove(name);
            return rest.isEmpty() ? null : rest;
        });
    }

    private void evicted(@Nullable String name, @Nullable Long bytes, RemovalCause cause) {
        if (name != null) {
            drop(name);
            workers.executeBlocking(
                    () -> {
                        delete(name);
                        return true;
                    },
                    false);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("file", name).setCause(e).log("A stored response could not be removed");
        }
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private static String name(CacheKey key, StoredResponse response) {
        return name(key) + "-" + Fingerprint.of(response.selecting(), VARIANT_CHARACTERS) + ENDING;
    }

    private static String name(CacheKey key) {
        return Fingerprint.of(key.toString(), KEY_CHARACTERS);
    }
}
