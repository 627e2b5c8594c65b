package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4151, section 2.1. */
class TagAuthorityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "news.example,2026|news.example|2026",
                "news.example,2026-11|news.example|2026-11",
                "news.example,2026-11-23|news.example|2026-11-23",
                "' news.example , 2026 '|news.example|2026",
                "ann@news.example,2026|ann@news.example|2026",
                "ann.b-c_d@news.example,2026|ann.b-c_d@news.example|2026",
                "localhost,2026|localhost|2026",
                "xn--bcher-kva.example,2026|xn--bcher-kva.example|2026",
                "news.example,2024-02-29|news.example|2024-02-29",
            })
    void parse_takesNameAndDate(String text, String name, String date) {
        assertThat(TagAuthority.parse(text)).isEqualTo(new TagAuthority(name, date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example",
                "news.example 2026",
                ",2026",
                "news.example,",
                "news.example,26",
                "news.example,20260",
                "news.example,2026-1",
                "news.example,2026-13",
                "news.example,2026-00",
                "news.example,2026-11-00",
                "news.example,2026-11-32",
                "news.example,2026-02-30",
                "news.example,2026-11-31",
                "news.example,2023-02-29",
                "news.example,2026-11-23T00:00",
                "news.example,2026,a",
                "news..example,2026",
                "-news.example,2026",
                "news-.example,2026",
                "news.example.,2026",
                "news_.example,2026",
                "b\u00fccher.example,2026",
                "a@b@news.example,2026",
                "@news.example,2026",
                "https://news.example,2026",
                "news.example:80,2026",
                "news.example,\uff12\uff10\uff12\uff16",
                "\"><script>,2026",
            })
    void parse_fails_withAnythingElse(String text) {
        assertThatThrownBy(() -> TagAuthority.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void uri_isATagUri() {
        // Given
        TagAuthority authority = TagAuthority.parse("news.example,2026");

        // Then
        assertThat(authority.uri("feed/sections/harbour")).isEqualTo("tag:news.example,2026:feed/sections/harbour");
        assertThat(authority).hasToString("news.example,2026");
    }
}
