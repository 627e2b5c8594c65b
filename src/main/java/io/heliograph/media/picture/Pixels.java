package io.heliograph.media.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A picture in memory.
 *
 * @param argb as {@link Rows} has it, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Pixels(int width, int height, boolean hasAlpha, int[] argb) implements Rows {

    @Override
    public void read(int y, int[] row) {
        System.arraycopy(argb, y * width, row, 0, width);
    }

    /** Whether there is a pixel through which something else would be seen. */
    boolean isTranslucent() {
        if (hasAlpha) {
            for (int pixel : argb) {
                if (pixel >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Upright, from how it is stored (Exif 2.32, tag 274). */
    Pixels upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean swapped = orientation >= 5;
        int w = swapped ? height : width;
        int h = swapped ? width : height;
        int[] out = new int[argb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                int place = switch (orientation) {
                    case 2 -> y * w + right;
                    case 3 -> below * w + right;
                    case 4 -> below * w + x;
                    case 5 -> x * w + y;
                    case 6 -> x * w + below;
                    case 7 -> right * w + below;
                    default -> right * w + y;
                };
                out[place] = argb[y * width + x];
            }
        }
        return new Pixels(w, h, hasAlpha, out);
    }

    /** In sRGB, from the colours of a profile; as it is if the profile is of no use. */
    Pixels converted(ICC_Profile profile) {
        if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
            return this;
        }
        try {
            ICC_Profile[] path = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
            ColorConvertOp conversion = new ColorConvertOp(path, null);
            int[] out = new int[argb.length];
            byte[] bytes = new byte[3 * width];
            WritableRaster row = Raster.createInterleavedRaster(
                    new DataBufferByte(bytes, bytes.length), width, 1, 3 * width, 3, new int[] {0, 1, 2}, null);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = argb[y * width + x];
                    bytes[3 * x] = (byte) (pixel >> 16);
                    bytes[3 * x + 1] = (byte) (pixel >> 8);
                    bytes[3 * x + 2] = (byte) pixel;
                }
                byte[] to = ((DataBufferByte) conversion.filter(row, null).getDataBuffer()).getData();
                for (int x = 0; x < width; x++) {
                    out[y * width + x] = argb[y * width + x] & 0xff000000
                            | (to[3 * x] & 0xff) << 16
                            | (to[3 * x + 1] & 0xff) << 8
                            | to[3 * x + 2] & 0xff;
                }
            }
            return new Pixels(width, height, hasAlpha, out);
        } catch (CMMException | IllegalArgumentException e) {
            // Colours a little off are better than no picture.
            return this;
        }
    }

    /** For an encoder; without alpha, which then has to be opaque. */
    BufferedImage image(boolean withAlpha) {
        BufferedImage image =
                new BufferedImage(width, height, withAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, argb);
        return image;
    }
}
