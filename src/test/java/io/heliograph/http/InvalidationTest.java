package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111, section 4.4. */
class InvalidationTest {

    private static final URI TARGET = URI.create("https://www.example.org/a/b");

    @ParameterizedTest(name = "section 4.4: {0} with {1} invalidates: {2}")
    @CsvSource({
        "POST, 200, true", "PUT, 204, true", "DELETE, 302, true", "M-SEARCH, 200, true", "PATCH, 201, true",
        "POST, 404, false", "POST, 500, false", "GET, 200, false", "HEAD, 200, false", "OPTIONS, 200, false"
    })
    void answer_invalidatesItsTarget_unlessItFailed(String method, int status, boolean invalidates) {
        assertThat(Invalidation.by(method, TARGET, status, FieldLines.NONE))
                .isEqualTo(invalidates ? List.of(TARGET) : List.of());
    }

    @Test
    void answer_invalidatesWhatItNamesOnItsOrigin() {
        FieldLines fields = FieldLines.of("location", "../c", "content-location", "/d?e");

        assertThat(Invalidation.by("POST", TARGET, 201, fields))
                .containsExactly(
                        TARGET, URI.create("https://www.example.org/c"), URI.create("https://www.example.org/d?e"));
    }

    /** Else anybody's form could invalidate anybody's page. */
    @Test
    void answer_invalidatesNothingElsewhere() {
        FieldLines fields = FieldLines.of(
                "location",
                "https://other.example/c",
                "content-location",
                "http://www.example.org/a",
                "location",
                "::");

        assertThat(Invalidation.by("POST", TARGET, 201, fields)).containsExactly(TARGET);
    }
}
