package io.heliograph.media;

import io.heliograph.article.Fingerprint;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which picture a URL gave, or why it gave none, over restarts. It lies beside the pictures and not in the store, because
 * it is about files that this machine has.
 *
 * <p>A file to which lines are added; what a line says counts for more than the lines before it. Every call blocks.
 */
final class PictureLedger {

    private static final int KEY_CHARACTERS = 26;
    private static final int MOST = 50_000;

    private final Path file;

    /** The longest known first: those are forgotten when there are too many. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private long lines;

    /**
     * What is known of a URL.
     *
     * @param hash of the folder in the library; empty if it never gave a picture
     * @param etag validator of the last good answer, verbatim; empty if it had none, as for the next
     * @param failures since the last good answer
     * @param next not to be asked before this moment
     * @param why of the last failure; as the next two, of no meaning without one
     */
    record Entry(
            String hash,
            String etag,
            String lastModified,
            int failures,
            Instant next,
            Mirrored.Why why,
            String detail,
            boolean mayPass) {

        static final Entry NEW =
                new Entry("", "", "", 0, Instant.EPOCH, Mirrored.Why.UNREACHABLE, "has not been asked for", true);

        Mirrored.Refused refusal() {
            return new Mirrored.Refused(why, detail, mayPass);
        }

        private JsonObject write() {
            return new JsonObject()
                    .put("hash", hash)
                    .put("etag", etag)
                    .put("modified", lastModified)
                    .put("failures", failures)
                    .put("next", next.getEpochSecond())
                    .put("why", why.name())
                    .put("detail", detail)
                    .put("pass", mayPass);
        }

        private static Entry read(JsonObject json) {
            return new Entry(
                    json.getString("hash"),
                    json.getString("etag"),
                    json.getString("modified"),
                    json.getInteger("failures"),
                    Instant.ofEpochSecond(json.getLong("next")),
                    Mirrored.Why.valueOf(json.getString("why")),
                    json.getString("detail"),
                    json.getBoolean("pass"));
        }
    }

    /** The ledger in a file, which need not be there. */
    PictureLedger(Path file) throws IOException {
        this.file = file;
        if (Files.isRegularFile(file)) {
            // Whatever a crash of the machine left in it.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(this::learn);
        }
    }

    private void learn(String line) {
        lines++;
        try {
            JsonObject json = new JsonObject(line);
            put(json.getString("url"), Entry.read(json));
        } catch (DecodeException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            // The last line of a program that was killed may be half a line: its picture is fetched once more.
            lines++;
        }
    }

    synchronized Optional<Entry> find(String url) {
        return Optional.ofNullable(entries.get(key(url)));
    }

    synchronized void note(String url, Entry entry) throws IOException {
        String key = key(url);
        put(key, entry);
        Files.createDirectories(file.getParent());
        Files.writeString(file, line(key, entry), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (++lines > 2L * entries.size() + 1000) {
            rewrite();
        }
    }

    /** Forgets pictures that the library does not have any more. */
    synchronized void forget(Predicate<String> isGone) throws IOException {
        if (entries.values().removeIf(entry -> !entry.hash().isEmpty() && isGone.test(entry.hash()))) {
            rewrite();
        }
    }

    private void put(String key, Entry entry) {
        entries.remove(key);
        entries.put(key, entry);
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private void rewrite() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                fresh,
                entries.entrySet().stream()
                        .map(e -> line(e.getKey(), e.getValue()))
                        .collect(Collectors.joining()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = entries.size();
    }

    private static String line(String key, Entry entry) {
        return entry.write().put("url", key).encode() + "\n";
    }

    private static String key(String url) {
        return Fingerprint.of(url, KEY_CHARACTERS);
    }
}
