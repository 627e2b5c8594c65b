package io.heliograph.media.picture;

import java.util.List;

/**
 * A picture's file, taken apart without decoding a pixel.
 *
 * @param width pixels as they are stored, before any turning, as for the height
 * @param bytesPerPixel when decoded
 * @param animated whether it has more than one frame
 * @param first where the first frame lies; all of it but in some animations
 * @param stripped the file without what it says beside the picture: the same pixels, colours and frames
 * @param said what was left out of it
 * @param profile ICC profile that is to be applied after decoding; empty if there is none or the decoder applies it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Container(
        PictureFormat format,
        int width,
        int height,
        int bytesPerPixel,
        boolean animated,
        Frame first,
        byte[] stripped,
        Said said,
        byte[] profile) {

    /** A part of the canvas. */
    record Frame(int x, int y, int width, int height) {

        boolean isWithin(int canvasWidth, int canvasHeight) {
            return x >= 0
                    && y >= 0
                    && width > 0
                    && height > 0
                    && x <= canvasWidth - width
                    && y <= canvasHeight - height;
        }
    }

    /**
     * Blocks of metadata, as their readers want them.
     *
     * @param exif TIFF structures, without the word Exif before them
     * @param photoshop image resource blocks, in which IPTC stands
     * @param xmp packets
     */
    record Said(List<byte[]> exif, List<byte[]> photoshop, List<byte[]> xmp) {
        Said {
            exif = List.copyOf(exif);
            photoshop = List.copyOf(photoshop);
            xmp = List.copyOf(xmp);
        }
    }
}
