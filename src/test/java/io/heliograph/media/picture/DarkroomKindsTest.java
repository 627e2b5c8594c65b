package io.heliograph.media.picture;

import static io.heliograph.media.picture.DarkroomTest.assertColour;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.media.picture.Developed.Print;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of every kind, and in which one they are served. */
class DarkroomKindsTest {

    private final Darkroom darkroom = new Darkroom(1);

    @Test
    void webp_keepsItsFormatAndIsScaled() throws BadPicture {
        for (byte[] bytes : List.of(TestPictures.LOSSY, TestPictures.LOSSLESS)) {
            Print print = darkroom.develop(bytes).prints().get(0);

            assertThat(print.format()).isEqualTo(PictureFormat.WEBP);
            assertThat(List.of(print.width(), print.height())).containsExactly(24, 16);
            assertThat(print.bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void webp_turned_isWrittenAnewInItsColours() throws BadPicture {
        byte[] bytes = TestPictures.extended(TestPictures.LOSSY, TestPictures.exif(3, ""));
        Print print = darkroom.develop(bytes).prints().get(0);
        BufferedImage image = TestPictures.read(print.bytes());
        assertThat(print.format()).isEqualTo(PictureFormat.JPEG);
        assertColour(image.getRGB(12, 0), 0x0000ff, 40);
        assertColour(image.getRGB(12, 15), 0xff0000, 40);
    }

    @Test
    void transparency_staysAndIsPng() throws BadPicture {
        BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 800 * 400; i++) {
            image.setRGB(i % 800, i / 800, i % 800 < 400 ? 0x80ff0000 : 0x0000ff00);
        }

        List<Print> prints = darkroom.develop(noise(image)).prints();

        assertThat(prints).hasSize(3).extracting(Print::format).containsOnly(PictureFormat.PNG);
        BufferedImage small = TestPictures.read(prints.get(2).bytes());
        assertThat(small.getRGB(100, 100)).isEqualTo(0x80ff0000);
        assertThat(small.getRGB(250, 100) >>> 24).isZero();
    }

    @Test
    void transparency_thatNothingUses_isNone() throws BadPicture {
        BufferedImage image = new BufferedImage(700, 400, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 700 * 400; i++) {
            image.setRGB(i % 700, i / 700, 0xff000000 | i * 7919);
        }

        List<Print> prints = darkroom.develop(TestPictures.write(image, "png")).prints();

        assertThat(prints)
                .extracting(Print::format)
                .containsExactly(PictureFormat.PNG, PictureFormat.JPEG, PictureFormat.JPEG);
    }

    @Test
    void sixteenBits_areReadAsEight() throws BadPicture {
        Print colours = last(TestPictures.sixteenBits(2000, 40, 0xc8c8, 0x6464, 0x3232));
        Print grey = last(TestPictures.sixteenBits(2000, 40, 0x8080));

        assertColour(TestPictures.read(colours.bytes()).getRGB(100, 3), 0xc86432, 4);
        assertColour(TestPictures.read(grey.bytes()).getRGB(100, 3), 0x808080, 2);
    }

    @Test
    void grey_isNotMadeBrighter() throws BadPicture {
        BufferedImage image = new BufferedImage(2000, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 2000 * 40; i++) {
            image.getRaster().setSample(i % 2000, i / 2000, 0, 0x40);
        }

        Print png = last(TestPictures.write(image, "png"));
        Print jpeg = last(TestPictures.write(image, "jpeg"));

        assertColour(TestPictures.read(png.bytes()).getRGB(100, 3), 0x404040, 2);
        assertColour(TestPictures.read(jpeg.bytes()).getRGB(100, 3), 0x404040, 2);
    }

    @Test
    void cmyk_isTurnedIntoItsColours() throws BadPicture {
        byte[] bytes = TestPictures.turned(TestPictures.CMYK, 3, "");
        Print print = darkroom.develop(bytes).prints().get(0);

        assertColour(TestPictures.read(print.bytes()).getRGB(16, 12), 0xc82828, 50);
    }

    @Test
    void cmyk_isNotServedAsItIs() throws BadPicture {
        Print print = darkroom.develop(TestPictures.CMYK).prints().get(0);

        assertThat(PictureFormat.JPEG.open(print.bytes()).bytesPerPixel()).isEqualTo(3);
        assertColour(TestPictures.read(print.bytes()).getRGB(16, 12), 0xc82828, 50);
    }

    @Test
    void profile_isApplied() throws BadPicture {
        BufferedImage image = new BufferedImage(2000, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 2000 * 40; i++) {
            image.setRGB(i % 2000, i / 2000, 0x373737);
        }
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] chunk =
                TestPictures.joined("linear\0\0".getBytes(StandardCharsets.UTF_8), TestPictures.deflated(profile));

        Print print = last(TestPictures.withChunk(TestPictures.write(image, "png"), "iCCP", chunk));

        assertColour(TestPictures.read(print.bytes()).getRGB(100, 3), 0x808080, 3);
    }

    @Test
    void moving_whileSmall_staysAsItIs() throws BadPicture {
        byte[] gif = TestPictures.gif(500, 300, 0xff0000, 0x00ff00, 0x0000ff);
        List<Print> prints = darkroom.develop(gif).prints();

        assertThat(prints).hasSize(1);
        assertThat(prints.get(0).format()).isEqualTo(PictureFormat.GIF);
        assertThat(prints.get(0).bytes()).isEqualTo(gif);
        assertThat(darkroom.develop(TestPictures.MOVING).prints().get(0).bytes())
                .isEqualTo(TestPictures.MOVING);
    }

    @Test
    void moving_whenLarge_standsStill() throws BadPicture {
        byte[] gif = TestPictures.gif(400, 300, 0xff0000, 0x00ff00);
        byte[] large = TestPictures.joined(Arrays.copyOf(gif, gif.length - 1), netscape(3_400_000), new byte[] {0x3b});
        List<Print> prints = darkroom.develop(large).prints();

        assertThat(prints).extracting(Print::width).containsExactly(400, 320);
        assertThat(prints).extracting(Print::format).containsOnly(PictureFormat.JPEG);
        assertColour(TestPictures.read(prints.get(0).bytes()).getRGB(200, 150), 0xff0000, 4);
    }

    private Print last(byte[] bytes) throws BadPicture {
        List<Print> prints = darkroom.develop(bytes).prints();
        return prints.get(prints.size() - 1);
    }

    private static byte[] noise(BufferedImage image) {
        // A few pixels of all colours, so that the picture takes more bytes than its copies.
        for (int i = 0; i < 800 * 60; i++) {
            image.setRGB(i % 800, 399 - i / 800, 0xff000000 | i * 0x9e3779b1);
        }
        return TestPictures.write(image, "png");
    }

    /** A comment-like block that is kept: loops of an animation, said again and again. */
    private static byte[] netscape(int bytes) {
        byte[] one = TestPictures.joined(
                new byte[] {0x21, (byte) 0xff, 11},
                "NETSCAPE2.0".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {3, 1, 0, 0, 0});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < bytes) {
            out.writeBytes(one);
        }
        return out.toByteArray();
    }
}
