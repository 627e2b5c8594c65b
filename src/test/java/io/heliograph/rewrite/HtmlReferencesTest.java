package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R9: references in HTML as browsers read them (URL Standard, section 4.4), and what they are relative to. */
class HtmlReferencesTest {

    private static final String H = Mirrored.HOST;
    private static final String D = H + "/-/o/cdn.example.org";

    private static String html(String html) {
        return Mirrored.on("text/html; charset=utf-8", Mirrored.PAGE, html);
    }

    @ParameterizedTest
    @CsvSource({
        "https:&#x2F;&#47;www.example.org/x, https:&#x2F;&#47;news.example/x",
        "https&colon;&sol;&sol;www&period;example.org/x?a&amp;b, https&colon;&sol;&sol;news.example/x?a&amp;b",
        "&#104;ttps://www.example.org/x, https://news.example/x",
        "ht&Tab;tps:&NewLine;//www.example.org/x, https:&NewLine;//news.example/x",
        "https:\\\\www.example.org\\x, https:\\\\news.example\\x",
        "https:///www.example.org/x, https:///news.example/x",
        "//www.example.org/x, //news.example/x",
        "\\/www.example.org/x, \\/news.example/x",
        "//cdn.example.org, //news.example/-/o/cdn.example.org/",
        "https://cdn.example.org?a, https://news.example/-/o/cdn.example.org/?a",
        "https://cdn.example.org/../x, https://news.example/-/o/cdn.example.org/./x",
        "https://cdn.example.org/a/%2E%2e/.%2e/x, https://news.example/-/o/cdn.example.org/a/%2E%2e/./x",
        "https:/x, https:/x",
        "http:/www.example.org/x, https://news.example/x",
        "https://b\u00fccher.example/x, https://news.example/-/o/xn--bcher-kva.example/x",
        "https://b&uuml;cher.example/x, https://news.example/-/o/xn--bcher-kva.example/x",
        "https://xn--bcher-kva.example/x, https://news.example/-/o/xn--bcher-kva.example/x",
        "https://user@www.example.org/x, https://user@www.example.org/x",
        "https://user:pass@www.example.org:443/x, https://user:pass@www.example.org:443/x",
        "https://www.example.org@other.example/x, https://www.example.org@other.example/x",
        "https://www.example.org:443/%7ea/%7Eb/%c3%A4, https://news.example/%7ea/%7Eb/%c3%A4",
        "http://www.example.org:80/x, https://news.example/x",
        "https://www.example.org:0443/x, https://news.example/x",
        "https://www.example.org:/x, https://news.example/x",
        "https://www.example.org:80/x, https://www.example.org:80/x",
        "https://www.example.org/x?, https://news.example/x?",
        "https://www.example.org/x#, https://news.example/x#",
        "https://www.example.org?, https://news.example?",
        "https://www.example.org#, https://news.example#",
        "https://cdn.example.org?#, https://news.example/-/o/cdn.example.org/?#",
        "https://www.example.org./x, https://news.example/x",
        "https://www.example.org.:443/x, https://news.example/x",
        "https://cdn.example.org./x, https://news.example/-/o/cdn.example.org/x",
        "https://www.example.org../x, https://www.example.org../x",
        "https://www%2Eexample.org/x, https://news.example/x",
        "https://www\u3002example\uff0eorg/x, https://news.example/x",
        "HTTPS:\\\\WWW.EXAMPLE.ORG\\x/y, https:\\\\news.example\\x/y",
        "\\\\cdn.example.org\\x, \\\\news.example/-/o/cdn.example.org\\x",
        "https:/\\www.example.org/x, https:/\\news.example/x",
        "https://www.exa&#10;mple.o&Tab;rg/x&#13;y, https://news.example/x&#13;y",
        "https://www.example.org:8443/x, https://www.example.org:8443/x",
        "webcal://www.example.org/c.ics, webcal://news.example/c.ics",
        "Feed://cdn.example.org/f, Feed://news.example/-/o/cdn.example.org/f",
        "feed:https://www.example.org/f, feed:https://news.example/f",
        "feed:https:www.example.org/f, feed:https:www.example.org/f",
        "webcal://other.example/www.example.org/, webcal://other.example/www.example.org/",
        "webcal:/x, webcal:/x",
        "mailto:a@www.example.org, mailto:a@www.example.org",
        "#https://www.example.org/, #https://www.example.org/",
        "https://web.archive.example/https://www.example.org/, https://web.archive.example/https://www.example.org/",
    })
    void url_isReadAsBrowsersDo(String written, String rewritten) {
        assertThat(html("<a href=\"" + written + "\">")).isEqualTo("<a href=\"" + rewritten + "\">");
    }

    /** HTML Standard, shared declarative refresh steps; $ is a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "0;url=https://www.exa$mple.org/x ~ 0;url=https://news.example/x",
                "0;url=ht\ttps:$//www.example.org/x ~ 0;url=https:$//news.example/x",
                "0;url='https:\\\\www.example.org\\x' ~ 0;url='https:\\\\news.example\\x'",
                "0; URL = HTTPS://WWW.EXAMPLE.ORG.:443? ~ 0; URL = https://news.example?",
                "0;$url$=$\"https://www.example.org/x\" ~ 0;$url$=$\"https://news.example/x\"",
                "0.5 https://www.example.org/x ~ 0.5 https://news.example/x",
                "0;url='https://www.example.org/x ~ 0;url='https://news.example/x",
                "0;urls=https://www.example.org/x ~ 0;urls=https://www.example.org/x",
            })
    void refresh_isReadAsBrowsersDo(String written, String rewritten) {
        String page = "<meta http-equiv=refresh content=\"~\">";

        assertThat(html(page.replace("~", coded(written)))).isEqualTo(page.replace("~", coded(rewritten)));
    }

    private static String coded(String content) {
        return content.replace("\"", "&quot;").replace('$', '\n');
    }

    @Test
    void srcset_keepsCommasInUrls() {
        // Given pitfall 2.
        String srcset =
                "https://www.example.org/i,w=800,h=450.jpg 1x,, //cdn.example.org/a 2x (a, b),https://cdn.example.org/b,";

        // Then
        assertThat(html("<img srcset=\"" + srcset + "\">"))
                .isEqualTo("<img srcset=\"" + H
                        + "/i,w=800,h=450.jpg 1x,, //news.example/-/o/cdn.example.org/a 2x (a, b)," + D + "/b,\">");
    }

    @Test
    void base_saysWhatIsRelative() {
        // Given pitfall 3: the base lies on another server, so that "/x" does, too.
        String page = "<img src=/a><base href=\"https://cdn.example.org/d/\"><img src=/a><img src=a><img src=../../a>"
                + "<base href=/ignored/><img src=//www.example.org/a>";

        // Then
        assertThat(html(page))
                .isEqualTo("<img src=/a><base href=\"" + D + "/d/\"><img src=/-/o/cdn.example.org/a><img src=a>"
                        + "<img src=.././a><base href=/ignored/><img src=//news.example/a>");
    }

    @Test
    void base_ofAThirdParty_isNotOurs() {
        String page = "<base href=\"https://other.example/d/\"><img src=/a><img src=a>";

        assertThat(Mirrored.on("text/html", Mirrored.CDN_PAGE, page)).isEqualTo(page);
    }

    @Test
    void page_ofAServerUnderAPath_keepsItsPath() {
        // Given
        String page = "<img src=/a><img src=a><img src=../../a><a href=#x><a href=?q><style>b{c:url(/d)}</style>"
                + "<script type=importmap>{\"imports\":{\"/m/\":\"/n/\",\"a\":\"./a.js\"}}</script>"
                + "<iframe srcdoc='<img src=/a>'>";

        // When
        String mirrored = Mirrored.on("text/html", Mirrored.CDN_PAGE, page);

        // Then
        assertThat(mirrored)
                .isEqualTo("<img src=/-/o/cdn.example.org/a><img src=a><img src=.././a><a href=#x><a href=?q>"
                        + "<style>b{c:url(/-/o/cdn.example.org/d)}</style><script type=importmap>{\"imports\":{"
                        + "\"/-/o/cdn.example.org/m/\":\"/-/o/cdn.example.org/n/\",\"a\":\"./a.js\"}}</script>"
                        + "<iframe srcdoc='<img src=/-/o/cdn.example.org/a>'>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/x, https://www.example.org/x",
        "/x, https://www.example.org/x",
        "x, https://www.example.org/a/x",
        "?q, https://www.example.org/a/page?q",
        "//www.example.org/x, https://www.example.org/x",
    })
    void canonical_isTheOrigins(String written, String kept) {
        // Given R20
        String page = "<link rel=\"Canonical\" href=\"@\"><link rel=alternate hreflang=fr href='@'>";

        // When
        Rewritten rewritten = Mirrored.rewritten(
                "text/html", Mirrored.PAGE, page.replace("@", written).getBytes(UTF_8));

        // Then
        assertThat(rewritten.body().on(H)).asString().isEqualTo(page.replace("@", kept));
        assertThat(rewritten.leaks()).isEmpty();
    }

    @Test
    void canonical_isTheHosts_whereThatIsChosen() {
        // Given
        RewriteRules rules = new RewriteRules(Mirrored.ORIGINS, List.of(H), Canonical.HOST);
        String page = "<link rel=canonical href=\"https://www.example.org/x\">";
        Original original = new Original(page.getBytes(UTF_8), Mirrored.PAGE, "text/html", true);

        // When
        Rewritten rewritten = new Rewriter(rules).rewrite(original, Integrity.UNKNOWN);

        // Then
        assertThat(rewritten.body().on(H)).asString().isEqualTo("<link rel=canonical href=\"" + H + "/x\">");
    }

    /** What a framework binds is an expression. */
    @ParameterizedTest
    @ValueSource(strings = {"v-bind:href", "x-bind:href", ":href", "v-bind:src"})
    void boundAttribute_holdsAScript(String name) {
        assertThat(Mirrored.on(
                        "text/html",
                        Mirrored.PAGE,
                        "<x-card " + name + "=\"ok ? 'https://www.example.org/x' : '/y'\">"))
                .isEqualTo("<x-card " + name + "=\"ok ? 'https://news.example/x' : '/y'\">");
    }
}
