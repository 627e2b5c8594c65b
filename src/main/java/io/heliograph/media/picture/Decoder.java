package io.heliograph.media.picture;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Point;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes the first frame of a picture whose measures are known to be within bounds.
 *
 * @param rows what is seen, perhaps only every second or third pixel of a very large one
 * @param profile of its colours, if they are not those of sRGB
 */
record Decoder(Rows rows, Optional<ICC_Profile> profile) {

    /** Larger pictures are decoded with pixels left out. */
    private static final long MOST_BYTES = 96L << 20;

    /** Decoders of WebP hold this much for each pixel while they work. */
    private static final int WEBP_BYTES_PER_PIXEL = 12;

    static Decoder decode(Container container) throws BadPicture {
        String format = container.format().name().toLowerCase(Locale.ROOT);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + format + ": the program is not whole");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new ByteArrayImageInputStream(container.stripped())) {
            reader.setInput(in, true, true);
            int step = step(container);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            return new Decoder(onCanvas(container, image, step), profile(container, image));
        } catch (IOException | RuntimeException e) {
            // Decoders answer damage with whatever their own code happens to throw.
            throw new BadPicture(BadPicture.Reason.BROKEN, "is damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private static int step(Container container) {
        long pixels = (long) container.width() * container.height();
        int step = 1;
        while (pixels * container.bytesPerPixel() / ((long) step * step) > MOST_BYTES) {
            step++;
        }
        return step;
    }

    /** Whether decoding takes more memory than there may be, whatever is left out of the result. */
    static boolean isTooMuch(Container container) {
        return container.format() == PictureFormat.WEBP
                && (long) container.width() * container.height() * WEBP_BYTES_PER_PIXEL > 2 * MOST_BYTES;
    }

    private static Rows onCanvas(Container container, BufferedImage image, int step) {
        Container.Frame frame = container.first();
        Point place = new Point(frame.x() / step, frame.y() / step);
        int width = Math.max(1, (container.width() + step - 1) / step);
        int height = Math.max(1, (container.height() + step - 1) / step);
        boolean whole = frame.width() == container.width() && frame.height() == container.height();
        return whole
                ? new DecodedRows(image, image.getWidth(), image.getHeight(), 0, 0)
                : new DecodedRows(image, width, height, place.x, place.y);
    }

    private static Optional<ICC_Profile> profile(Container container, BufferedImage image) {
        if (image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                && !image.getColorModel().getColorSpace().isCS_sRGB()
                && image.getRaster().getNumBands() >= 3) {
            return Optional.of(space.getProfile());
        }
        try {
            return container.profile().length == 0
                    ? Optional.empty()
                    : Optional.of(ICC_Profile.getInstance(container.profile()));
        } catch (IllegalArgumentException e) {
            // Not a profile at all.
            return Optional.empty();
        }
    }
}
