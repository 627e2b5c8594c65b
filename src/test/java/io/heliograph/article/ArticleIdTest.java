package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

    private static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");

    @ParameterizedTest(name = "an absolute IRI (RFC 4287, 4.2.6; RFC 3987): {0}")
    @ValueSource(
            strings = {
                "https://news.example/2026/pier",
                "http://news.example/?p=123",
                "http://news.example/#a",
                "http://news.example",
                "https://news.example/caf\u00e9",
                "https://news.example/%C3%A9",
                "ftp://news.example/a",
                "urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af6",
                "urn:isbn:0451450523",
                "urn:x-news:a:b",
                "tag:news.example,2026:a/b",
                "tag:news.example,2026-11:",
                "tag:ann@news.example,2026-11-23:pier",
            })
    void iri_isTheValue_whereThatIsOne(String value) {
        // When
        ArticleId id = ArticleId.of(value, AUTHORITY);

        // Then
        assertThat(id.value()).isEqualTo(value);
        assertThat(id.iri()).isEqualTo(value);
        assertThat(id.isGlobal()).isTrue();
    }

    @ParameterizedTest(name = "no absolute IRI: {0}")
    @ValueSource(
            strings = {
                "123",
                "pier",
                "/2026/pier",
                "//news.example/pier",
                "?p=123",
                "news.example/pier",
                "news.example:80/pier",
                "http:pier",
                "http:///pier",
                "http://",
                "http://news.example/a b",
                "http://news.example/<pier>",
                "http://news.example/\"pier\"",
                "http://news.example/%zz",
                "http://news.example/a|b",
                "http://news.example/?p[]=1",
                "http://[2001:db8::1]/a",
                "http://news.example/\ud83d\ude00",
                "urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af",
                "http://news.example/[pier]",
                "http://news.example/#[pier]",
                "{60a76c80-d399-11d9-b91c-0003939e0af6}",
                "60a76c80-d399-11d9-b91c-0003939e0af6",
                "urn:a:b",
                "urn:uuid:",
                "urn:-a:b",
                "tag:news.example:pier",
                "tag:news.example,26:pier",
                "tag:,2026:pier",
                "post:123",
                "id:123",
                "C:/pier.html",
                "javascript:alert(1)",
                "\"><script>",
                "]]>",
                "\u043f\u0438\u0440\u0441",
                "\ud83d\ude00",
            })
    void iri_isATagUriMadeOfTheValue_whereThatIsNone(String value) {
        // When
        ArticleId id = ArticleId.of(value, AUTHORITY);

        // Then
        assertThat(id.value()).isEqualTo(value);
        assertThat(id.iri()).isEqualTo("tag:news.example,2026:a/" + id.token());
        assertThat(id.isGlobal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "https://news.example/pier", "\u043f\u0438\u0440\u0441", "a b"})
    void token_is32SafeCharacters_everTheSame(String value) {
        // When
        String token = ArticleId.of(value, AUTHORITY).token();

        // Then
        assertThat(token).matches("[a-z2-7]{32}");
        assertThat(ArticleId.of(value, TagAuthority.parse("other.example,1999")).token())
                .isEqualTo(token);
    }

    @Test
    void token_isTheFirst160BitsOfSha256InBase32() {
        // Stored and given to devices: it must never change.
        assertThat(ArticleId.of("abc", AUTHORITY).token()).isEqualTo("xj4bnp4pahh6uqkbidpf3lrceoyagynd");
    }

    @Test
    void token_isAnother_forAnotherCase() {
        // RSS guids are case-sensitive.
        assertThat(ArticleId.of("Pier", AUTHORITY).token())
                .isNotEqualTo(ArticleId.of("pier", AUTHORITY).token());
    }

    @Test
    void minted_isAGlobalTagUri() {
        // When
        ArticleId id = ArticleId.minted("file:harbour/pier", AUTHORITY);

        // Then
        assertThat(id.value()).matches("tag:news\\.example,2026:a/[a-z2-7]{32}");
        assertThat(id.iri()).isEqualTo(id.value());
        assertThat(id.isGlobal()).isTrue();
        assertThat(ArticleId.minted("file:harbour/pier", AUTHORITY)).isEqualTo(id);
        assertThat(ArticleId.minted("file:harbour/pier#1", AUTHORITY)).isNotEqualTo(id);
    }
}
