package io.heliograph.media.picture;

import io.heliograph.media.picture.Container.Frame;
import io.heliograph.media.picture.Container.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Takes WebP files apart (RFC 9649). */
final class WebpContainer {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final String EXIF = "Exif\0\0";
    private static final int LARGEST_TEXT = 1 << 16;

    private final Cursor in;
    private int width;
    private int height;
    private int frames;
    private boolean extended;

    private WebpContainer(byte[] bytes) {
        this.in = new Cursor(bytes);
    }

    static Container open(byte[] bytes) throws BadPicture {
        return new WebpContainer(bytes).open();
    }

    private Container open() throws BadPicture {
        in.skip(4);
        int size = in.lengthLe();
        int end = in.position() + size;
        in.skip(4);
        in.keepFrom(0);
        List<byte[]> exif = List.of();
        List<byte[]> xmp = List.of();
        boolean drawn = false;
        while (in.position() + 8 <= end) {
            int start = in.position();
            String type = in.characters(4);
            int length = in.lengthLe();
            int data = in.position();
            switch (type) {
                case "VP8X" -> canvas();
                case "VP8 " -> frame(lossy());
                case "VP8L" -> frame(lossless());
                case "ANMF" -> animationFrame();
                default -> {}
            }
            drawn |= type.equals("VP8 ") || type.equals("VP8L") || type.equals("ANMF");
            in.skip(data + length - in.position());
            byte[] said = (type.equals("EXIF") || type.equals("XMP ")) && length < LARGEST_TEXT
                    ? in.copy(data, data + length)
                    : new byte[0];
            if (type.equals("EXIF") && said.length > 0) {
                boolean named = PictureFormat.startsWith(said, 0, EXIF);
                exif = List.of(named ? Arrays.copyOfRange(said, EXIF.length(), said.length) : said);
            } else if (type.equals("XMP ") && said.length > 0) {
                xmp = List.of(said);
            }
            // Chunks are padded to even lengths; the last padding is sometimes forgotten.
            boolean padded = (length & 1) == 1 && in.left() > 0;
            if (padded) {
                in.skip(1);
            }
            if (KEPT.contains(type)) {
                in.keepFrom(start);
                if ((length & 1) == 1 && !padded) {
                    in.keep(new byte[1]);
                }
            }
        }
        if (width <= 0 || height <= 0 || !drawn) {
            throw BadPicture.broken("holds no picture");
        }
        return new Container(
                PictureFormat.WEBP,
                width,
                height,
                4,
                frames > 1,
                new Frame(0, 0, width, height),
                finished(in.kept()),
                new Said(exif, List.of(), xmp),
                new byte[0]);
    }

    private void canvas() throws BadPicture {
        in.skip(4);
        width = in.u24le() + 1;
        height = in.u24le() + 1;
        extended = true;
    }

    /** A frame header of VP8 (RFC 6386, section 9.1). */
    private Frame lossy() throws BadPicture {
        in.skip(3);
        if (!in.at("\u009d\u0001*")) {
            throw BadPicture.broken("is damaged");
        }
        in.skip(3);
        return new Frame(0, 0, in.u16le() & 0x3fff, in.u16le() & 0x3fff);
    }

    private Frame lossless() throws BadPicture {
        in.skip(1);
        int first = in.u16le();
        int second = in.u16le();
        return new Frame(0, 0, (first & 0x3fff) + 1, (first >> 14 | (second & 0xfff) << 2) + 1);
    }

    private void animationFrame() throws BadPicture {
        Frame frame = new Frame(in.u24le() * 2, in.u24le() * 2, in.u24le() + 1, in.u24le() + 1);
        in.skip(4);
        frames++;
        if (!frame.isWithin(width, height)) {
            throw BadPicture.broken("has a frame larger than itself");
        }
        // What it holds is said a second time, and that is what a decoder believes.
        while (in.left() > 8 && !in.at("ANMF")) {
            String type = in.characters(4);
            int length = in.lengthLe();
            int data = in.position();
            if (type.equals("VP8 ") || type.equals("VP8L")) {
                Frame inner = type.equals("VP8L") ? lossless() : lossy();
                if (inner.width() != frame.width() || inner.height() != frame.height()) {
                    throw BadPicture.broken("has a frame of another size than it says");
                }
                return;
            }
            in.skip(data + length - in.position());
            in.skip(Math.min(in.left(), length & 1));
        }
    }

    private void frame(Frame frame) throws BadPicture {
        if (extended && (frame.width() != width || frame.height() != height)) {
            throw BadPicture.broken("has a frame of another size than it says");
        }
        width = frame.width();
        height = frame.height();
    }

    /** With the size of what is left, and no word of what was taken out. */
    private byte[] finished(byte[] kept) {
        int size = kept.length - 8;
        for (int i = 0; i < 4; i++) {
            kept[4 + i] = (byte) (size >>> 8 * i);
        }
        if (PictureFormat.startsWith(kept, 12, "VP8X")) {
            kept[20] &= (byte) ~(HAS_EXIF | HAS_XMP);
        }
        return kept;
    }
}
