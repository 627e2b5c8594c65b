package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.example, https://news.example, news.example, 443",
        "https://news.example/, https://news.example, news.example, 443",
        "' https://news.example ', https://news.example, news.example, 443",
        "HTTPS://News.Example, https://news.example, news.example, 443",
        "https://news.example., https://news.example, news.example, 443",
        "https://news.example:443, https://news.example, news.example, 443",
        "https://news.example:, https://news.example, news.example, 443",
        "http://news.example:80/, http://news.example, news.example, 80",
        "http://news.example:443, http://news.example:443, news.example, 443",
        "https://news.example:80, https://news.example:80, news.example, 80",
        "http://localhost:8080, http://localhost:8080, localhost, 8080",
        "http://192.0.2.1, http://192.0.2.1, 192.0.2.1, 80",
        "http://[2001:DB8::1]:8080, http://[2001:db8::1]:8080, [2001:db8::1], 8080",
        "http://[::1], http://[::1], [::1], 80",
        "http://[0:0:0:0:0:0:0:1], http://[::1], [::1], 80",
        "http://[0000::0001]:8080, http://[::1]:8080, [::1], 8080",
        "http://[2001:0DB8:0:0:1:0:0:1], http://[2001:db8::1:0:0:1], [2001:db8::1:0:0:1], 80",
        "http://[2001:db8:0:1:1:1:1:1], http://[2001:db8:0:1:1:1:1:1], [2001:db8:0:1:1:1:1:1], 80",
        "http://[::], http://[::], [::], 80",
        "http://[2001:db8::], http://[2001:db8::], [2001:db8::], 80",
        "http://[::ffff:C000:0201], http://[::ffff:192.0.2.1], [::ffff:192.0.2.1], 80",
        "http://[::ffff:192.0.2.1]:81, http://[::ffff:192.0.2.1]:81, [::ffff:192.0.2.1], 81",
        "https://b\u00fccher.example, https://xn--bcher-kva.example, xn--bcher-kva.example, 443",
        "https://B\u00dcCHER.example:8443/, https://xn--bcher-kva.example:8443, xn--bcher-kva.example, 8443",
        "https://\u043d\u043e\u0432\u043e\u0441\u0442\u0438.example, https://xn--b1amnebsh.example, xn--b1amnebsh.example, 443",
    })
    void parse_normalises(String url, String base, String name, int port) {
        // When
        Host host = Host.parse(url);

        // Then
        assertThat(host.base()).isEqualTo(base).isEqualTo(host.toString());
        assertThat(host.name()).isEqualTo(name);
        assertThat(host.port()).isEqualTo(port);
        assertThat(Host.parse(base)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|does not begin with http:// or https://",
                "news.example|does not begin with http:// or https://",
                "//news.example|does not begin with http:// or https://",
                "news.example:8080|does not begin with http:// or https://",
                "ftp://news.example|does not begin with http:// or https://",
                "javascript:alert(1)|does not begin with http:// or https://",
                "http:news.example|names no valid host",
                "http:///|names no valid host",
                "http://under_score.example|names no valid host",
                "http://-news.example|names no valid host",
                "http://news..example|names no valid host",
                "http://999.1.1.1|names no valid host",
                "http://127.1|names no valid host",
                "http://[fe80::1%25eth0]|names no valid host",
                "https://news.example:port|names no valid host",
                "https://ann@news.example|has a user name in it",
                "https://ann:secret@news.example/|has a user name in it",
                "https://news.example/feed|has something after the host name",
                "https://news.example//|has something after the host name",
                "https://news.example?|has something after the host name",
                "https://news.example/?a|has something after the host name",
                "https://news.example#a|has something after the host name",
                "https://news.example:0|has an impossible port",
                "https://news.example:65536|has an impossible port",
                "http://|not a URL",
                "http://news example|not a URL",
                "https://news.example/\"><script>|not a URL",
                "https://<script>|not a URL",
                "https://{{news}}|not a URL",
                "https://news.example\\a|not a URL",
                "http://[::1|not a URL",
                "http://[1]|not a URL",
            })
    void parse_tellsWhatIsWrong(String url, String message) {
        assertThatThrownBy(() -> Host.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** UTS #46, section 7: IDNA 2003 and IDNA 2008 read these differently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stra\u00dfe.example",
                "https://\u03b2\u03cc\u03bb\u03bf\u03c2.example:8443/",
                "https://\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example",
                "https://\u0dc1\u0dca\u200d\u0dbb\u0dd3.example",
                "https://\ud83c\udf55.example",
                "https://a\u2100b.example",
            })
    void parse_tellsHowToWriteANameThatIsReadInTwoWays(String url) {
        assertThatThrownBy(() -> Host.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": write the name in its xn-- form");
    }

    @Test
    void parse_takesTheFormThatIsReadInOneWay() {
        assertThat(Host.parse("https://xn--strae-oqa.example").name()).isEqualTo("xn--strae-oqa.example");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://mirror-one.localhost, true",
        "https://localhost, true",
        "http://127.0.0.1, true",
        "http://127.255.0.9:81, true",
        "http://[::1]:81, true",
        "http://notlocalhost, false",
        "http://localhost.example, false",
        "http://128.0.0.1, false",
        "http://127.example, false",
        "http://127.0.0.1.example, false",
        "http://[::2], false",
        "https://news.example, false",
    })
    void isLoopback_isForNamesOfThisMachineAlone(String url, boolean loopback) {
        assertThat(Host.parse(url).isLoopback()).isEqualTo(loopback);
    }

    @Test
    void atPort_keepsTheName() {
        assertThat(Host.parse("http://localhost:8080").atPort(9000)).isEqualTo(Host.parse("http://localhost:9000"));
        assertThat(Host.parse("http://localhost:8080").atPort(80)).isEqualTo(Host.parse("http://localhost"));
        assertThat(Host.parse("http://[::1]").atPort(81)).isEqualTo(Host.parse("http://[::1]:81"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "HTTP", "", "javascript"})
    void host_fails_withAnotherScheme(String scheme) {
        assertThatThrownBy(() -> new Host(scheme, "news.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
