package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Char production of XML 1.0, section 2.2, and less. */
class TextTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of(" ", ""),
                Arguments.of("a", "a"),
                Arguments.of(" a ", "a"),
                Arguments.of("a  b", "a b"),
                Arguments.of("a\tb", "a b"),
                Arguments.of("a\nb", "a b"),
                Arguments.of("a\r\nb", "a b"),
                Arguments.of("a\u000bb", "a b"),
                Arguments.of("a\fb", "a b"),
                Arguments.of("a\u0085b", "a b"),
                Arguments.of("don\u0092t \u0096 \u0080\u009f", "don\u2019t \u2013 \u20ac\u0178"),
                Arguments.of("a\u00a0b", "a b"),
                Arguments.of("\u00a0a\u00a0", "a"),
                Arguments.of("a \u00a0\t\n b", "a b"),
                Arguments.of("a\u2028b\u2029c", "a b c"),
                Arguments.of("a\u3000b", "a b"),
                Arguments.of("a \u0000 b", "a b"),
                Arguments.of("a\u0000b", "ab"),
                Arguments.of("\u0000 a \u0000", "a"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void line_foldsWhiteSpace(String text, String line) {
        assertThat(Text.line(text)).isEqualTo(line);
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "0", "1", "2", "8", "e", "1a", "1b", "7f", "81", "8d", "90", "9d", "fdd0", "fdef", "fffd", "fffe",
                "ffff", "1fffe", "1ffff", "efffe", "10fffe", "10ffff"
            })
    void line_dropsWhatNoTextMayHave(String hexadecimal) {
        // Given
        String illegal = Character.toString(Integer.parseInt(hexadecimal, 16));

        // When
        String line = Text.line(illegal + "a" + illegal + "b" + illegal);

        // Then
        assertThat(line).isEqualTo("ab");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "21", "7e", "a1", "ad", "200b", "200c", "200d", "200e", "200f", "061c", "d7ff", "e000", "fdcf", "fdf0",
                "feff", "fffc", "10000", "1f600", "1fffd", "e0041", "f0000", "10fffd"
            })
    void line_keepsWhatXmlAllows(String hexadecimal) {
        // Given
        String legal = Character.toString(Integer.parseInt(hexadecimal, 16));

        // When
        String line = Text.line("a" + legal + "b");

        // Then
        assertThat(line).isEqualTo("a" + legal + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83db", "a\ude00b", "ab\ud83d", "\ude00ab", "a\ude00\ud83db", "\udbffab\udc00"})
    void loneSurrogates_areDropped(String text) {
        assertThat(Text.line(text)).isEqualTo("ab");
        assertThat(Text.block(text)).isEqualTo("ab");
    }

    @Test
    void pairs_stayWhole_besideLoneOnes() {
        assertThat(Text.line("\ud83d\ud83d\ude00\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(Text.block("\ud83d\ud83d\ude00\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void markOfTheOpenHost_staysInBlocksAlone() {
        assertThat(Text.line("\u0001/a")).isEqualTo("/a");
        assertThat(Text.block("<img src=\"\u0001/a\">")).isEqualTo("<img src=\"\u0001/a\">");
        assertThat(Text.block("\u0000<img src=\"\u0001/a\">")).isEqualTo("<img src=\"\u0001/a\">");
    }

    /** UAX #9, section 2: embeddings and overrides end with a PDF, isolates with a PDI and all within them. */
    static Stream<Arguments> directions() {
        return Stream.of(
                Arguments.of("a\u202eb", "a\u202eb\u202c"),
                Arguments.of("\u202ab", "\u202ab\u202c"),
                Arguments.of("\u202bb", "\u202bb\u202c"),
                Arguments.of("\u202db", "\u202db\u202c"),
                Arguments.of("\u2066b", "\u2066b\u2069"),
                Arguments.of("\u2067b", "\u2067b\u2069"),
                Arguments.of("\u2068b", "\u2068b\u2069"),
                Arguments.of("\u202eb\u202c", "\u202eb\u202c"),
                Arguments.of("\u2067b\u2069 c", "\u2067b\u2069 c"),
                Arguments.of("\u202a\u2067b", "\u202a\u2067b\u2069\u202c"),
                Arguments.of("\u2067\u202ab\u2069 c", "\u2067\u202ab\u2069 c"),
                Arguments.of("\u202a\u2067b\u202c", "\u202a\u2067b\u2069\u202c"),
                Arguments.of("a\u202c b", "a b"),
                Arguments.of("a \u2069 b", "a b"),
                Arguments.of("\u2069", ""),
                Arguments.of("a \u202e \n", "a \u202e\u202c"));
    }

    @ParameterizedTest
    @MethodSource("directions")
    void line_endsEveryChangeOfDirection_thatItBegins(String text, String line) {
        assertThat(Text.line(text)).isEqualTo(line);
        assertThat(Text.line(line)).isEqualTo(line);
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                Arguments.of("  a\t\tb\n\n  c ", "  a\t\tb\n\n  c "),
                Arguments.of("a\u00a0b", "a\u00a0b"),
                Arguments.of("a\r\nb", "a\nb"),
                Arguments.of("a\r\n\r\nb", "a\n\nb"),
                Arguments.of("a\rb", "a\nb"),
                Arguments.of("a\r\rb", "a\n\nb"),
                Arguments.of("a\r", "a\n"),
                Arguments.of("a\u0085b", "a\nb"),
                Arguments.of("don\u0092t", "don\u2019t"),
                Arguments.of("a\fb", "a b"),
                Arguments.of("a\u000bb", "a b"),
                Arguments.of("a\u0000b", "ab"),
                Arguments.of("a\u0002\ufffeb", "ab"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void block_keepsWordsApart_andLines(String text, String block) {
        assertThat(Text.block(text)).isEqualTo(block);
    }

    @Test
    void block_isTheVeryText_whereNothingIsWrong() {
        // Given
        String text = "<p>caf\u00e9 \ud83d\ude00</p>\n";

        // Then
        assertThat(Text.block(text)).isSameAs(text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void line_isLegal_andTheSameTheSecondTime(int seed) {
        // Given
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append((char)
                    (random.nextInt(8) == 0
                            ? 0x2028 + random.nextInt(0x42)
                            : random.nextInt(random.nextBoolean() ? 0x100 : 0x10000)));
        }

        // When
        String line = Text.line(text.toString());

        // Then
        assertThat(line.codePoints()).allMatch(Text::legal).noneMatch(c -> c == '\n' || c == '\t');
        assertThat(Text.line(line)).isEqualTo(line);
        assertThat(line).isEqualTo(line.strip()).doesNotContain("  ");
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }
}
