package io.heliograph.representation;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.Zstd;
import io.heliograph.article.Fingerprint;
import io.heliograph.http.ContentCoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Codes documents. The same bytes always give the same coded bytes, until the coder itself changes. */
public final class Encoder {

    private static final Logger LOG = LoggerFactory.getLogger(Encoder.class);

    private static final int GZIP_LEVEL = 6;
    private static final int BROTLI_QUALITY = 5;
    private static final int ZSTD_LEVEL = 6;

    /** Coded to find out which coder this is. */
    private static final byte[] SAMPLE =
            "<item><title>A harbour, a lamp</title><guid>tag:a,2026:1</guid></item>\n<item><title>A lamp, a harbour</title></item>"
                    .repeat(8)
                    .getBytes(StandardCharsets.UTF_8);

    private final Set<ContentCoding> atHand = EnumSet.of(ContentCoding.IDENTITY, ContentCoding.GZIP);
    private final Map<ContentCoding, String> tagSuffixes = new ConcurrentHashMap<>(new EnumMap<>(ContentCoding.class));

    public Encoder() {
        if (isBrotliThere()) {
            atHand.add(ContentCoding.BROTLI);
        }
        if (isZstdThere()) {
            atHand.add(ContentCoding.ZSTD);
        }
    }

    /** The codings that this machine can do. */
    public Set<ContentCoding> atHand() {
        return atHand;
    }

    public byte[] encode(byte[] plain, ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> plain;
            case GZIP -> gzip(plain);
            case BROTLI -> brotli(plain);
            case ZSTD -> Zstd.compress(plain, ZSTD_LEVEL);
        };
    }

    /**
     * What makes a strong tag of coded bytes: the coding, and a fingerprint of the coder, since another version of it
     * may give other bytes for the same document.
     */
    public String tagSuffix(ContentCoding coding) {
        return coding == ContentCoding.IDENTITY
                ? ""
                : tagSuffixes.computeIfAbsent(
                        coding,
                        c -> c.tagSuffix() + Fingerprint.of(Fingerprint.sha256().digest(encode(SAMPLE, c)), 3));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (GZIPOutputStream gzip = new LevelledGzip(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] brotli(byte[] plain) {
        try {
            return com.aayushatharva.brotli4j.encoder.Encoder.compress(
                    plain, new com.aayushatharva.brotli4j.encoder.Encoder.Parameters().setQuality(BROTLI_QUALITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBrotliThere() {
        try {
            return Brotli4jLoader.isAvailable();
        } catch (LinkageError e) {
            LOG.atInfo().setCause(e).log("Brotli has no native code for this platform; gzip is sent instead");
            return false;
        }
    }

    private static boolean isZstdThere() {
        try {
            return Zstd.defaultCompressionLevel() > 0;
        } catch (LinkageError e) {
            LOG.atInfo().setCause(e).log("Zstandard has no native code for this platform; gzip is sent instead");
            return false;
        }
    }

    /** The JDK's stream with a level of our choice. */
    private static final class LevelledGzip extends GZIPOutputStream {
        LevelledGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(GZIP_LEVEL);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
