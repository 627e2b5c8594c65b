package io.heliograph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Host field: RFC 9110, section 7.2; RFC 3986, section 3.2. */
class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "news.example, news.example",
        "NEWS.Example, news.example",
        "news.example., news.example",
        "News.Example.:8080, news.example:8080",
        "news.example:8080, news.example:8080",
        "news.example:1, news.example:1",
        "news.example:65535, news.example:65535",
        "news.example:080, news.example:80",
        "localhost, localhost",
        "mirror_one.example, mirror_one.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:81, 192.0.2.1:81",
        "a, a",
        "1, 1",
    })
    void parse_normalisesANameOrAddress(String field, String authority) throws BadRequest {
        assertThat(Authority.parse(field)).isEqualTo(authority);
    }

    @ParameterizedTest(name = "port = *DIGIT, so it may be empty (RFC 3986, 3.2.3): {0}")
    @CsvSource({"news.example:, news.example", "[::1]:, [::1]"})
    void parse_leavesOutAnEmptyPort(String field, String authority) throws BadRequest {
        assertThat(Authority.parse(field)).isEqualTo(authority);
    }

    @ParameterizedTest(name = "IPv6address (RFC 3986, 3.2.2): {0}")
    @CsvSource({
        "[::], [::]",
        "[::1], [::1]",
        "[::1]:8080, [::1]:8080",
        "[2001:DB8::A], [2001:db8::a]",
        "[1:2:3:4:5:6:7:8], [1:2:3:4:5:6:7:8]",
        "[1::8], [1::8]",
        "[1:2:3:4:5:6:7::], [1:2:3:4:5:6:7::]",
        "[::2:3:4:5:6:7:8], [::2:3:4:5:6:7:8]",
        "[::ffff:192.0.2.1], [::ffff:192.0.2.1]",
        "[64:ff9b::192.0.2.33]:81, [64:ff9b::192.0.2.33]:81",
        "[1:2:3:4:5:6:192.0.2.1], [1:2:3:4:5:6:192.0.2.1]",
    })
    void parse_takesAnIpv6Address_inBrackets(String field, String authority) throws BadRequest {
        assertThat(Authority.parse(field)).isEqualTo(authority);
    }

    @ParameterizedTest(name = "no IPv6address (RFC 3986, 3.2.2): {0}")
    @ValueSource(
            strings = {
                "[",
                "[]",
                "[:]",
                "[:::]",
                "[1]",
                "[dead]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[1::2::3]",
                "[1:2:3:4:5:6:7:8::]",
                "[:1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:]",
                "[12345::]",
                "[192.0.2.1]",
                "[::192.0.2]",
                "[::192.0.2.256]",
                "[::192.0.2.1.1]",
                "[::1.2.3.4:5]",
                "[.]",
                "[::1",
                "[::1]a",
                "[::1].",
                "[::1]]",
                "[fe80::1%eth0]",
                "[fe80::1%25eth0]",
                "[v1.a]",
                "[::g]",
                "::1",
                "2001:db8::1",
            })
    void parse_fails_withAnIpv6AddressThatIsNone(String field) {
        assertThatThrownBy(() -> Authority.parse(field)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                ":",
                ":80",
                ".news.example",
                "news..example",
                "news.example..",
                " news.example",
                "news.example ",
                "news.example\t",
                "news.example/",
                "news.example/a",
                "news.example?a",
                "news.example#a",
                "http://news.example",
                "ann@news.example",
                "ann:secret@news.example",
                "news.example@evil.example",
                "news.example,evil.example",
                "news.example, news.example",
                "news.example;evil",
                "<script>alert(1)</script>",
                "\"><script>",
                "news'example",
                "news%2eexample",
                "news.example%00",
                "news.example\u0000",
                "news.example\r\nX: y",
                "b\u00fccher.example",
                "b\u00c3\u00bccher.example",
                "\uff4eews.example",
                "\u212aelvin.example",
                "*.example",
                "{{host}}",
                "${host}",
                "news\\example",
            })
    void parse_fails_withWhatIsNoHost(String field) {
        assertThatThrownBy(() -> Authority.parse(field)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00",
                "65536",
                "99999",
                "100000",
                "00080000",
                "abc",
                "-1",
                "+80",
                "8 0",
                "80:80",
                ":",
                "80/",
                "0x50",
                "\uff18\uff10",
                "80.",
                "99999999999999999999"
            })
    void parse_fails_withAPortThatIsNone(String port) {
        assertThatThrownBy(() -> Authority.parse("news.example:" + port)).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> Authority.parse("[::1]:" + port)).isInstanceOf(BadRequest.class);
    }

    @Test
    void parse_fails_withANameLongerThanDnsHas() {
        assertThatThrownBy(() -> Authority.parse("a".repeat(300) + ".example")).isInstanceOf(BadRequest.class);
    }

    @Test
    void failure_repeatsNothingOfTheField() {
        assertThatThrownBy(() -> Authority.parse("<script>"))
                .isInstanceOf(BadRequest.class)
                .message()
                .doesNotContain("script");
    }
}
