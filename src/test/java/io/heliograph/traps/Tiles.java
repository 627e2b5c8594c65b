package io.heliograph.traps;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures and sounds, each of another colour, size or length. */
final class Tiles {

    private Tiles() {}

    /** A PNG of one colour. */
    static byte[] png(Random random) {
        BufferedImage image =
                new BufferedImage(6 + random.nextInt(30), 6 + random.nextInt(20), BufferedImage.TYPE_INT_RGB);
        int colour = random.nextInt(0x1000000);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colour);
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A WAVE file of silence, 8 bits at 8 kHz. */
    static byte[] wave(Random random) {
        int samples = 800 + 80 * random.nextInt(40);
        byte[] out = new byte[44 + samples];
        java.nio.ByteBuffer.wrap(out)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + samples)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(ascii("data"))
                .putInt(samples);
        java.util.Arrays.fill(out, 44, out.length, (byte) 0x80);
        return out;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
