package io.heliograph.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** What an MP4 or QuickTime file says of itself (ISO/IEC 14496-12). */
final class Mp4 {

    private static final int MOST_BOXES = 1_000;

    private Mp4() {}

    /** The duration in the movie header ({@code moov/mvhd}, section 8.2.2); zero if there is none. */
    static Duration duration(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long moov = find(in, 0, in.length(), "moov");
            if (moov < 0) {
                return Duration.ZERO;
            }
            long mvhd = find(in, moov, in.length(), "mvhd");
            if (mvhd < 0 || mvhd + 32 > in.length()) {
                return Duration.ZERO;
            }
            in.seek(mvhd);
            boolean wide = in.readInt() >>> 24 == 1;
            in.skipBytes(wide ? 16 : 8);
            long timescale = in.readInt() & 0xffff_ffffL;
            long units = wide ? in.readLong() : in.readInt() & 0xffff_ffffL;
            return timescale == 0 || units < 0 || units > Long.MAX_VALUE / 1000
                    ? Duration.ZERO
                    : Duration.ofMillis(units * 1000 / timescale);
        }
    }

    /** Where the content of the first box of a type begins, among those from {@code from}; -1 if there is none. */
    private static long find(RandomAccessFile in, long from, long end, String type) throws IOException {
        long at = from;
        for (int i = 0; i < MOST_BOXES && at + 8 <= end; i++) {
            in.seek(at);
            long size = in.readInt() & 0xffff_ffffL;
            byte[] name = new byte[4];
            in.readFully(name);
            long header = 8;
            if (size == 1 && at + 16 <= end) {
                size = in.readLong();
                header = 16;
            }
            if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
                return at + header;
            }
            if (size < header) {
                return -1;
            }
            at += size;
        }
        return -1;
    }
}
