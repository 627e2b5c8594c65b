package io.heliograph.media.picture;

import io.heliograph.media.picture.Container.Frame;
import io.heliograph.media.picture.Container.Said;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes JPEG files apart (ITU-T T.81, annex B), and puts words into them. */
final class JpegContainer {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final int SHORT_JFIF = 14;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String PHOTOSHOP = "Photoshop 3.0\0";

    private final Cursor in;
    private final List<byte[]> exif = new ArrayList<>();
    private final List<byte[]> photoshop = new ArrayList<>();
    private final List<byte[]> xmp = new ArrayList<>();
    private int width;
    private int height;
    private int components;
    private boolean scanned;

    private JpegContainer(byte[] bytes) {
        this.in = new Cursor(bytes);
    }

    static Container open(byte[] bytes) throws BadPicture {
        return new JpegContainer(bytes).open();
    }

    private Container open() throws BadPicture {
        in.skip(2);
        in.keepFrom(0);
        // Nothing after the end of the image is kept: there lie films, depth maps, and archives in disguise.
        while (segment()) {}
        if (width == 0 || height == 0 || !scanned) {
            throw BadPicture.broken("holds no picture");
        }
        return new Container(
                PictureFormat.JPEG,
                width,
                height,
                Math.max(3, components),
                false,
                new Frame(0, 0, width, height),
                in.kept(),
                new Said(exif, photoshop, xmp),
                new byte[0]);
    }

    /** Reads up to the end of one segment; whether there are more. */
    private boolean segment() throws BadPicture {
        while (in.u8() != 0xff) {
            // Decoders pass over what stands between segments, and so do we.
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        if (marker == EOI) {
            in.keep(new byte[] {(byte) 0xff, (byte) EOI});
            return false;
        }
        if (marker == 0 || marker == SOI || marker == 1 || isRestart(marker)) {
            return true;
        }
        int start = in.position() - 2;
        int length = in.u16() - 2;
        int body = in.position();
        if (isFrame(marker)) {
            in.skip(1);
            height = in.u16();
            width = in.u16();
            components = in.u8();
            in.skip(length - 6);
        } else {
            boolean kept = isKept(marker, length);
            in.skip(length);
            note(marker, body);
            if (!kept) {
                return true;
            }
        }
        if (marker == APP0) {
            // Without the small picture that may follow.
            in.keep(new byte[] {(byte) 0xff, (byte) APP0, 0, SHORT_JFIF + 2});
            in.keep(in.copy(body, body + SHORT_JFIF - 2));
            in.keep(new byte[2]);
            return true;
        }
        if (marker == SOS) {
            scanned = true;
            scan();
        }
        in.keepFrom(start);
        return true;
    }

    private boolean isKept(int marker, int length) {
        return switch (marker) {
            case APP0 -> in.at("JFIF\0") && length >= SHORT_JFIF;
            case APP2 -> in.at("ICC_PROFILE\0");
            case APP14 -> in.at("Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    private void note(int marker, int body) {
        byte[] segment = marker == APP1 || marker == APP13 ? in.copy(body, in.position()) : new byte[0];
        take(segment, EXIF, exif);
        take(segment, XMP, xmp);
        take(segment, PHOTOSHOP, photoshop);
    }

    private static void take(byte[] segment, String prefix, List<byte[]> list) {
        if (list.isEmpty() && PictureFormat.startsWith(segment, 0, prefix)) {
            list.add(Arrays.copyOfRange(segment, prefix.length(), segment.length));
        }
    }

    /** Passes over entropy-coded data, to the next marker that ends it. */
    private void scan() throws BadPicture {
        while (true) {
            if (in.u8() == 0xff) {
                int next = in.peek(0);
                if (next != 0 && !isRestart(next) && next != 0xff) {
                    in.back();
                    return;
                }
            }
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** A JPEG that was taken apart or written by us, with caption and credit; as it is if there are none. */
    static byte[] captioned(byte[] jpeg, Notes notes) {
        if (notes.isSilent()) {
            return jpeg;
        }
        byte[] name = XMP.getBytes(StandardCharsets.ISO_8859_1);
        byte[] packet = notes.packet().getBytes(StandardCharsets.UTF_8);
        int length = 2 + name.length + packet.length;
        // JFIF has to come first.
        int at = PictureFormat.startsWith(jpeg, 2, "\u00ff\u00e0") ? 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff) : 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + length + 2);
        out.write(jpeg, 0, at);
        out.write(0xff);
        out.write(APP1);
        out.write(length >> 8);
        out.write(length & 0xff);
        out.writeBytes(name);
        out.writeBytes(packet);
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }
}
