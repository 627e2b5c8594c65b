package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrefTest {

    private static final Host NEWS = Host.parse("https://news.example");

    @Test
    void own_isCompletedByTheHost() {
        // Given
        Href href = Href.own("/media/pier.jpg");

        // Then
        assertThat(href.isOwn()).isTrue();
        assertThat(href.on(NEWS)).isEqualTo("https://news.example/media/pier.jpg");
        assertThat(href.on(Host.parse("http://localhost:8080"))).isEqualTo("http://localhost:8080/media/pier.jpg");
    }

    @Test
    void own_staysOnTheHost_whateverThePathLooksLike() {
        assertThat(Href.own("//evil.example/").on(NEWS)).isEqualTo("https://news.example//evil.example/");
        assertThat(Href.own("/@evil.example").on(NEWS)).isEqualTo("https://news.example/@evil.example");
    }

    @Test
    void foreign_isTheSameOnEveryHost() {
        // Given
        Href href = new Href("https://cdn.example/clip.mp4?a=1&b=2");

        // Then
        assertThat(href.isOwn()).isFalse();
        assertThat(href.on(NEWS)).isEqualTo("https://cdn.example/clip.mp4?a=1&b=2");
    }

    @ParameterizedTest(name = "RFC 3986, 4.3; RFC 9110, 4.2: {0}")
    @ValueSource(
            strings = {
                "http://news.example",
                "https://news.example/",
                "HTTPS://NEWS.EXAMPLE/A",
                "https://news.example:8443/a?b=c#d",
                "http://192.0.2.1/",
                "http://[2001:db8::1]:81/a",
                "http://mirror_one.example/",
                "https://xn--bcher-kva.example/caf%C3%A9",
                "https://ann@news.example/",
                "http://localhost:8080/a",
                "https://news.example:/a",
            })
    void absolute_isAUrlWithAHost(String url) {
        assertThat(Href.absolute(url)).isTrue();
        assertThat(new Href(url).value()).isEqualTo(url);
    }

    @ParameterizedTest(name = "no absolute http(s) URL: {0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "/a",
                "//news.example/a",
                "a",
                "?a",
                "#a",
                "http:",
                "http:/",
                "http:/news.example",
                "http:news.example",
                "http://",
                "http:///a",
                "http://?a",
                "http://#a",
                "https://:443/",
                "https://@/",
                "https://ann@/",
                "https://ann@:80/",
                "http://news.example:port/",
                "http://news.example:80:80/",
                "http://[::1/",
                "http://[]/",
                "ftp://news.example/",
                "javascript://news.example/%0aalert(1)",
                "javascript:alert('http://')",
                "data:text/html,<a href=http://news.example/>",
                "file:///etc/passwd",
                "mailto:ann@news.example",
                "http://news.example/a b",
                "http://news.example/\"><script>",
                "http://news.example/<script>",
                "http://news.example/{{a}}",
                "http://news.example/a|b",
                "http://news.example/a\\b",
                "http://news.example/%",
                "http://news.example/%zz",
                "http://news.example/\u0000",
                "http://news.example/\n",
                " http://news.example/",
                "http://news.example/ ",
                "http://b\u00fccher.example/",
                "http://news.example/caf\u00e9",
                "http://news.example/?q=\ud83d\ude00",
                "http://news.example/#\u2028",
            })
    void absolute_isNothingElse(String url) {
        assertThat(Href.absolute(url)).isFalse();
        assertThatThrownBy(() -> new Href(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u0001a", "\u0001http://news.example", "a\u0001/", "/\u0001"})
    void href_fails_whereTheMarkStandsInFrontOfNoPath(String value) {
        assertThatThrownBy(() -> new Href(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
