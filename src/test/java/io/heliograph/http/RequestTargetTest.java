package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9112, section 3.2, and RFC 3986, section 6.2.2; R6: a path is decoded once. */
class RequestTargetTest {

    @ParameterizedTest(name = "origin-form (RFC 9112, 3.2.1): {0}")
    @CsvSource({
        "/, /, ''",
        "/feed.rss, /feed.rss, ''",
        "/feed.rss?limit=10, /feed.rss, limit=10",
        "/feed.rss?, /feed.rss, ''",
        "/?, /, ''",
        "/a?b?c=/d?, /a, b?c=/d?",
        "//, //, ''",
        "//evil.example/a, //evil.example/a, ''",
        "/a//b/, /a//b/, ''",
        "/.well-known/feed-mirrors.json, /.well-known/feed-mirrors.json, ''",
        "/a;v=1/b:@!$&'()*+=-._~, /a;v=1/b:@!$&'()*+=-._~, ''",
    })
    void parse_takesPathAndQuery_inOriginForm(String target, String path, String query) throws BadRequest {
        assertThat(RequestTarget.parse(target)).isEqualTo(new RequestTarget("", "", path, query));
    }

    @ParameterizedTest(name = "absolute-form (RFC 9112, 3.2.2): {0}")
    @CsvSource({
        "http://news.example/a, http, news.example, /a, ''",
        "https://News.Example:8443/a?b, https, news.example:8443, /a, b",
        "HTTP://NEWS.EXAMPLE./, http, news.example, /, ''",
        "http://[2001:DB8::1]:81/, http, [2001:db8::1]:81, /, ''",
        "http://news.example/%7eann/../b, http, news.example, /b, ''",
    })
    void parse_takesTheAuthorityToo_inAbsoluteForm(
            String target, String scheme, String authority, String path, String query) throws BadRequest {
        assertThat(RequestTarget.parse(target)).isEqualTo(new RequestTarget(scheme, authority, path, query));
    }

    @ParameterizedTest(name = "empty path is the root (RFC 9110, 4.2.3): {0}")
    @CsvSource({"http://news.example, ''", "http://news.example?a=/b, a=/b", "http://news.example:80?, ''"})
    void parse_makesAnEmptyPathTheRoot_inAbsoluteForm(String target, String query) throws BadRequest {
        // When
        RequestTarget parsed = RequestTarget.parse(target);

        // Then
        assertThat(parsed.path()).isEqualTo("/");
        assertThat(parsed.query()).isEqualTo(query);
    }

    @Test
    void parse_takesTheAsterisk_byItself() throws BadRequest {
        // RFC 9112, section 3.2.4
        assertThat(RequestTarget.parse("*")).isEqualTo(new RequestTarget("", "", "*", ""));
    }

    @ParameterizedTest(name = "no form of a site''s request: {0}")
    @ValueSource(
            strings = {
                "",
                "feed.rss",
                "*/",
                "**",
                "?a",
                "news.example:443",
                "ftp://news.example/",
                "http:/news.example/",
                "http:news.example",
                "http://",
                "http:///a",
                "http://?a",
                "https://ann@news.example/",
                "http://ann:secret@news.example/",
                "http://news.example:0/",
                "http://news.example:65536/",
                "http://news.example#a",
                "http://news.example\\@evil.example/",
                " /a",
                "javascript:alert(1)",
            })
    void parse_fails_withoutAFormOfASite(String target) {
        assertThatThrownBy(() -> RequestTarget.parse(target)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest(name = "unreserved escapes are decoded (RFC 3986, 6.2.2.2): {0}")
    @CsvSource({
        "/%61, /a",
        "/%41%5A%30%39, /AZ09",
        "/%7Eann, /~ann",
        "/%7eann, /~ann",
        "/a%2Db%2dc%5F%5fd, /a-b-c__d",
        "/feed%2Erss, /feed.rss",
    })
    void path_hasUnreservedCharactersPlain(String target, String path) throws BadRequest {
        assertThat(RequestTarget.parse(target).path()).isEqualTo(path);
    }

    @ParameterizedTest(name = "other escapes in upper case (RFC 3986, 6.2.2.1): {0}")
    @CsvSource({
        "/caf%c3%a9, /caf%C3%A9",
        "/caf%C3%A9, /caf%C3%A9",
        "/a%20b, /a%20b",
        "/%3f%23, /%3F%23",
        "/%3a%40, /%3A%40",
        "/%e2%80%a8, /%E2%80%A8",
        "/%ff, /%FF",
    })
    void path_hasOtherEscapesInUpperCase(String target, String path) throws BadRequest {
        assertThat(RequestTarget.parse(target).path()).isEqualTo(path);
    }

    @ParameterizedTest(name = "double encoding is decoded once at most (RFC 3986, 2.4): {0}")
    @CsvSource({"/%252e%252e/a, /%252e%252e/a", "/%2541, /%2541", "/%25, /%25", "/%2500, /%2500", "/%252F, /%252F"})
    void path_keepsDoubleEncoding(String target, String path) throws BadRequest {
        assertThat(RequestTarget.parse(target).path()).isEqualTo(path);
    }

    @ParameterizedTest(name = "dot segments (RFC 3986, 5.2.4): {0}")
    @CsvSource({
        "/a/b/c/./../../g, /a/g",
        "/mid/content=5/../6, /mid/6",
        "/., /",
        "/./, /",
        "/a/., /a/",
        "/a/.., /",
        "/a/../, /",
        "/a/b/.., /a/",
        "/a/./b, /a/b",
        "/a//../b, /a/b",
        "//../a, /a",
        "/a/%2e%2E/b, /b",
        "/a/%2e/b, /a/b",
        "/a/.%2e/b, /b",
        "/..., /...",
        "/a/..b, /a/..b",
        "/a/b.., /a/b..",
        "/.a, /.a",
        "/a/.../b, /a/.../b",
    })
    void path_hasNoDotSegments(String target, String path) throws BadRequest {
        assertThat(RequestTarget.parse(target).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/..", "/../a", "/a/../..", "/%2e%2e/a", "/a/../../b", "/./..", "/.%2E", "/a/%2e%2e/%2e%2e/"})
    void parse_fails_aboveTheRoot(String target) {
        assertThatThrownBy(() -> RequestTarget.parse(target))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the path leads above the root");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/a%00.rss",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a%5C..%5Cb",
                "/%2e%2e%2fetc",
                "/%01",
                "/a%09b",
                "/%0d%0aX-A:b",
                "/%1F",
                "/a%7f"
            })
    void parse_fails_withAnEncodedControlSlashOrBackslash(String target) {
        assertThatThrownBy(() -> RequestTarget.parse(target))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the path has an encoded control character, slash or backslash");
    }

    @ParameterizedTest(name = "pct-encoded is two hexadecimal digits of ASCII (RFC 3986, 2.1): {0}")
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/a%",
                "/%g1",
                "/%1g",
                "/%%41",
                "/%-1",
                "/%+1",
                "/% 1",
                "/%u0041",
                "/%\uff14\uff11",
                "/%\u0664\u0661"
            })
    void parse_fails_withABrokenEscape(String target) {
        assertThatThrownBy(() -> RequestTarget.parse(target))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the path has a broken escape");
    }

    @ParameterizedTest(name = "characters outside pchar (RFC 3986, 3.3)")
    @ValueSource(
            strings = {
                "/a b",
                "/a\tb",
                "/a\u0000",
                "/a\u007f",
                "/caf\u00e9",
                "/a\\b",
                "/\\..\\a",
                "/a#b",
                "/<script>",
                "/a\"b",
                "/{a}",
                "/a|b",
                "/a^b",
                "/a`b",
                "/[a]",
                "/a\r\nHost: b",
                "/\ud83d\ude00",
                "/\ud83d",
                "/a\u00a0"
            })
    void parse_fails_withACharacterThatNoPathHas(String target) {
        assertThatThrownBy(() -> RequestTarget.parse(target))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the path has a character that no URL has");
    }

    @ParameterizedTest(name = "query as it came (RFC 3986, 3.4): {0}")
    @ValueSource(strings = {"a=%2e%2e/..", "a=%zz", "q=%c3%a9", "a=//b?c", "%00", "a&&=b;c", "a=[1]", "a={b|c}"})
    void query_staysAsItCame(String query) throws BadRequest {
        assertThat(RequestTarget.parse("/search?" + query).query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u0000", "a\n", "a\u007f", "caf\u00e9", "a#b", "\ud83d\ude00"})
    void parse_fails_withACharacterThatNoQueryHas(String query) {
        assertThatThrownBy(() -> RequestTarget.parse("/search?" + query))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the query has a character that no URL has");
    }

    @Test
    void failure_repeatsNothingOfTheRequest() {
        assertThatThrownBy(() -> RequestTarget.parse("/<script>alert(1)</script>"))
                .isInstanceOf(BadRequest.class)
                .message()
                .doesNotContain("script", "alert", "<");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void normalise_changesNothing_theSecondTime(int seed) throws BadRequest {
        // Given
        String path = randomPath(new Random(seed));
        String once;
        try {
            once = RequestTarget.normalise(path);
        } catch (BadRequest e) {
            return;
        }

        // When
        String twice = RequestTarget.normalise(once);

        // Then
        assertThat(twice).as(path).isEqualTo(once);
        assertThat(twice)
                .startsWith("/")
                .doesNotContain("/../", "/./")
                .doesNotEndWith("/..")
                .doesNotEndWith("/.");
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    private static String randomPath(Random random) {
        String[] parts = {"/", "/", "/", ".", "..", "%2e", "%2E", "a", "%41", "%c3%a9", "%25", "%252e", ";", "~", "%7e"
        };
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(12); i > 0; i--) {
            path.append(parts[random.nextInt(parts.length)]);
        }
        return path.toString();
    }
}
