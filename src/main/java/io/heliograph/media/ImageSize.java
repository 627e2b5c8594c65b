package io.heliograph.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The size of a picture in pixels, read from its header alone.
 *
 * @param width 0 if it is of a kind whose header is not understood, as for the height
 */
record ImageSize(int width, int height) {

    private static final ImageSize UNKNOWN = new ImageSize(0, 0);
    private static final int LARGEST_SIDE = 20_000;

    /**
     * Reads a header.
     *
     * @throws IOException if the file says that it is a picture, and is not
     */
    static ImageSize of(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new IOException("cannot be opened");
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return UNKNOWN;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageSize size = new ImageSize(reader.getWidth(0), reader.getHeight(0));
                if (size.width > LARGEST_SIDE || size.height > LARGEST_SIDE) {
                    throw new IOException("a picture with a side longer than " + LARGEST_SIDE + " pixels");
                }
                return size;
            } catch (RuntimeException e) {
                // The JDK's readers answer a broken header with whatever their own code happens to throw.
                throw new IOException("no readable picture", e);
            } finally {
                reader.dispose();
            }
        }
    }
}
