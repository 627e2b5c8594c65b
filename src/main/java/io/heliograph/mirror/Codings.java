package io.heliograph.mirror;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the content codings of origins (RFC 9110, section 8.4.1), within bounds. Blocks. */
final class Codings {

    /** One in another; each may take as long as the largest document. */
    private static final int MOST_CODINGS = 4;

    /** What a decoder of zstd must be able to look back, and has no need to do more (RFC 9659), as a power of two. */
    private static final int ZSTD_WINDOW = 23;

    private Codings() {}

    /**
     * The plain bytes.
     *
     * @param coding the {@code Content-Encoding} field; where it is empty, gzip is known by its first bytes
     * @throws OriginFailure if a coding is unknown, the bytes are not in it, or there are more than {@code mostBytes}
     */
    static byte[] undo(byte[] coded, String coding, long mostBytes) throws OriginFailure {
        byte[] plain = coded;
        String[] codings = coding.split(",", MOST_CODINGS + 1);
        if (codings.length > MOST_CODINGS) {
            throw new OriginFailure(OriginFailure.Kind.UNREADABLE, "more than " + MOST_CODINGS + " content codings");
        }
        for (int i = codings.length - 1; i >= 0; i--) {
            plain = undoOne(plain, codings[i].strip().toLowerCase(Locale.ROOT), mostBytes);
        }
        return plain;
    }

    /** Whether bytes are gzip, whatever is said of them. */
    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
    }

    private static byte[] undoOne(byte[] coded, String coding, long mostBytes) throws OriginFailure {
        if (coding.isEmpty() || coding.equals("identity") || coded.length == 0) {
            return coded;
        }
        try (InputStream in = open(coded, coding)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(coded.length * 2);
            byte[] part = new byte[8192];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                if (out.size() + (long) n > mostBytes) {
                    throw new OriginFailure(
                            OriginFailure.Kind.UNREADABLE, "it unpacks to more than " + mostBytes + " bytes");
                }
                out.write(part, 0, n);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new OriginFailure(OriginFailure.Kind.UNREADABLE, "broken " + coding + ": " + e.getMessage());
        }
    }

    private static InputStream open(byte[] coded, String coding) throws OriginFailure, IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(coded);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in, 8192);
            // Some mean the bare format and not zlib's (RFC 9110, section 8.4.1.2).
            case "deflate" -> new InflaterInputStream(in, new Inflater((coded[0] & 0x0f) != 8), 8192);
            case "br" -> {
                if (!Brotli4jLoader.isAvailable()) {
                    throw new OriginFailure(OriginFailure.Kind.UNREADABLE, "brotli is not to be had on this machine");
                }
                yield new BrotliInputStream(in);
            }
            case "zstd" -> new ZstdInputStream(in).setLongMax(ZSTD_WINDOW);
            default -> throw new OriginFailure(OriginFailure.Kind.UNREADABLE, "a content coding that is not known");
        };
    }
}
