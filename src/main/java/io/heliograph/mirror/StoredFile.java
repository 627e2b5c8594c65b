package io.heliograph.mirror;

import io.heliograph.http.CacheRules;
import io.heliograph.http.FieldLines;
import io.heliograph.http.StoredResponse;
import io.vertx.core.buffer.Buffer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A stored response as a file: its key, its head, its content before any rewriting, and a checksum of it all.
 *
 * @param tag opaque part of the content's strong entity tag where it is not the origin's own; else empty
 * @param first place of the first byte where the content is a slice of a larger one; else negative
 * @param total length of what is sliced, bytes; negative where the content is whole
 */
record StoredFile(CacheKey key, StoredResponse response, String tag, long first, long total, Buffer plain) {

    /** Begins each file; raised when the form changes, and what has another is not read. */
    private static final int FORM = 0x48454c02;

    /** About what is in a file beside texts and content, bytes. */
    private static final int FRAME_BYTES = 128;

    private static final int MOST_FIELDS = 1000;
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_BYTES = 1 << 30;

    /** A response that is stored as this content. */
    static StoredFile of(CacheKey key, Variant variant, Buffer plain) {
        Content content = variant.content();
        return new StoredFile(
                key,
                variant.response(),
                content instanceof Content.Plain as ? as.tag() : "",
                content instanceof Content.Part part ? part.first() : -1,
                content instanceof Content.Part part
                        ? part.total()
                        : content instanceof Content.Sliced sliced ? sliced.length() : -1,
                plain);
    }

    /** What the file of a content will be in length, about, bytes. */
    static long bytes(CacheKey key, Variant variant, Buffer plain) {
        return FRAME_BYTES + key.bytes() + variant.response().fields().bytes() + plain.length();
    }

    /** Writes the file; returns its length in bytes. Blocks. */
    long write(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        try (CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024), sum);
                DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(FORM);
            text(out, key.server().toString());
            text(out, key.target());
            text(out, key.slice());
            out.writeInt(response.status());
            out.writeLong(response.requested().toEpochMilli());
            out.writeLong(response.received().toEpochMilli());
            text(out, response.selecting());
            text(out, tag);
            out.writeLong(first);
            out.writeLong(total);
            List<FieldLines.Line> lines = new ArrayList<>();
            response.fields().forEach(lines::add);
            out.writeInt(lines.size());
            for (FieldLines.Line line : lines) {
                text(out, line.name());
                text(out, line.value());
            }
            out.writeInt(plain.length());
            out.write(plain.getBytes());
            out.writeLong(sum.getValue());
        }
        return Files.size(file);
    }

    /** Reads a file; nothing if it is not there, not whole or not of this form. Blocks. */
    static Optional<StoredFile> read(Path file, CacheRules rules) throws IOException {
        CRC32C sum = new CRC32C();
        try (CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 64 * 1024), sum);
                DataInputStream in = new DataInputStream(checked)) {
            if (in.readInt() != FORM) {
                return Optional.empty();
            }
            CacheKey key = new CacheKey(URI.create(text(in)), text(in), text(in));
            int status = in.readInt();
            Instant requested = Instant.ofEpochMilli(in.readLong());
            Instant received = Instant.ofEpochMilli(in.readLong());
            String selecting = text(in);
            String tag = text(in);
            long first = in.readLong();
            long total = in.readLong();
            int count = bounded(in.readInt(), MOST_FIELDS);
            List<FieldLines.Line> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lines.add(new FieldLines.Line(text(in), text(in)));
            }
            byte[] body = in.readNBytes(bounded(in.readInt(), MOST_BYTES));
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                return Optional.empty();
            }
            return Optional.of(new StoredFile(
                    key,
                    new StoredResponse(status, FieldLines.of(lines), selecting, requested, received, rules),
                    tag,
                    first,
                    total,
                    Buffer.buffer(body)));
        } catch (EOFException | NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(bounded(in.readInt(), MOST_TEXT)), StandardCharsets.UTF_8);
    }

    private static int bounded(int length, int most) throws EOFException {
        if (length < 0 || length > most) {
            throw new EOFException("no length");
        }
        return length;
    }
}
