package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9651, section 4.2. */
class StructuredFieldTest {

    /** Section 4.2.2. */
    @Test
    void dictionary_hasMembersOfEveryType() throws Exception {
        assertThat(StructuredField.dictionary(
                        "a=1, b=-2.5 ,\tc, d=?0, e=\"q\\\"\", f=tok/en;p=1;q, g=(\"x\" y);z, h=:aGk=:, i=@1659578233"))
                .containsEntry("a", 1L)
                .containsEntry("b", new BigDecimal("-2.5"))
                .containsEntry("c", true)
                .containsEntry("d", false)
                .containsEntry("e", "q\"")
                .containsEntry("f", new StructuredField.Token("tok/en"))
                .containsEntry("g", List.of("x", new StructuredField.Token("y")))
                .containsEntry("i", 1659578233L);
    }

    @Test
    void dictionary_takesTheLastOfEqualKeys() throws Exception {
        assertThat(StructuredField.dictionary("a=1, a=2"))
                .containsEntry("a", 2L)
                .hasSize(1);
    }

    /** Section 4.2: what breaks a rule makes the whole field fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age=10000, &&&&&",
                "MaX-aGe=3600",
                "max-age =100",
                "max-age= 100",
                "a=1,",
                "a=1 b=2",
                "a=\"unclosed",
                "a=1234567890123456",
                "a=1.",
                "a=1.2345",
                "a=?2",
                "a=(1 2",
                "a=\"\u00e9\"",
                "=1",
                "a=@1.5",
            })
    void dictionary_failsWhole(String field) {
        assertThatThrownBy(() -> StructuredField.dictionary(field)).isInstanceOf(StructuredField.Invalid.class);
    }

    /** Section 4.2.1. */
    @Test
    void list_hasItemsAndInnerLists() throws Exception {
        assertThat(StructuredField.list("\"a\", \"b\";x=1, ( 1 2 )")).containsExactly("a", "b", List.of(1L, 2L));
    }

    @Test
    void empty_isNothing() throws Exception {
        assertThat(StructuredField.list("  ")).isEmpty();
        assertThat(StructuredField.dictionary("")).isEmpty();
    }
}
