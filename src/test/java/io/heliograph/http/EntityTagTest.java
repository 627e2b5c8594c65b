package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 8.8.3, and the lists of sections 13.1.1 and 13.1.2. */
class EntityTagTest {

    @Test
    void field_isQuoted_andMarkedWhereWeak() {
        assertThat(EntityTag.strong("abc").field()).isEqualTo("\"abc\"");
        assertThat(new EntityTag(true, "abc").field()).isEqualTo("W/\"abc\"");
    }

    @ParameterizedTest(name = "RFC 9110, 8.8.3.2: {0} and {1}")
    @CsvSource({
        "W/\"1\", W/\"1\", false, true",
        "W/\"1\", W/\"2\", false, false",
        "W/\"1\", \"1\", false, true",
        "\"1\", W/\"1\", false, true",
        "\"1\", \"1\", true, true",
        "\"1\", \"2\", false, false",
        "\"a\", \"A\", false, false",
    })
    void comparison_isOfOneStrength(String one, String other, boolean strong, boolean weak) {
        // Given
        EntityTag left = EntityTag.list(one).get(0);
        EntityTag right = EntityTag.list(other).get(0);

        // Then
        assertThat(left.matchesStrongly(right)).isEqualTo(strong);
        assertThat(left.matchesWeakly(right)).isEqualTo(weak);
    }

    static Stream<Arguments> lists() {
        EntityTag a = EntityTag.strong("a");
        EntityTag b = EntityTag.strong("b");
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("\"a\"", List.of(a)),
                Arguments.of("\"a\", \"b\"", List.of(a, b)),
                Arguments.of("\"a\",\"b\"", List.of(a, b)),
                Arguments.of(" \"a\"\t,\t\"b\" ", List.of(a, b)),
                // Empty members are to be borne (RFC 9110, section 5.6.1.2).
                Arguments.of(",, \"a\" , ,\"b\",", List.of(a, b)),
                Arguments.of("\"a\", W/\"b\"", List.of(a, new EntityTag(true, "b"))),
                Arguments.of("\"\"", List.of(EntityTag.strong(""))),
                Arguments.of("W/\"\"", List.of(new EntityTag(true, ""))),
                // A comma is a character of a tag like any other (etagc).
                Arguments.of("\"a,b\", \"b\"", List.of(EntityTag.strong("a,b"), b)),
                Arguments.of("W/\",\"", List.of(new EntityTag(true, ","))),
                Arguments.of("\"W/\"", List.of(EntityTag.strong("W/"))),
                Arguments.of("\"a\\\", \"b\"", List.of(EntityTag.strong("a\\"), b)),
                Arguments.of("\"\u00e9\"", List.of(EntityTag.strong("\u00e9"))),
                Arguments.of("\"!#~\"", List.of(EntityTag.strong("!#~"))));
    }

    @ParameterizedTest
    @MethodSource
    void lists(String field, List<EntityTag> tags) {
        assertThat(EntityTag.list(field)).isEqualTo(tags);
    }

    @ParameterizedTest(name = "[{0}] has only the tag b")
    @ValueSource(
            strings = {
                "a, \"b\"",
                "*, \"b\"",
                "w/\"a\", \"b\"",
                "W/a, \"b\"",
                "W\"a\", \"b\"",
                "W / \"a\", \"b\"",
                "'a', \"b\"",
                "\"a b\", \"b\"",
                "\"b\", \"a",
                "\"b\", W/\"a",
                "\"b\", W/",
                "\"b\", W",
                "\"b\", \"",
                "<script>, \"b\"",
            })
    void list_passesOverWhatIsNoTag(String field) {
        assertThat(EntityTag.list(field)).containsExactly(EntityTag.strong("b"));
    }

    @Test
    void list_takesNoTag_withAControlCharacterInIt() {
        assertThat(EntityTag.list("\"a\u0000\"")).isEmpty();
        assertThat(EntityTag.list("\"a\u007f\"")).isEmpty();
    }
}
