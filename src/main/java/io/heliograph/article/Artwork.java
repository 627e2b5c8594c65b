package io.heliograph.article;

import java.util.Arrays;
import java.util.Optional;

/** A show's picture: a square JPEG or PNG file of the publisher's own, as Apple Podcasts takes it. */
public final class Artwork {

    /** Apple's bounds, pixels on each side. */
    public static final int LEAST_PIXELS = 1400;

    public static final int MOST_PIXELS = 3000;

    /** Larger files are slow to load on telephones, and would take up the cache. */
    public static final int MOST_BYTES = 1024 * 1024;

    /** In place of a picture where a show has none. */
    public static final Artwork NONE = new Artwork("", new byte[0], 0);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String ending;
    private final byte[] bytes;
    private final int pixels;

    private Artwork(String ending, byte[] bytes, int pixels) {
        this.ending = ending;
        this.bytes = bytes;
        this.pixels = pixels;
    }

    /**
     * The picture that a file holds.
     *
     * @throws IllegalArgumentException if no podcast directory would take it; the message says what it is instead
     */
    public static Artwork of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("a file of " + file.length + " bytes");
        }
        boolean png = file.length > 24 && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length);
        // Of a PNG, width and height stand first in the first chunk (PNG, section 11.2.1).
        Size size = png
                ? new Size(number(file, 16, 4), number(file, 20, 4))
                : jpeg(file).orElseThrow(() -> new IllegalArgumentException("neither JPEG nor PNG"));
        if (size.width() != size.height()) {
            throw new IllegalArgumentException("a picture of " + size + " pixels, which is not square");
        }
        if (size.width() < LEAST_PIXELS || size.width() > MOST_PIXELS) {
            throw new IllegalArgumentException("a picture of " + size + " pixels");
        }
        return new Artwork(png ? "png" : "jpg", file.clone(), size.width());
    }

    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + " by " + height;
        }
    }

    /** The size in a JPEG's frame header (ITU T.81, B.2.2), which stands behind segments of any other kind. */
    private static Optional<Size> jpeg(byte[] file) {
        if (file.length < 4 || number(file, 0, 2) != 0xffd8) {
            return Optional.empty();
        }
        for (int at = 2; at + 9 < file.length; ) {
            int marker = number(file, at, 2);
            boolean frame =
                    marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
            if (frame) {
                return Optional.of(new Size(number(file, at + 7, 2), number(file, at + 5, 2)));
            }
            if (marker < 0xff00) {
                return Optional.empty();
            }
            at += marker == 0xffff ? 1 : 2 + number(file, at + 2, 2);
        }
        return Optional.empty();
    }

    private static int number(byte[] file, int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | file[at + i] & 0xff;
        }
        return number;
    }

    public boolean isNone() {
        return bytes.length == 0;
    }

    /** How its file's name ends: {@code jpg} or {@code png}. */
    public String ending() {
        return ending;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** On each side. */
    public int pixels() {
        return pixels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artwork that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return isNone() ? "no picture" : ending + " of " + pixels + " pixels";
    }
}
