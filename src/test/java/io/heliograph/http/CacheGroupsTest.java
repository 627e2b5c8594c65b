package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 9875. */
class CacheGroupsTest {

    /** Section 2; and what caches had before. */
    @Test
    void groups_areThoseOfAllFields() {
        FieldLines response =
                FieldLines.of("cache-groups", "\"a\", \"b c\";x, tok", "surrogate-key", "d e", "cache-tag", "f, g");

        assertThat(CacheGroups.of(response)).containsExactlyInAnyOrder("a", "b c", "d", "e", "f", "g");
    }

    @Test
    void groups_thatCannotBeRead_areNone() {
        assertThat(CacheGroups.of(FieldLines.of("cache-groups", "\"a\", \"b"))).isEmpty();
    }

    /** Section 3: only in answers to unsafe methods, and not in errors. */
    @Test
    void invalidation_isByUnsafeMethodsAlone() {
        FieldLines response = FieldLines.of("cache-group-invalidation", "\"a\"");

        assertThat(CacheGroups.invalidatedBy("POST", 200, response)).containsExactly("a");
        assertThat(CacheGroups.invalidatedBy("GET", 200, response)).isEmpty();
        assertThat(CacheGroups.invalidatedBy("POST", 500, response)).isEmpty();
    }
}
