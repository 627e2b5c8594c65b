package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21",
        "#ffffff, #ffffff, 1",
        "#777777, #ffffff, 4.478",
        "#767676, #ffffff, 4.542",
        "#ff0000, #ffffff, 3.998",
        "#0000FF, #ffffff, 8.592",
    })
    void contrast_isThatOfWcag(String one, String other, double ratio) {
        assertThat(Colour.parse(one).contrast(Colour.parse(other))).isCloseTo(ratio, within(0.001));
        assertThat(Colour.parse(other).contrast(Colour.parse(one))).isCloseTo(ratio, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8a1c2b", "#8a1c2", "#8a1c2g", "#8a1c2b ", "red", "#8a1c2bff"})
    void colour_fails_inAnotherForm(String text) {
        assertThatThrownBy(() -> Colour.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colour_writesWhatItReads() {
        assertThat(Colour.parse("#00Fa0b").css()).isEqualTo("#00fa0b");
    }

    @Test
    void theme_fails_whereItsAccentCannotBeRead() {
        assertThatThrownBy(() -> new Theme("", Colour.parse("#ffd700"), Logo.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accent_isReadableInTheDark_whateverItIs() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Colour accent = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            if (accent.contrast(Theme.LIGHT) >= Theme.LEAST_CONTRAST) {
                Colour dark = new Theme("", accent, Logo.NONE).accentInTheDark();
                assertThat(dark.contrast(Theme.DARK)).isGreaterThanOrEqualTo(Theme.LEAST_CONTRAST);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 40'/> | 120 | 40",
                "<?xml version=\"1.0\"?><svg viewBox=\"-1, -1, 12.5, 4\" width=\"9\"></svg> | 12 | 4",
                "<svg width=\"300px\" height=\"100px\" stroke-width=\"2\"></svg> | 300 | 100",
            })
    void logo_isAsLargeAsItSays(String svg, int width, int height) {
        Logo logo = Logo.of(svg.getBytes(StandardCharsets.UTF_8));

        assertThat(logo.ending()).isEqualTo("svg");
        assertThat(logo.width()).isEqualTo(width);
        assertThat(logo.height()).isEqualTo(height);
    }

    @Test
    void logo_mayBeAPng() {
        byte[] png = ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'})
                .putInt(640)
                .putInt(480)
                .array();

        Logo logo = Logo.of(png);

        assertThat(logo.ending()).isEqualTo("png");
        assertThat(logo.width()).isEqualTo(640);
        assertThat(logo.height()).isEqualTo(480);
        assertThat(logo.bytes()).isEqualTo(png);
        assertThat(logo).isEqualTo(Logo.of(png)).isNotEqualTo(Logo.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg>", "<svg width='0' height='5'>", "<svg viewBox='0 0 99999 1'>", "<p>"})
    void logo_fails_whereItIsNone(String file) {
        assertThatThrownBy(() -> Logo.of(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void logo_fails_whereItIsTooLarge() {
        assertThatThrownBy(() -> Logo.of(new byte[Logo.MOST_BYTES + 1])).isInstanceOf(IllegalArgumentException.class);
    }
}
