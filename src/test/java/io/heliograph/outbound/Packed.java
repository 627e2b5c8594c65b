package io.heliograph.outbound;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Bytes in gzip (RFC 1952). */
final class Packed {

    private Packed() {}

    static Buffer of(byte[] bytes) {
        return ofRepeated(bytes, 1);
    }

    /** Many times the same bytes: a bomb, if they are many enough. */
    static Buffer ofRepeated(byte[] bytes, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(packed.toByteArray());
    }
}
