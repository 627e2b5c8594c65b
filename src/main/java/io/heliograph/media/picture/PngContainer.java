package io.heliograph.media.picture;

import io.heliograph.media.picture.Container.Frame;
import io.heliograph.media.picture.Container.Said;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Takes PNG files apart (W3C PNG, third edition, section 5). */
final class PngContainer {

    private static final Set<String> PIXELS_AND_COLOURS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "cICP", "pHYs");
    private static final Set<String> ANIMATION = Set.of("acTL", "fcTL", "fdAT");
    private static final int LARGEST_PROFILE = 1 << 20;
    private static final int LARGEST_TEXT = 1 << 16;
    private static final String XMP = "XML:com.adobe.xmp\0\0\0";

    private PngContainer() {}

    static Container open(byte[] bytes) throws BadPicture {
        Cursor in = new Cursor(bytes);
        in.skip(8);
        in.keepFrom(0);
        int width = 0;
        int height = 0;
        int bytesPerPixel = 0;
        boolean animated = false;
        boolean drawn = false;
        byte[] profile = new byte[0];
        List<byte[]> exif = List.of();
        List<byte[]> xmp = List.of();
        String type = "";
        while (!type.equals("IEND")) {
            int start = in.position();
            int length = in.length();
            type = in.characters(4);
            int data = in.position();
            boolean kept = PIXELS_AND_COLOURS.contains(type) || ANIMATION.contains(type);
            if (type.equals("IHDR")) {
                width = in.u32();
                height = in.u32();
                bytesPerPixel = bytesPerPixel(in.u8(), in.u8());
                in.skip(length - 10);
            } else {
                in.skip(length);
            }
            animated |= type.equals("acTL");
            drawn |= type.equals("IDAT");
            if (type.equals("iCCP")) {
                profile = inflated(in.copy(data, in.position()));
                kept = profile.length > 0;
            } else if (type.equals("eXIf") && length < LARGEST_TEXT) {
                exif = List.of(in.copy(data, in.position()));
            } else if (type.equals("iTXt") && length < LARGEST_TEXT) {
                xmp = packet(in.copy(data, in.position()));
            }
            in.skip(4);
            if (kept) {
                in.keepFrom(start);
            }
        }
        if (width <= 0 || height <= 0 || !drawn) {
            throw BadPicture.broken("holds no picture");
        }
        return new Container(
                PictureFormat.PNG,
                width,
                height,
                bytesPerPixel,
                animated,
                new Frame(0, 0, width, height),
                in.kept(),
                new Said(exif, List.of(), xmp),
                profile);
    }

    private static int bytesPerPixel(int bits, int colourType) {
        int channels = switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return Math.max(1, channels * bits / 8);
    }

    /** Language and translated keyword, both ended by a zero, stand before the text (section 11.3.3.4). */
    private static List<byte[]> packet(byte[] text) {
        if (!PictureFormat.startsWith(text, 0, XMP)) {
            return List.of();
        }
        int at = XMP.length();
        for (int zeros = 0; zeros < 2 && at < text.length; at++) {
            zeros += text[at] == 0 ? 1 : 0;
        }
        return List.of(Arrays.copyOfRange(text, at, text.length));
    }

    /** The profile of an iCCP chunk; empty if it is none, or unreasonably large. */
    private static byte[] inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, Math.min(chunk.length, name + 2), Math.max(0, chunk.length - name - 2));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || out.size() > LARGEST_PROFILE) {
                    return new byte[0];
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            // The picture is as good without it.
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
