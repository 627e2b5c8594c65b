package io.heliograph.media.picture;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made for tests. */
public final class TestPictures {

    private TestPictures() {}

    /** WebP, 24 by 16, red above and blue below: lossy, lossless, half transparent, and moving (libwebp 1.2). */
    static final byte[] LOSSY =
            decode("UklGRloAAABXRUJQVlA4IE4AAACQAwCdASoYABAAPrVKnkm/pCKhMAgD8BaJbDuAGMPgB+gAD44wAP7v46/m"
                    + "pv8KWzcj/mMHg1j/5xXr/wQ+DaQ3DJ0vjgnmeuSFyxmbeAA=");

    static final byte[] LOSSLESS = decode("UklGRkwAAABXRUJQVlA4TEAAAAAvF8ADAH8AEIT/cQsT8ff/+U+WAVVk21BBBRVUUEEFFVRQQQUV"
            + "VFBBBRX8bYaI/ufn4+Xh5uLkYGdjZWFmYmQg");

    static final byte[] HALF_TRANSPARENT =
            decode("UklGRoQAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBQAAAABDzCAERFCSEB44P9a3YKI"
                    + "/kcyA1ZQOCBKAAAAEAMAnQEqGAAQAD61SJ9KJyQiobAIAOAWiUAVgj/8C04AAP7svY/dHHnl49jx0uFf/XAf6of80ROpv//zgOTn"
                    + "/NETqb/92gYK1AA=");

    static final byte[] MOVING =
            decode("UklGRoQBAABXRUJQVlA4WAoAAAACAAAAFwAADwAAQU5JTQYAAAD/////AQBBTk1GfAAAAAAAAAAAABcAAA8A"
                    + "AMgAAAJWUDhMZAAAAC8XwAMAcBxJkhOVZ+AZeAaeJeq0eCNo2zZmtjH7mf3MgqBt25jZxuxn9jNL/yciIkopqKqUkogAICKl1AVV"
                    + "d5XyOnqoXNET4p8qY+asEY/DAMvl06JJg1Jbt35VvTo17/f0lwJBTk1GZAAAAAAAAAYAABcAAAIAAMgAAABWUDhMSwAAAC8XgAAA"
                    + "mQpE9D82EdH/MCCEbEUPIJsEQk8gm6M4gv9MRbKxAV4bBURXQBv/DLKNVICzOYFDf4F3iuw3JLUYyhXTkyV5habkcQrfAQBBTk1G"
                    + "aAAAAAAAAAYAABcAAAIAAMgAAABWUDhMTwAAAC8XgAAAmQpE9D82EdH/MCBkI0mjcQLHcTTH+Rwv8C5PsGMQkpTVeIE4Qo8jgTAy"
                    + "yDZSNU7gOB79OV7gNSL3DanFUK4YvXJIXqEpOay2h+8A");

    /** JPEG in the four colours of print, 32 by 24, a red of about (200, 40, 40) (ImageMagick 6.9). */
    static final byte[] CMYK =
            decode("/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZM"
                    + "TlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
                    + "T09PT09PT09PT09P/8AAFAgAGAAgBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQQAQAAAAAAAAAA"
                    + "AAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKQF"
                    + "NhWsAAAAAAAAAAAf/9k=");

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** A picture whose quarters are red, green, blue and white, row by row. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                image.setRGB(x, y, y < height / 2 ? left ? 0xff0000 : 0x00ff00 : left ? 0x0000ff : 0xffffff);
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return write(quarters(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return write(quarters(width, height), "png");
    }

    static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A GIF that moves: as many frames as colours. */
    static byte[] gif(int width, int height, int... colours) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int colour : colours) {
                BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                for (int i = 0; i < width * height; i++) {
                    frame.setRGB(i % width, i / width, 0xff000000 | colour);
                }
                writer.writeToSequence(
                        new IIOImage(frame, null, writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null)),
                        null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A PNG of one colour with sixteen bits a sample: grey if there is one sample, else colours and alpha. */
    static byte[] sixteenBits(int width, int height, int... samples) {
        ColorSpace space = ColorSpace.getInstance(samples.length <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        boolean alpha = samples.length % 2 == 0;
        ComponentColorModel model = new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        BufferedImage image =
                new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setPixel(i % width, i / width, samples);
        }
        return write(image, "png");
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with a segment after its beginning. */
    public static byte[] with(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2));
        return out.put(content).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** What cameras and picture agencies write: caption and credit, and where it was. */
    public static byte[] told(byte[] jpeg, String caption, String creator, String credit) {
        byte[] packet = XmpPacket.write(new XmpPacket(caption, creator, credit))
                .replace(
                        "</rdf:RDF>",
                        "<rdf:Description xmlns:e='http://ns.adobe.com/exif/1.0/' e:GPSLatitude='41,9.5N'/>"
                                + "</rdf:RDF>")
                .getBytes(StandardCharsets.UTF_8);
        return with(jpeg, 0xe1, joined("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1), packet));
    }

    /** Exif with an orientation, a maker's name and a description (TIFF 6.0, section 2). */
    static byte[] exif(int orientation, String description) {
        byte[] text = (description + '\0').getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + text.length + 12);
        tiff.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 3);
        int texts = 8 + 2 + 3 * 12 + 4;
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(text.length).putInt(texts);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(12).putInt(texts + text.length);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(text).put("SecretMaker\0".getBytes(StandardCharsets.ISO_8859_1));
        return tiff.array();
    }

    static byte[] turned(byte[] jpeg, int orientation, String description) {
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return with(jpeg, 0xe1, joined(name, exif(orientation, description)));
    }

    /** A PNG with a chunk after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        byte[] chunk = chunk(type, content);
        ByteBuffer out = ByteBuffer.allocate(png.length + chunk.length);
        return out.put(png, 0, 33).put(chunk).put(png, 33, png.length - 33).array();
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] body = joined(type.getBytes(StandardCharsets.ISO_8859_1), content);
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(content.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A plain WebP in the extended form, with Exif if there is any (RFC 9649, section 2.7). */
    static byte[] extended(byte[] plain, byte[] exif) {
        byte[] canvas = {8, 0, 0, 0, 23, 0, 0, 15, 0, 0};
        byte[] body = joined(
                little("VP8X", canvas),
                Arrays.copyOfRange(plain, 12, plain.length),
                exif.length == 0 ? exif : little("EXIF", exif));
        return joined(little("RIFF", joined("WEBP".getBytes(StandardCharsets.ISO_8859_1), body)));
    }

    static byte[] little(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }
}
