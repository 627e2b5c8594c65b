package sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What happens to a drawing after it is drawn: blur, paper grain, vignette, and the JPEG file. */
final class Press {

    private static final int LARGEST = 136_000;

    private Press() {}

    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Scales one premultiplied pixel. */
    static int times(int p, double k) {
        int f = (int) Math.round(k * 256);
        return ((p >>> 24) * f >> 8) << 24
                | ((p >> 16 & 255) * f >> 8) << 16
                | ((p >> 8 & 255) * f >> 8) << 8
                | (p & 255) * f >> 8;
    }

    /** Three box blurs, which is close to a Gaussian one. */
    static void blur(BufferedImage image, double radius) {
        int r = Math.max(1, (int) Math.round(radius * 0.6));
        int[] px = pixels(image);
        int w = image.getWidth();
        int h = image.getHeight();
        int[] other = new int[px.length];
        for (int i = 0; i < 3; i++) {
            smear(px, other, w, h, r);
            smear(other, px, h, w, r);
        }
    }

    /** Blurs along rows and writes columns, so that two passes do both directions. */
    private static void smear(int[] from, int[] to, int w, int h, int r) {
        int n = 2 * r + 1;
        for (int y = 0; y < h; y++) {
            int a = 0;
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int x = -r; x < w + r; x++) {
                int in = from[y * w + Math.max(0, Math.min(w - 1, x))];
                a += in >>> 24;
                red += in >> 16 & 255;
                green += in >> 8 & 255;
                blue += in & 255;
                if (x - n >= -r) {
                    int out = from[y * w + Math.max(0, Math.min(w - 1, x - n))];
                    a -= out >>> 24;
                    red -= out >> 16 & 255;
                    green -= out >> 8 & 255;
                    blue -= out & 255;
                }
                int at = x - r;
                if (at >= 0 && at < w) {
                    to[at * h + y] = a / n << 24 | red / n << 16 | green / n << 8 | blue / n;
                }
            }
        }
    }

    /** Paper grain and darker corners, on an opaque copy. */
    static BufferedImage finish(BufferedImage drawn, double grain, double vignette, int seed) {
        int w = drawn.getWidth();
        int h = drawn.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] from = pixels(drawn);
        int[] to = pixels(out);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double fine = Noise.smooth(x * 0.55, y * 0.55, seed) - 0.5;
                double broad = Noise.cloud(x / 90.0, y / 60.0, 2, seed + 1) - 0.5;
                double add = grain * (fine * 17 + broad * 9);
                double u = (x - w / 2.0) / (w / 2.0);
                double v = (y - h / 2.0) / (h / 2.0);
                double k = 1 - vignette * Noise.step(0.5, 1.9, u * u + v * v);
                int p = from[y * w + x];
                to[y * w + x] = tone(p >> 16 & 255, k, add) << 16
                        | tone(p >> 8 & 255, k, add) << 8
                        | tone(p & 255, k, add * 0.9);
            }
        }
        return out;
    }

    /** A film frame as red, green, blue bytes: the same darker corners, no grain that would flicker. */
    static byte[] frame(BufferedImage drawn, double vignette) {
        int w = drawn.getWidth();
        int h = drawn.getHeight();
        int[] from = pixels(drawn);
        byte[] out = new byte[w * h * 3];
        for (int y = 0, i = 0; y < h; y++) {
            double v = (y - h / 2.0) / (h / 2.0);
            for (int x = 0; x < w; x++) {
                double u = (x - w / 2.0) / (w / 2.0);
                double k = 1 - vignette * Noise.step(0.5, 1.9, u * u + v * v);
                double add = Noise.hash(x, y, 3) - 0.5;
                int p = from[y * w + x];
                out[i++] = (byte) tone(p >> 16 & 255, k, add);
                out[i++] = (byte) tone(p >> 8 & 255, k, add);
                out[i++] = (byte) tone(p & 255, k, add);
            }
        }
        return out;
    }

    private static int tone(int v, double k, double add) {
        return (int) Math.max(0, Math.min(255, Math.round(v * k + add)));
    }

    /** Writes a baseline JPEG at the best quality that stays small enough. */
    static int save(BufferedImage image, Path file) throws IOException {
        return save(image, file, LARGEST);
    }

    static int save(BufferedImage image, Path file, int largest) throws IOException {
        byte[] bytes = null;
        for (float quality = 0.86f; quality > 0.4f; quality -= 0.03f) {
            bytes = jpeg(image, quality);
            if (bytes.length <= largest) {
                break;
            }
        }
        Files.write(file, bytes);
        return bytes.length;
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            how.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
