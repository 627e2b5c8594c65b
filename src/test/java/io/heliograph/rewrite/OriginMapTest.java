package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R2: what is mirrored is what the configuration lists; and pitfall 1: hosts match whole. */
class OriginMapTest {

    private static final String HOST = "https://news.example";

    private final OriginMap origins = OriginMap.of(
            "https://www.example.org", "/-", List.of("https://cdn.example.org", "http://img.example.org:8081"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org",
                "HTTPS://WWW.EXAMPLE.ORG/a",
                "http://www.example.org/",
                "https://www.example.org:443/a?b#c",
                "http://www.example.org:80/",
                "https://www.example.org./a",
                "https://%77ww.example.org/a",
                "https://www.example.org\\a",
                "https://www.example.org?a@b",
                "https://cdn.example.org/a",
                "http://img.example.org:8081/a",
            })
    void isMapped_forWhatIsListed(String url) {
        assertThat(origins.isMapped(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org.evil.example/",
                "https://evil-www.example.org/",
                "https://example.org/",
                "https://a.www.example.org/",
                "https://www.example.org:8443/",
                "http://www.example.org:443/",
                "https://user@www.example.org/",
                "https://user:p@www.example.org/",
                "https://www.example.org@evil.example/",
                "https://www.example.org:99999/",
                "https://img.example.org:8081/",
                "http://img.example.org/",
                "ftp://www.example.org/",
                "www.example.org",
                "https:///",
                "",
            })
    void isMapped_forNothingElse(String url) {
        assertThat(origins.isMapped(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://b\u00fccher.example/, https://xn--bcher-kva.example",
        "https://xn--bcher-kva.example/, https://b\u00fccher.example",
        "https://B%C3%BCCHER.example/, https://b\u00fccher.example",
        "https://b\u00fccher\u3002example/, https://b\u00fccher.example",
    })
    void isMapped_whicheverWayANameInAnotherScriptIsWritten(String url, String origin) {
        assertThat(OriginMap.of(origin).isMapped(url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/, https://www.example.org/",
        "/a?b, https://www.example.org/a?b",
        "/-/o/cdn.example.org/a?b, https://cdn.example.org/a?b",
        "/-/o/cdn.example.org, https://cdn.example.org/",
        "/-/o/cdn.example.org?a, https://cdn.example.org/?a",
        "/-/o/img.example.org:8081/a, http://img.example.org:8081/a",
        "/-/o/cdn.example.org.evil.example/, https://www.example.org/-/o/cdn.example.org.evil.example/",
        "/-/o/evil.example/, https://www.example.org/-/o/evil.example/",
    })
    void target_isAtAnOriginOfTheConfiguration(String request, String target) {
        assertThat(origins.target(request)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a?b, https://www.example.org/a?b",
        "https://news.example, https://www.example.org",
        "https://news.example/-/o/cdn.example.org/a, https://cdn.example.org/a",
        "https://news.example.evil.example/a, https://news.example.evil.example/a",
        "https://other.example/a, https://other.example/a",
    })
    void back_isTheUrlThatTheOriginKnows(String url, String known) {
        assertThat(origins.back(url, HOST)).isEqualTo(known);
    }

    @Test
    void theFirstOrigin_isAtTheRoot() {
        assertThatThrownBy(() -> new OriginMap(List.of(Mount.under("/-", "https://www.example.org"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/", "a", "/a b", "/a\"", "/<", "javascript:x", "/a&b", "/a'b", "/a/../b\\"})
    void path_isPlain(String path) {
        assertThatThrownBy(() -> new Mount(WebOrigin.parse("https://a.example"), path))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
