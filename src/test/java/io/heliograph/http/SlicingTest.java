package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 15.3.7.3, and RFC 9111, section 3.4. */
class SlicingTest {

    @Test
    void strongTag_tellsSlicesOfOneVersion() {
        assertThat(Slicing.tag(FieldLines.of("etag", "\"a\""))).contains(EntityTag.strong("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"a\"", "", "\"a\", \"b\"", "a"})
    void withoutOneStrongTag_nothingIsSliced(String tag) {
        assertThat(Slicing.tag(FieldLines.of("etag", tag))).isEmpty();
    }

    /** RFC 9110, section 14.3. */
    @Test
    void serverThatKnowsNoRanges_isNotAskedForThem() {
        FieldLines none = FieldLines.of("etag", "\"a\"").plus("accept-ranges", "none");
        FieldLines silent = FieldLines.of("etag", "\"a\"");
        FieldLines willing = silent.plus("accept-ranges", "Bytes");

        assertThat(Slicing.tag(none)).isEmpty();
        assertThat(Slicing.tagOfWhole(silent)).isEmpty();
        assertThat(Slicing.tagOfWhole(willing)).isPresent();
    }

    /** RFC 9110, section 8.4: of coded bytes, one slice alone means nothing. */
    @Test
    void codedBytes_areNotSliced() {
        FieldLines tagged = FieldLines.of("etag", "\"a\"");

        assertThat(Slicing.tag(tagged.plus("content-encoding", "gzip"))).isEmpty();
        assertThat(Slicing.tag(tagged.plus("content-encoding", "identity"))).isPresent();
    }

    @Test
    void fieldsOfAPart_areNotThoseOfTheWhole() {
        FieldLines part = FieldLines.of("etag", "\"a\"")
                .plus("content-range", "bytes 0-1/9")
                .plus("content-length", "2")
                .plus("content-digest", "sha-256=:x:")
                .plus("repr-digest", "sha-256=:y:");

        FieldLines whole = Slicing.ofTheWhole(part);

        assertThat(whole.has("content-range") || whole.has("content-length") || whole.has("content-digest"))
                .isFalse();
        assertThat(whole.has("etag") && whole.has("repr-digest")).isTrue();
    }
}
