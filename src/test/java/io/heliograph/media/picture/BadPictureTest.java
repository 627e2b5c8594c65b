package io.heliograph.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no picture, or too much of one. */
class BadPictureTest {

    private final Darkroom darkroom = new Darkroom(1);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
    void truncated_isRefused(String format) {
        byte[] whole = switch (format) {
            case "jpeg" -> TestPictures.jpeg(200, 100);
            case "png" -> TestPictures.png(200, 100);
            case "gif" -> TestPictures.gif(200, 100, 0xff0000);
            default -> TestPictures.LOSSY;
        };
        for (int length : List.of(13, whole.length / 2, whole.length - 10)) {
            assertRefused(Arrays.copyOf(whole, length), BadPicture.Reason.BROKEN);
        }
    }

    @Test
    void bomb_isRefusedByItsHeader() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(50_000)
                .putInt(50_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] bomb = TestPictures.joined(
                Arrays.copyOf(TestPictures.png(1, 1), 8),
                TestPictures.chunk("IHDR", header),
                TestPictures.chunk("IDAT", TestPictures.deflated(new byte[100_000])),
                TestPictures.chunk("IEND", new byte[0]));

        assertRefused(bomb, BadPicture.Reason.TOO_LARGE);

        assertThat(darkroom.decoded()).as("not a pixel was decoded").isZero();
    }

    @Test
    void webp_whoseFrameIsLargerThanItSays_isRefused() {
        byte[] lying = TestPictures.extended(TestPictures.LOSSY, new byte[0]);
        lying[24] = 7;

        assertRefused(lying, BadPicture.Reason.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE html><p>Not found",
                "GIF8",
                "BM6",
                "RIFF____WAVE"
            })
    void otherKinds_areRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), BadPicture.Reason.NOT_A_PICTURE);
    }

    @Test
    void tooManyBytes_areRefusedUnread() {
        byte[] bytes = Arrays.copyOf(TestPictures.jpeg(10, 10), (20 << 20) + 1);

        assertRefused(bytes, BadPicture.Reason.TOO_LARGE);
    }

    @Test
    void damage_atAnyPlace_isNeverMoreThanARefusal() {
        Random random = new Random(7);
        for (byte[] whole : List.of(
                TestPictures.jpeg(64, 48),
                TestPictures.png(64, 48),
                TestPictures.gif(64, 48, 0xff0000, 0x00ff00),
                TestPictures.LOSSY,
                TestPictures.LOSSLESS,
                TestPictures.HALF_TRANSPARENT,
                TestPictures.MOVING,
                TestPictures.turned(TestPictures.CMYK, 5, "x"))) {
            for (int round = 0; round < 150; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 1 + round % 4; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(darkroom.develop(damaged).prints()).isNotEmpty();
                } catch (BadPicture e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    private void assertRefused(byte[] bytes, BadPicture.Reason reason) {
        BadPicture refusal = catchThrowableOfType(BadPicture.class, () -> darkroom.develop(bytes));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
