package io.heliograph.media.picture;

/** Pixels, a row at a time: sRGB with alpha in eight bits each, 0xAARRGGBB, alpha not multiplied in. */
interface Rows {

    int width();

    int height();

    /** Whether a pixel may be anything but opaque. */
    boolean hasAlpha();

    /** Writes row {@code y} to the beginning of {@code row}. */
    void read(int y, int[] row);
}
