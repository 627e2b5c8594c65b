package io.heliograph.mirror;

import io.heliograph.article.Fingerprint;
import io.heliograph.http.FieldLines;
import io.heliograph.rewrite.Hashes;
import io.heliograph.rewrite.Integrity;
import io.heliograph.rewrite.Rewritten;
import io.heliograph.rewrite.Syntax;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes what is stored of what an origin sends: content codings undone, documents rewritten. */
final class ContentMaker {

    /** The largest document that is rewritten, bytes. */
    static final long LARGEST_DOCUMENT = 16L << 20;

    private static final int FINGERPRINT = 24;

    /** Codings that are undone though nobody speaks of them. */
    private static final int MOST_UNSAID = 2;

    private final String site;
    private final OriginSite origin;
    private final ResponseCache cache;
    private final Leaks leaks;
    private final InstantSource clock;
    private final MirrorListener listener;

    ContentMaker(
            String site,
            OriginSite origin,
            ResponseCache cache,
            Leaks leaks,
            InstantSource clock,
            MirrorListener listener) {
        this.site = site;
        this.origin = origin;
        this.cache = cache;
        this.leaks = leaks;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * What was made.
     *
     * @param plain the bytes with their codings undone, before any rewriting
     * @param missing what the document names with a hash and is not stored, so that the hash was left out
     */
    record Made(Content content, Buffer plain, Set<CacheKey> missing) {
        Made {
            missing = Set.copyOf(missing);
        }

        /** A body as it came. */
        static Made of(Buffer body) {
            return of(new Content.Plain(body, ""), body);
        }

        private static Made of(Content content, Buffer plain) {
            return new Made(content, plain, Set.of());
        }
    }

    /** Finds what is stored of a resource, but not in memory. May block. */
    @FunctionalInterface
    interface Stored {
        /** Nothing is. */
        Stored NOTHING = key -> List.of();

        List<Variant> of(CacheKey key);
    }

    /**
     * The content of a response. Blocks.
     *
     * @param coding of the body; empty for none
     * @param stored has what the document names with a hash
     * @param last whether it is made for good, even if something is missing
     * @throws OriginFailure if a coding cannot be undone
     */
    Made make(CacheKey key, FieldLines response, String coding, Buffer body, Stored stored, boolean last)
            throws OriginFailure {
        byte[] coded = body.getBytes();
        boolean text = isText(response);
        byte[] plain;
        try {
            plain = Codings.undo(coded, coding, LARGEST_DOCUMENT);
        } catch (OriginFailure e) {
            if (text) {
                throw e;
            }
            // What holds no links may stay in whatever it is.
            return Made.of(body);
        }
        for (int more = 0; more < MOST_UNSAID && text && Codings.isGzip(plain); more++) {
            // Some forget to say so, or do it twice; what is not unpacked would not be rewritten.
            plain = Codings.undo(plain, "gzip", LARGEST_DOCUMENT);
        }
        String type = response.value("content-type");
        byte[] packed = PackedDocument.isLikely(type, key.target()) ? PackedDocument.unpacked(plain) : null;
        byte[] document = packed == null ? plain : packed;
        FieldLines head = packed == null ? response : response.with("content-type", PackedDocument.type(key.target()));
        Syntax syntax = OriginSite.syntax(key, head, document);
        if (syntax == Syntax.OPAQUE) {
            return plain == coded ? Made.of(body) : decoded(Buffer.buffer(plain), plain);
        }
        Set<CacheKey> missing = new HashSet<>();
        Rewritten rewritten = origin.rewrite(key, head, document, url -> integrity(url, stored, missing));
        missing.remove(key);
        if (last || missing.isEmpty()) {
            leaks.measured(key.toString(), rewritten.leaks(), clock.instant());
            int count =
                    rewritten.leaks().stream().mapToInt(leak -> leak.count()).sum();
            listener.rewritten(site, syntax.name().toLowerCase(Locale.ROOT), count);
        }
        Buffer buffer = plain == coded ? body : Buffer.buffer(plain);
        if (!rewritten.changed()) {
            return plain == coded ? Made.of(body) : decoded(buffer, plain);
        }
        MessageDigest digest = Fingerprint.sha256();
        rewritten.body().digest(digest);
        return new Made(
                new Content.Open(
                        rewritten.body(),
                        Fingerprint.of(digest.digest(), FINGERPRINT),
                        Hashes.of(plain),
                        rewritten.policyHashes(),
                        packed != null),
                buffer,
                missing);
    }

    private static Made decoded(Buffer buffer, byte[] plain) {
        return Made.of(new Content.Plain(buffer, Renditions.fingerprint(plain)), buffer);
    }

    /** Whether a type is of text, so that what begins like gzip is gzip. */
    private static boolean isText(FieldLines response) {
        return Syntax.ofType(response.value("content-type")) != Syntax.OPAQUE;
    }

    /** What is known of a body that a page names with a hash: what is stored of it. */
    private Integrity.Verdict integrity(String url, Stored stored, Set<CacheKey> missing) {
        Optional<CacheKey> key = origin.keyOf(url);
        if (key.isEmpty()) {
            return new Integrity.Verdict.Unknown();
        }
        List<Variant> variants = cache.get(key.get());
        if (variants.isEmpty()) {
            variants = stored.of(key.get());
        }
        if (variants.isEmpty()) {
            missing.add(key.get());
            return new Integrity.Verdict.Unknown();
        }
        Content content = variants.get(0).content();
        if (content instanceof Content.Open open) {
            return new Integrity.Verdict.Changed(open.before(), open.document());
        }
        return content instanceof Content.Plain ? new Integrity.Verdict.Unchanged() : new Integrity.Verdict.Unknown();
    }
}
