package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain words                          | Plain words",
                "Tom & Jerry                          | Tom & Jerry",
                "Tom &amp; Jerry                      | Tom & Jerry",
                "AT&T and R&D                         | AT&T and R&D",
                "&copy 2026                           | &copy 2026",
                "caf&eacute; &#233; &#xE9;            | caf\u00e9 \u00e9 \u00e9",
                "&quot;Quoted&quot; &#8217;s          | \"Quoted\" \u2019s",
                "a&nbsp;b                             | a b",
                "A <b>bold</b> word                   | A bold word",
                "A <B CLASS=x>bold</B> word           | A bold word",
                "One<br>two<br/>three                 | One two three",
                "H<sub>2</sub>O                       | H2O",
                "<p>A paragraph</p>                   | A paragraph",
                "<a href='https://x.example'>link</a> | link",
                "<span style=\"x\">A</span> & B       | A & B",
                "x < y and y > z                      | x < y and y > z",
                "List<T> and Map<K, V>                | List<T> and Map<K, V>",
                "if (a<b) c                           | if (a<b) c",
                "The &lt;b&gt; element                | The <b> element",
                "<3 forever                           | <3 forever",
                "&unknown; &;                         | &unknown; &;",
                "&#0;&#1;&#x1F;&#xFFFF;a              | a",
                "&#99999999;a                         | &#99999999;a",
                "<script>alert(1)</script>            | <script>alert(1)</script>",
                "<img src=x onerror=alert(1)>x        | x"
            })
    void title_isPlainTextWhetherOrNotItWasHtml(String text, String title) {
        assertThat(PlainTitle.of(text)).isEqualTo(title);
    }

    @Test
    void title_isOneLineOfLegalCharacters() {
        String title = PlainTitle.of("  A\n\tB\u0000\u0001C\u0085D\u00a0E\ufdd0\ud800F\u200b  ");

        assertThat(title).isEqualTo("A BC D EF\u200b");
    }

    @Test
    void longTitle_isCutAtASpaceWithAnEllipsis() {
        String title = PlainTitle.of("word ".repeat(2_000_000));

        assertThat(title).hasSize(1000).endsWith("word\u2026");
    }

    @Test
    void longTitleOfMarkup_isCutLikewise() {
        String title = PlainTitle.of("<b>word</b> ".repeat(100_000));

        assertThat(title).hasSize(1000).startsWith("word word").endsWith("word\u2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Short.</p><p>Body</p>             | Short. Body",
                "<p></p>                              | ''",
                "<img src=x>                          | ''",
                "<p>0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789</p>"
                        + "| 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\u2026"
            })
    void titleFromABody_isItsBeginning(String html, String title) {
        assertThat(PlainTitle.from(html)).isEqualTo(title);
    }

    @Test
    void titleFromABodyWithoutSpaces_splitsNoCharacter() {
        String title = PlainTitle.from("a" + "\ud83d\ude00".repeat(100));

        assertThat(title).isEqualTo("a" + "\ud83d\ude00".repeat(39) + "\u2026");
    }
}
