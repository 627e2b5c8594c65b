package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlottedWriterTest {

    @ParameterizedTest(name = "UTF-8 (RFC 3629, section 3): U+{0}")
    @ValueSource(
            strings = {
                "0", "9", "41", "7f", "80", "7ff", "800", "1234", "d7ff", "e000", "fffd", "fffe", "ffff", "10000",
                "1f600", "1ffff", "20000", "e0001", "f0000", "10fffe", "10ffff"
            })
    void raw_writesEveryPlane(String hexadecimal) {
        // Given
        String text = "a" + Character.toString(Integer.parseInt(hexadecimal, 16)) + "z";

        // When
        byte[] written = new SlottedWriter(0).raw(text).finish().on("");

        // Then
        assertThat(written).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void raw_writesEveryCodePoint() {
        // Given
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < 0xd800 || c > 0xdfff) {
                all.appendCodePoint(c);
            }
        }

        // When
        byte[] written = new SlottedWriter(0).raw(all).finish().on("");

        // Then
        assertThat(Arrays.equals(written, all.toString().getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d",
                "\ude00",
                "a\ud83d",
                "\ud83da",
                "a\ude00b",
                "\ude00\ud83d",
                "\ud83d\ud83d\ude00",
                "\ud83d\ude00\ude00",
                "\udbff\udfff\udbff",
                "\ud800\ud800\udc00\udc00",
            })
    void raw_writesTheReplacement_forALoneSurrogate(String text) {
        // When
        byte[] written = new SlottedWriter(0).raw(text).finish().on("");

        // Then
        assertThat(new String(written, UTF_8)).isEqualTo(withoutLoneSurrogates(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 100000", "1, 64", "64, 65", "1000, 999", "1000, 1001"})
    void writer_grows_asFarAsItMust(int expected, int length) {
        // Given
        String text = "\u20ac".repeat(length);
        SlottedWriter writer = new SlottedWriter(expected);

        // When
        for (int i = 0; i < length; i++) {
            writer.raw("\u20ac");
        }

        // Then
        assertThat(writer.length()).isEqualTo(3 * length);
        assertThat(new String(writer.finish().on(""), UTF_8)).isEqualTo(text);
    }

    @Test
    void writer_grows_forMarksToo() {
        // Given
        SlottedWriter writer = new SlottedWriter(0);

        // When
        for (int i = 0; i < 1_000; i++) {
            writer.slot(Slot.HOST).ascii('/');
        }

        // Then
        assertThat(writer.length()).isEqualTo(1_000);
        assertThat(new String(writer.finish().on("h"), UTF_8)).isEqualTo("h/".repeat(1_000));
    }

    @Test
    void character_tellsHowManyCharsItTook() {
        // Given
        SlottedWriter writer = new SlottedWriter(0);

        // Then
        assertThat(writer.character("a", 0)).isEqualTo(1);
        assertThat(writer.character("\u20ac", 0)).isEqualTo(1);
        assertThat(writer.character("\ud83d\ude00", 0)).isEqualTo(2);
        assertThat(writer.character("\ud83d", 0)).isEqualTo(1);
        assertThat(writer.character("\ud83d\ude00", 1)).isEqualTo(1);
    }

    @Test
    void finish_givesWhatWasWrittenSoFar_andNoMore() {
        // Given
        SlottedWriter writer = new SlottedWriter(0).raw("a").slot(Slot.HOST);
        Slotted first = writer.finish();

        // When
        writer.raw("b").slot(Slot.HOST);

        // Then
        assertThat(new String(first.on("h"), UTF_8)).isEqualTo("ah");
        assertThat(new String(writer.finish().on("h"), UTF_8)).isEqualTo("ahbh");
    }

    static String withoutLoneSurrogates(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
        return out.toString();
    }
}
