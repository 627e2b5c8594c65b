package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9110, section 5. */
class FieldLinesTest {

    private static final FieldLines FIELDS = FieldLines.of("A", "1", "b", "2", "a", "3");

    /** Section 5.3. */
    @Test
    void lines_areJoinedInOrder() {
        assertThat(FIELDS.value("a")).isEqualTo("1, 3");
        assertThat(FIELDS.values("a")).containsExactly("1", "3");
        assertThat(FIELDS.value("c")).isEmpty();
    }

    @Test
    void changes_makeOthers() {
        assertThat(FIELDS.with("a", "4")).isEqualTo(FieldLines.of("b", "2", "a", "4"));
        assertThat(FIELDS.without("a")).isEqualTo(FieldLines.of("b", "2"));
        assertThat(FIELDS.plus("a", "4").values("a")).containsExactly("1", "3", "4");
        assertThat(FIELDS.values("a")).hasSize(2);
    }

    /** Section 7.6.1: no field of a connection passes, whoever named it. */
    @Test
    void hopByHop_areStripped() {
        assertThat(HopByHop.strip(FieldLines.of("Connection", "X-A, close", "X-A", "1", "TE", "trailers", "x-b", "2")))
                .isEqualTo(FieldLines.of("x-b", "2"));
    }
}
