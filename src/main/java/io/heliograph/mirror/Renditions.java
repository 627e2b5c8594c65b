package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.Host;
import io.heliograph.http.ContentCoding;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The exact bytes of stored contents for a host in a content coding, made once and bounded by bytes. */
final class Renditions {

    private static final int OWN_BYTES = 256;

    /** Length of the fingerprints in entity tags, characters of 5 bits. */
    private static final int FINGERPRINT = 24;

    private final AsyncCache<Key, Rendition> made;
    private final WorkerExecutor workers;
    private final Coder coder;

    /**
     * Which bytes.
     *
     * @param host nothing where they are the same on every host
     */
    private record Key(long content, @Nullable Host host, ContentCoding coding) {}

    /**
     * Bytes.
     *
     * @param tag opaque part of their strong entity tag; empty if they are as the origin sent them
     */
    record Rendition(Buffer bytes, String tag) {}

    Renditions(long memoryBytes, Coder coder, WorkerExecutor workers) {
        this.coder = coder;
        this.workers = workers;
        this.made = Caffeine.newBuilder()
                .maximumWeight(memoryBytes)
                .<Key, Rendition>weigher(
                        (key, rendition) -> OWN_BYTES + rendition.bytes().length())
                .buildAsync();
    }

    /** What is kept, bytes. */
    long bytes() {
        return made.synchronous()
                .policy()
                .eviction()
                .orElseThrow()
                .weightedSize()
                .orElseThrow();
    }

    Coder coder() {
        return coder;
    }

    /** A stored content for a host, in a coding; it is here at once if it was made before. */
    Future<Rendition> of(Variant variant, Host host, ContentCoding coding) {
        if (variant.content() instanceof Content.Plain plain && coding == ContentCoding.IDENTITY) {
            return Future.succeededFuture(new Rendition(plain.body(), plain.tag()));
        }
        Key wanted = new Key(variant.id(), variant.content() instanceof Content.Open ? host : null, coding);
        CompletableFuture<Rendition> known = made.getIfPresent(wanted);
        CompletableFuture<Rendition> rendition =
                known != null ? known : made.get(wanted, (key, executor) -> make(variant, host.base(), coding));
        if (rendition.isDone() && !rendition.isCompletedExceptionally()) {
            return Future.succeededFuture(rendition.getNow(new Rendition(Buffer.buffer(), "")));
        }
        return Future.fromCompletionStage(
                rendition, io.vertx.core.Context.isOnEventLoopThread() ? Vertx.currentContext() : null);
    }

    private CompletableFuture<Rendition> make(Variant variant, String base, ContentCoding coding) {
        return workers.executeBlocking(() -> render(variant, base, coding), false)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Rendition render(Variant variant, String base, ContentCoding coding) {
        byte[] plain;
        String tag;
        if (variant.content() instanceof Content.Open open) {
            plain = open.document().on(base);
            // The bytes differ from host to host, and so does their tag.
            tag = open.tag() + "-"
                    + fingerprint(base.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
            if (open.packed()) {
                plain = coder.encode(plain, ContentCoding.GZIP);
                tag += coder.tagSuffix(ContentCoding.GZIP);
            }
        } else if (variant.content() instanceof Content.Plain as) {
            plain = as.body().getBytes();
            tag = as.tag();
        } else {
            throw new IllegalStateException("a part is not rendered");
        }
        byte[] coded = coder.encode(plain, coding);
        return new Rendition(Buffer.buffer(coded), tag.isEmpty() ? "" : tag + coder.tagSuffix(coding));
    }

    /** The opaque part of a strong entity tag of bytes. */
    static String fingerprint(byte[] bytes) {
        return Fingerprint.of(Fingerprint.sha256().digest(bytes), FINGERPRINT);
    }
}
