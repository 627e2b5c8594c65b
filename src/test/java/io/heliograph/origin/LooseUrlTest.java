package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseUrlTest {

    private static final URI BASE = URI.create("https://origin.example/news/today/");

    /** RFC 3986, sections 5.4.1 and 5.4.2, those examples that are http URLs. */
    @ParameterizedTest
    @CsvSource({
        "g,             http://a/b/c/g",
        "./g,           http://a/b/c/g",
        "g/,            http://a/b/c/g/",
        "/g,            http://a/g",
        "//g,           http://g/",
        "?y,            http://a/b/c/d;p?y",
        "g?y,           http://a/b/c/g?y",
        "#s,            http://a/b/c/d;p?q#s",
        "g#s,           http://a/b/c/g#s",
        "g?y#s,         http://a/b/c/g?y#s",
        ";x,            http://a/b/c/;x",
        "g;x,           http://a/b/c/g;x",
        ".,             http://a/b/c/",
        "./,            http://a/b/c/",
        "..,            http://a/b/",
        "../,           http://a/b/",
        "../g,          http://a/b/g",
        "../..,         http://a/",
        "../../,        http://a/",
        "../../g,       http://a/g",
        "../../../g,    http://a/g",
        "../../../../g, http://a/g",
        "/./g,          http://a/g",
        "/../g,         http://a/g",
        "g.,            http://a/b/c/g.",
        "..g,           http://a/b/c/..g",
        "./../g,        http://a/b/g",
        "g/./h,         http://a/b/c/g/h",
        "g/../h,        http://a/b/c/h",
        "g?y/../x,      http://a/b/c/g?y/../x",
        "g#s/../x,      http://a/b/c/g#s/../x"
    })
    void reference_isResolvedAsTheStandardSays(String reference, String expected) {
        assertThat(LooseUrl.resolve(URI.create("http://a/b/c/d;p?q"), reference))
                .contains(URI.create(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "https://origin.example,      post,     https://origin.example/post",
        "https://origin.example,      ./post,   https://origin.example/post",
        "https://origin.example,      ?p=1,     https://origin.example/?p=1",
        "https://origin.example?x=1,  post,     https://origin.example/post",
        "https://origin.example,      /post,    https://origin.example/post",
        "https://origin.example,      #a,       https://origin.example/#a"
    })
    void baseWithoutAPath_isTheRoot(String base, String reference, String expected) {
        assertThat(LooseUrl.resolve(URI.create(base), reference)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://other.example                    | https://other.example/",
                "HTTPS://Other.Example/Path               | https://other.example/Path",
                "https://other.example:8443/a             | https://other.example:8443/a",
                "https://user@other.example/a             | https://user@other.example/a",
                "https://other.example/a b                | https://other.example/a%20b",
                "https://other.example/caf\u00e9          | https://other.example/caf%C3%A9",
                "https://other.example/\ud83d\ude00       | https://other.example/%F0%9F%98%80",
                "https://other.example/100%               | https://other.example/100%25",
                "https://other.example/100%zz             | https://other.example/100%25zz",
                "https://other.example/%e9                | https://other.example/%e9",
                "https://other.example/a?b[]=1&c={d}      | https://other.example/a?b%5B%5D=1&c=%7Bd%7D",
                "https://other.example/a?q=a\"<>          | https://other.example/a?q=a%22%3C%3E",
                "https://other.example/a#b#c              | https://other.example/a#b%23c",
                "https://other.example/a?u=https://x.y/z  | https://other.example/a?u=https://x.y/z",
                "https://other.example\\a\\b              | https://other.example/a/b",
                "https://other.example/a?path=C:\\x       | https://other.example/a?path=C:%5Cx",
                "/a\\b                                    | https://origin.example/a/b",
                "https://b\u00fccher.example/x            | https://xn--bcher-kva.example/x",
                "https://b\u00fccher.example:8080/x       | https://xn--bcher-kva.example:8080/x",
                "https://\u65b0\u805e.example/            | https://xn--efvv70d.example/",
                "//cdn.example/a.jpg                      | https://cdn.example/a.jpg",
                "http://[2001:db8::1]/a[1]                | http://[2001:db8::1]/a%5B1%5D",
                "http://my_site.example/a                 | http://my_site.example/a",
                "http://my_site.example:8080/a?b#c        | http://my_site.example:8080/a?b#c",
                "https://-dashes-.example/                | https://-dashes-.example/",
                "https://other.example/../../a            | https://other.example/a"
            })
    void urlAsPeopleWriteThem_isReadAsBrowsersDo(String reference, String expected) {
        assertThat(LooseUrl.resolve(BASE, reference)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  https://other.example/a  ",
                "\n\t https://other.example/a\r\n",
                "https://other.example/\na",
                "ht\ntps://other.ex\tample/a",
                "https://other.example/\u0001a",
                "https://other.example/\u007fa"
            })
    void spaceAroundAndControlsWithin_areDropped(String reference) {
        assertThat(LooseUrl.resolve(BASE, reference)).contains(URI.create("https://other.example/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u0001",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://other.example/%0aalert(1)",
                "vbscript:msgbox(1)",
                "data:text/html,<script>alert(1)</script>",
                "mailto:a@b.example",
                "tel:+1234",
                "ftp://other.example/a",
                "file:///etc/passwd",
                "blob:https://other.example/x",
                "http:",
                "http://",
                "http:///path",
                "http:path",
                "https://?q",
                "https://#f",
                "https://other.example:port/",
                "https://a b.example/",
                "https://<script>/",
                "https://[::1/",
                "https://[zz]/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://user:p@ss@other.example/",
                "://other.example/a"
            })
    void whatLeadsToNoWebPage_isRefused(String reference) {
        assertThat(LooseUrl.resolve(BASE, reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufdd0/a", "\uffff/a", "\ud800/a", "\u0085/a", "\u200b/a", "|", "^`"})
    void characterThatNoTextMayHold_isEscaped(String reference) {
        Optional<URI> url = LooseUrl.resolve(BASE, "https://other.example/" + reference);

        assertThat(url).isPresent();
        assertThat(url.orElseThrow().toString().chars()).allMatch(c -> c > 0x20 && c < 0x7f);
    }

    @ParameterizedTest
    @CsvSource({"4096, true", "4097, false", "100000, false"})
    void length_isBounded(int length, boolean taken) {
        String url = "https://other.example/" + "a".repeat(length - 22);

        assertThat(LooseUrl.resolve(BASE, url).isPresent()).isEqualTo(taken);
    }

    /** URL Standard, section 3.5: such a host is an address of IPv4, or the URL is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://256.256.256.256/",
                "http://news.example.1/",
                "http://1.2.3.4.5:8080/",
                "http://0x7f.0x1/",
                "http://4294967296/"
            })
    void hostThatEndsInANumber_isAnAddressOrNone(String url) {
        assertThat(LooseUrl.resolve(BASE, url)).isEmpty();
        assertThat(LooseUrl.resolve(BASE, "http://192.0.2.10:8080/a")).contains(URI.create("http://192.0.2.10:8080/a"));
        assertThat(LooseUrl.resolve(BASE, "http://[2001:db8::1]/a")).contains(URI.create("http://[2001:db8::1]/a"));
        assertThat(LooseUrl.resolve(BASE, "http://2.example/a")).contains(URI.create("http://2.example/a"));
    }

    /** A link to nowhere is better than one to somebody else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stra\u00dfe.example/",
                "https://a\u2100b.example/",
                "https://a\uff0fb.example/",
                "https://news.example\uff20evil.example/",
                "https://a\u200db.example/",
                "https://127.1/",
                "https://010.0.0.1/"
            })
    void nameThatCanBeReadInTwoWays_leadsNowhere(String url) {
        assertThat(LooseUrl.resolve(URI.create("https://origin.example/"), url)).isEmpty();
    }
}
