package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.PlainText;
import io.heliograph.article.Text;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExcerptTest {

    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
    private static final String FRANCE = "\ud83c\uddeb\ud83c\uddf7";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|10|''",
                "exactly 10|10|exactly 10",
                "more than 10|10|more than\u2026",
                "more than that|10|more than\u2026",
                "one two three four|12|one two\u2026",
                "one two three four|14|one two three\u2026",
                "one, two, three|10|one, two,\u2026",
                // No end of a word in the second half: cut where the room ends.
                "a bcdefghijklmnop|10|a bcdefgh\u2026",
                "abcdefghijklmnop|10|abcdefghi\u2026",
                "\u6e2f\u53e3\u65b0\u95fb\u6e2f\u53e3\u65b0\u95fb|5|\u6e2f\u53e3\u65b0\u95fb\u2026",
                "ab cd|1|\u2026",
            })
    void clip_endsAtAWord_whereThereIsOne(String text, int most, String clipped) {
        assertThat(Excerpt.clip(text, most)).isEqualTo(clipped);
    }

    static Stream<Arguments> characters() {
        return Stream.of(
                Arguments.of("a pair of surrogates", "\ud83d\ude00"),
                Arguments.of("a family", FAMILY),
                Arguments.of("a flag", FRANCE),
                Arguments.of("a tone of skin", "\ud83d\udc4d\ud83c\udffd"),
                Arguments.of("a key", "1\ufe0f\u20e3"),
                Arguments.of("marks", "e\u0323\u0301\u0327"),
                Arguments.of("a syllable of Hangul", "\u1112\u1161\u11ab"),
                Arguments.of("a vowel sign of Thai", "\u0e01\u0e33"),
                Arguments.of("a vowel sign of Devanagari", "\u0937\u093f"));
    }

    @ParameterizedTest(name = "{0} (Unicode Standard Annex 29)")
    @MethodSource
    void characters(String name, String character) {
        // Given
        String text = character.repeat(10);

        // Then
        for (int most = 1; most < text.length(); most++) {
            String clipped = Excerpt.clip(text, most);
            assertThat(clipped).hasSizeLessThanOrEqualTo(most).endsWith("\u2026");
            assertThat((clipped.length() - 1) % character.length())
                    .as("%s in %d", name, most)
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void clip_isABeginningThatFits(int seed) {
        // Given
        Random random = new Random(seed);
        String[] parts = {
            "a", "word", " ", " ", "\u00e9", "e\u0301", "\ud83d\ude00", FAMILY, FRANCE, "\u6e2f", ".", "\u05d0"
        };
        StringBuilder built = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            built.append(parts[random.nextInt(parts.length)]);
        }
        String text = Text.line(built.toString());
        int most = 2 + random.nextInt(60);

        // When
        String clipped = Excerpt.clip(text, most);

        // Then
        assertThat(clipped).hasSizeLessThanOrEqualTo(most);
        assertThat(clipped.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
        if (text.length() <= most) {
            assertThat(clipped).isEqualTo(text);
        } else {
            assertThat(clipped).endsWith("\u2026");
            assertThat(text).startsWith(clipped.substring(0, clipped.length() - 1));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|~~",
                "<p>One</p><p>Two</p>|One Two",
                "<p>One</p>  <p>Two</p>|One Two",
                "<ul><li>One</li><li>Two</li></ul>|One Two",
                "One<br>Two|One Two",
                "One<img src=\"a.jpg\" alt=\"b\">Two|One Two",
                "<table><tr><td>1</td><td>2</td></tr></table>|1 2",
                "re<em>mark</em>able|remarkable",
                "H<sub>2</sub>O and <a href=\"/a\">l<b>i</b>nk</a>s|H2O and links",
                "<span><span><em>deep</em></span>er</span>|deeper",
                "a<wbr>b|ab",
                "<p title=\"a > b\">c</p>|c",
                "<p title=\"a' > 'b\">c</p>|c",
                "<a title=\"it's > \" href=\"/x?a=1&amp;b=>\">c</a>d|cd",
                "Fish &amp; chips|Fish & chips",
                "1 &lt; 2 &gt; 1 &quot;q&quot;|1 < 2 > 1 \"q\"",
                // Decoded once: what the article says about HTML is text.
                "&amp;lt;b&amp;gt; &amp;amp;|&lt;b&gt; &amp;",
                "a&nbsp;b&#xa0;c|a b c",
                "a &unknown; b & c &|a &unknown; b & c &",
                "a &amp b|a &amp b",
                "&;|&;",
                "a < b|a",
                "a <b|a",
                "a <b title=\"|a",
                "<pre>a\tb   c</pre>|a b c",
                "\ud83d\ude00<b>\ud83d\ude00</b>|\ud83d\ude00\ud83d\ude00",
            })
    void plain_isTheTextOfHtml(String html, String plain) {
        assertThat(PlainText.of(html, 1_000)).isEqualTo(plain);
    }

    @Test
    void plain_countsSpacesOnce() {
        // Given: HTML as it comes, indented.
        String html = ("<div>\n" + " ".repeat(60) + "<p>\n" + "\t".repeat(30) + "word\n</p>\n</div>\n").repeat(100);

        // When
        String plain = PlainText.of(html, 100);

        // Then
        assertThat(plain).hasSizeBetween(99, 104).startsWith("word word word");
    }

    @Test
    void plain_stopsEarly() {
        assertThat(PlainText.of("<p>word</p>".repeat(100_000), 50)).hasSizeBetween(49, 60);
    }

    @Test
    void of_isTheSummary_whereThereIsOne() {
        assertThat(Excerpt.of(titled("T").summary("Short.").html("<p>Long.</p>").article(), 100))
                .isEqualTo("Short.");
    }

    @Test
    void of_isTheBeginningOfTheText_whereThereIsNoSummary() {
        // Given
        String html = "<p>" + "harbour ".repeat(100) + "</p>";

        // When
        String excerpt = Excerpt.of(titled("T").html(html).article(), 50);

        // Then
        assertThat(excerpt).isEqualTo("harbour harbour harbour harbour harbour harbour\u2026");
    }

    @Test
    void of_tellsOfTheCut_howeverTheHtmlIsIndented() {
        // Given
        String html = ("<p>\n" + " ".repeat(200) + "harbour</p>\n").repeat(50);

        // Then
        assertThat(Excerpt.of(titled("T").html(html).article(), 50))
                .isEqualTo("harbour harbour harbour harbour harbour harbour\u2026");
    }

    @Test
    void of_isEmpty_whereThereIsNothingToSay() {
        assertThat(Excerpt.of(
                        titled("T").html("<p><img src=\"\u0001/a.jpg\"></p>").article(), 50))
                .isEmpty();
    }
}
