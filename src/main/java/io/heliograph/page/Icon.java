package io.heliograph.page;

import io.heliograph.article.Colour;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A site's icon: the first letter of its name, white on its accent. */
record Icon(Glyph glyph, Colour ground) {

    /** How round the corners are, on the glyph's square. */
    private static final double CORNER = 13;

    private static final Colour WHITE = new Colour(255, 255, 255);

    static Icon of(String name, Colour ground) {
        return new Icon(Glyph.of(name), ground);
    }

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"13\" fill=\""
                + ground.css()
                + "\"/><path fill=\"none\" stroke=\"#fff\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\""
                + glyph.path() + "\"/></svg>\n";
    }

    /**
     * A PNG of so many pixels on each side.
     *
     * @param rounded whether its corners are cut; else it fills its square, as systems want it that cut it themselves
     */
    byte[] png(int pixels, boolean rounded) {
        List<Glyph.Line> lines = glyph.lines();
        double unit = Glyph.SIDE / pixels;
        byte[] rows = new byte[pixels * (1 + 4 * pixels)];
        int at = 0;
        for (int row = 0; row < pixels; row++) {
            rows[at++] = 0;
            double y = (row + 0.5) * unit;
            List<Glyph.Line> near =
                    lines.stream().filter(line -> line.isNear(y)).toList();
            for (int column = 0; column < pixels; column++) {
                double x = (column + 0.5) * unit;
                double nearest = Double.MAX_VALUE;
                for (Glyph.Line line : near) {
                    nearest = Math.min(nearest, line.distance(x, y));
                }
                Colour colour = ground.mixed(WHITE, (int) (100 * cover((nearest - Glyph.PEN / 2) / unit)));
                rows[at++] = (byte) colour.red();
                rows[at++] = (byte) colour.green();
                rows[at++] = (byte) colour.blue();
                rows[at++] = (byte) (rounded ? (int) (255 * cover(outside(x, y) / unit)) : 255);
            }
        }
        return file(pixels, rows);
    }

    /** A Windows icon that holds PNGs of 16, 32 and 48 pixels. */
    byte[] ico() {
        List<byte[]> images = new ArrayList<>();
        int length = 6;
        for (int pixels : new int[] {16, 32, 48}) {
            byte[] image = png(pixels, true);
            images.add(image);
            length += 16 + image.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        int offset = 6 + 16 * images.size();
        for (int i = 0; i < images.size(); i++) {
            byte side = (byte) (16 * (i + 1));
            out.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(images.get(i).length).putInt(offset);
            offset += images.get(i).length;
        }
        images.forEach(out::put);
        return out.array();
    }

    /** How much of a pixel is covered whose middle is so many pixels outside of an edge. */
    private static double cover(double outside) {
        return Math.max(0, Math.min(1, 0.5 - outside));
    }

    /** How far a point is outside of the square with round corners; negative inside. */
    private static double outside(double x, double y) {
        double half = Glyph.SIDE / 2;
        double dx = Math.abs(x - half) - half + CORNER;
        double dy = Math.abs(y - half) - half + CORNER;
        double ax = Math.max(dx, 0);
        double ay = Math.max(dy, 0);
        return Math.sqrt(ax * ax + ay * ay) + Math.min(Math.max(dx, dy), 0) - CORNER;
    }

    /** Eight bits for each of red, green, blue and opacity; rows unfiltered (PNG, section 11.2). */
    private static byte[] file(int pixels, byte[] rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(rows);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        } finally {
            deflater.end();
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(pixels)
                .putInt(pixels)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        ByteBuffer file = ByteBuffer.allocate(8 + 3 * 12 + header.length + packed.size());
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", packed.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.putInt(data.length).put(name).put(data).putInt((int) sum.getValue());
    }
}
