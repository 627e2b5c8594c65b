package io.heliograph.media.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * What a decoder gave, on the canvas that it belongs to. Samples are taken as they are: the JDK would brighten greys,
 * because it takes them for linear.
 */
final class DecodedRows implements Rows {

    private final BufferedImage image;
    private final Raster raster;
    private final int width;
    private final int height;
    private final int left;
    private final int top;
    private final int bands;
    private final Kind kind;
    private final int[] palette;
    private final int[] samples;
    private final byte[] bytes;

    private enum Kind {
        PALETTE,
        BYTES,
        SHORTS,
        OTHER
    }

    /**
     * An image at a place of a canvas.
     *
     * @param width of the canvas, as the height
     */
    DecodedRows(BufferedImage image, int width, int height, int left, int top) {
        this.image = image;
        this.raster = image.getRaster();
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
        this.bands = raster.getNumBands();
        ColorModel model = image.getColorModel();
        this.kind = kind(model);
        this.palette = model instanceof IndexColorModel index ? palette(index) : new int[0];
        this.samples = new int[kind == Kind.BYTES ? 0 : bands * image.getWidth()];
        this.bytes = new byte[kind == Kind.BYTES ? bands * image.getWidth() : 0];
    }

    private Kind kind(ColorModel model) {
        if (model instanceof IndexColorModel) {
            return Kind.PALETTE;
        }
        int space = model.getColorSpace().getType();
        boolean plain = model instanceof ComponentColorModel
                && !model.isAlphaPremultiplied()
                && (space == ColorSpace.TYPE_GRAY && bands <= 2 || space == ColorSpace.TYPE_RGB && bands <= 4);
        if (plain && model.getTransferType() == DataBuffer.TYPE_BYTE && model.getComponentSize(0) == 8) {
            return Kind.BYTES;
        }
        return plain && model.getTransferType() == DataBuffer.TYPE_USHORT ? Kind.SHORTS : Kind.OTHER;
    }

    private static int[] palette(IndexColorModel index) {
        int[] palette = new int[index.getMapSize()];
        index.getRGBs(palette);
        return palette;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public boolean hasAlpha() {
        return image.getColorModel().hasAlpha() || width != image.getWidth() || height != image.getHeight();
    }

    @Override
    public void read(int y, int[] row) {
        int line = y - top;
        int count = Math.min(image.getWidth(), width - left);
        if (line < 0 || line >= image.getHeight()) {
            Arrays.fill(row, 0, width, 0);
            return;
        }
        Arrays.fill(row, 0, left, 0);
        Arrays.fill(row, left + count, width, 0);
        switch (kind) {
            case PALETTE -> {
                raster.getPixels(0, line, count, 1, samples);
                for (int x = 0; x < count; x++) {
                    row[left + x] = samples[x] < palette.length ? palette[samples[x]] : 0xff000000;
                }
            }
            case BYTES -> {
                raster.getDataElements(0, line, count, 1, bytes);
                for (int x = 0; x < count; x++) {
                    row[left + x] = pixel(
                            bytes[bands * x] & 0xff,
                            bytes[bands * x + (bands > 1 ? 1 : 0)] & 0xff,
                            bytes[bands * x + (bands > 2 ? 2 : 0)] & 0xff,
                            bytes[bands * x + bands - 1] & 0xff);
                }
            }
            case SHORTS -> {
                raster.getPixels(0, line, count, 1, samples);
                for (int x = 0; x < count; x++) {
                    row[left + x] = pixel(
                            eight(samples[bands * x]),
                            eight(samples[bands * x + (bands > 1 ? 1 : 0)]),
                            eight(samples[bands * x + (bands > 2 ? 2 : 0)]),
                            eight(samples[bands * x + bands - 1]));
                }
            }
            case OTHER -> image.getRGB(0, line, count, 1, row, left, width);
        }
    }

    /** One to four samples: grey, grey with alpha, colours, colours with alpha. */
    private int pixel(int first, int second, int third, int last) {
        return switch (bands) {
            case 1 -> 0xff000000 | first << 16 | first << 8 | first;
            case 2 -> second << 24 | first << 16 | first << 8 | first;
            case 3 -> 0xff000000 | first << 16 | second << 8 | third;
            default -> last << 24 | first << 16 | second << 8 | third;
        };
    }

    private static int eight(int sixteen) {
        return (sixteen * 255 + 32_767) / 65_535;
    }
}
