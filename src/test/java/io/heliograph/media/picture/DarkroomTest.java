package io.heliograph.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heliograph.media.picture.Developed.Print;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as they come, and what is served of them. */
class DarkroomTest {

    private final Darkroom darkroom = new Darkroom(1);

    /* ---------------- Sizes ---------------- */

    @Test
    void wide_isScaledToTheWidestAndAllBelow() throws BadPicture {
        List<Print> prints = darkroom.develop(TestPictures.jpeg(2400, 1600)).prints();

        assertThat(prints).extracting(Print::width).containsExactly(1920, 1280, 960, 640, 320);
        assertThat(prints).extracting(Print::height).containsExactly(1280, 853, 640, 427, 213);
        for (Print print : prints) {
            BufferedImage image = TestPictures.read(print.bytes());
            assertThat(image.getWidth()).isEqualTo(print.width());
            assertThat(image.getHeight()).isEqualTo(print.height());
            assertThat(print.format()).isEqualTo(PictureFormat.JPEG);
            assertQuarters(image, 0xff0000, 0x00ff00, 0x0000ff, 0xffffff);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, '1000 960 640 320'",
        "641, '641 640 320'",
        "640, '640 320'",
        "320, 320",
        "1, 1",
        "1920, '1920 1280 960 640 320'"
    })
    void narrow_isServedAsItIsAndNeverMadeWider(int width, String widths) throws BadPicture {
        byte[] bytes = TestPictures.jpeg(width, 600);
        List<Print> prints = darkroom.develop(bytes).prints();

        assertThat(prints.stream().map(p -> String.valueOf(p.width())).toList()).containsExactly(widths.split(" ", -1));
        assertThat(prints.get(0).bytes())
                .as("nothing in it that would have to go")
                .isEqualTo(bytes);
    }

    @Test
    void detail_finerThanPixels_becomesTheMeanOfIt() throws BadPicture {
        BufferedImage board = new BufferedImage(2000, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 2000 * 100; i++) {
            board.setRGB(i % 2000, i / 2000, (i % 2000 + i / 2000) % 2 == 0 ? 0xffffff : 0);
        }

        List<Print> prints = darkroom.develop(TestPictures.write(board, "png")).prints();
        BufferedImage small = TestPictures.read(prints.get(prints.size() - 1).bytes());
        for (int x = 8; x < 312; x += 7) {
            assertThat(small.getRGB(x, 8) & 0xff).isCloseTo(127, within(3));
        }
    }

    @Test
    void same_givesTheSameBytes() throws BadPicture {
        for (byte[] bytes : List.of(
                TestPictures.jpeg(1000, 700),
                TestPictures.turned(TestPictures.jpeg(1000, 700), 6, "A quay"),
                TestPictures.LOSSY)) {
            List<Print> once = darkroom.develop(bytes).prints();
            List<Print> again = new Darkroom(2).develop(bytes).prints();

            assertThat(again).hasSameSizeAs(once);
            for (int i = 0; i < once.size(); i++) {
                assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
            }
        }
    }

    @Test
    void copy_thatTakesMoreBytesThanThePicture_isNotMade() throws BadPicture {
        BufferedImage drawing = new BufferedImage(700, 700, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < 700; i += 3) {
            drawing.setRGB(i, 699 - i, 0xffffff);
        }

        List<Print> prints =
                darkroom.develop(TestPictures.write(drawing, "png")).prints();

        assertThat(prints).extracting(Print::width).containsExactly(700);
    }

    /* ---------------- Turning ---------------- */

    @ParameterizedTest
    @CsvSource({
        "1, 60, 40, ff0000, 00ff00, 0000ff, ffffff",
        "2, 60, 40, 00ff00, ff0000, ffffff, 0000ff",
        "3, 60, 40, ffffff, 0000ff, 00ff00, ff0000",
        "4, 60, 40, 0000ff, ffffff, ff0000, 00ff00",
        "5, 40, 60, ff0000, 0000ff, 00ff00, ffffff",
        "6, 40, 60, 0000ff, ff0000, ffffff, 00ff00",
        "7, 40, 60, ffffff, 00ff00, 0000ff, ff0000",
        "8, 40, 60, 00ff00, ffffff, ff0000, 0000ff",
        "9, 60, 40, ff0000, 00ff00, 0000ff, ffffff",
    })
    void orientation_isApplied(int orientation, int width, int height, String a, String b, String c, String d)
            throws BadPicture {
        byte[] bytes = TestPictures.turned(TestPictures.jpeg(60, 40), orientation, "");
        Print print = darkroom.develop(bytes).prints().get(0);

        assertThat(List.of(print.width(), print.height()))
                .as("Exif 2.32, tag 274")
                .containsExactly(width, height);
        assertQuarters(
                TestPictures.read(print.bytes()),
                Integer.parseInt(a, 16),
                Integer.parseInt(b, 16),
                Integer.parseInt(c, 16),
                Integer.parseInt(d, 16));
    }

    @Test
    void portrait_thatLiesOnItsSide_isMeasuredUpright() throws BadPicture {
        byte[] bytes = TestPictures.turned(TestPictures.jpeg(2000, 1000), 6, "");
        List<Print> prints = darkroom.develop(bytes).prints();

        assertThat(prints).extracting(Print::width).containsExactly(1000, 960, 640, 320);
        assertThat(prints.get(0).height()).isEqualTo(2000);
    }

    private static void assertQuarters(BufferedImage image, int a, int b, int c, int d) {
        int right = image.getWidth() * 3 / 4;
        int below = image.getHeight() * 3 / 4;
        assertColour(image.getRGB(right / 3, below / 3), a, 12);
        assertColour(image.getRGB(right, below / 3), b, 12);
        assertColour(image.getRGB(right / 3, below), c, 12);
        assertColour(image.getRGB(right, below), d, 12);
    }

    static void assertColour(int actual, int expected, int tolerance) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xff)
                    .as("%06x, not %06x", actual & 0xffffff, expected)
                    .isCloseTo(expected >> shift & 0xff, within(tolerance));
        }
    }
}
