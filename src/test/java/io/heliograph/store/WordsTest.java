package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "harbour                   | \"harbour\" *",
                "Harbour  lights           | \"harbour\" * AND \"lights\" *",
                "of a lamp                 | \"of\" AND \"a\" AND \"lamp\" *",
                "\"harbour lights\"        | \"harbour lights\"",
                "\"harbour lights\" -fog   | (\"harbour lights\") NOT (\"fog\" *)",
                "lamp -\"old pier\" -fog   | (\"lamp\" *) NOT (\"old pier\" OR \"fog\" *)",
                "\u201charbour lights\u201d | \"harbour lights\"",
                "\"unclosed phrase         | \"unclosed phrase\"",
                "d'accord                  | \"d accord\"",
                "rock-and-roll             | \"rock and roll\"",
                "\u6e2f\u53e3             | \"\u6e2f  \u53e3\"",
                "NEAR(a b) OR title:x      | \"near a\" AND \"b\" AND \"or\" AND \"title x\"",
            })
    void query_isReadAsPeopleTypeIt(String query, String expression) {
        assertThat(Words.all(query).expression()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "\"\"", "- - -", "***", "-\"\"", "()", "\u0000"})
    void queryThatAsksForNothing_isEmpty(String query) {
        assertThat(Words.all(query).isEmpty()).isTrue();
    }

    @Test
    void query_isBounded() {
        assertThat(Words.all("word ".repeat(10_000)).wanted()).hasSizeLessThanOrEqualTo(12);
        assertThat(Words.all("x".repeat(10_000)).wanted().get(0)).hasSizeLessThan(220);
    }

    @Test
    void any_takesWhatIsLongEnough() {
        assertThat(Words.any("the-lamp of harbour.html").expression())
                .isEqualTo("\"the\" * OR \"lamp\" * OR \"harbour\" * OR \"html\" *");
    }

    @Test
    void spacelessScripts_areParted() {
        assertThat(Words.parted("In \u6e2f\u53e3 now")).isEqualTo("In  \u6e2f  \u53e3  now");
        assertThat(Words.parted("\u0e2a\u0e27\u0e31\u0e2a")).contains("\u0e2a ");
        assertThat(Words.parted("\uac00\ub098 plain")).isEqualTo("\uac00\ub098 plain");
    }
}
