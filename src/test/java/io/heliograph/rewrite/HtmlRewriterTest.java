package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R9 and R10: what HTML loads or leads to is on the host that is asked, and every other byte is the origin's. In the tables,
 * {@code O} is the origin, {@code C} its other server, {@code H} our host, {@code D} where the other server is on it.
 */
class HtmlRewriterTest {

    private static final String O = "https://www.example.org";
    private static final String C = "https://cdn.example.org";
    private static final String H = Mirrored.HOST;
    private static final String D = H + "/-/o/cdn.example.org";

    private static String html(String html) {
        return Mirrored.on("text/html; charset=utf-8", Mirrored.PAGE, html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"~\">",
                "<A HREF='~'>",
                "<a href=~>",
                "<a href=~ class=x>",
                "<a class=x href = \"~\">",
                "<a\nhref\n=\n\"~\"\n>",
                "<a/href=\"~\"/>",
                "<a title=\">\" href=\"~\">",
                "<a href=\"~\" href=\"https://www.example.org/second\">",
                "<img src=\"~\" alt=\"https://www.example.org/\">",
                "<script src=\"~\"></script>",
                "<form action=\"~\">",
                "<button formaction=\"~\">",
                "<video poster=\"~\">",
                "<blockquote cite=\"~\">",
                "<object data=\"~\">",
                "<embed src=\"~\">",
                "<table background=\"~\">",
                "<img longdesc=\"~\">",
                "<a href=# ping=\"~ ~\">",
                "<link rel=stylesheet href=\"~\">",
                "<link rel=preload as=image imagesrcset=\"~ 1x, ~ 2x\" href=\"~\">",
                "<link rel=modulepreload href=\"~\">",
                "<link rel=dns-prefetch href=\"~\">",
                "<link rel=preconnect href=\"~\">",
                "<link rel=manifest href=\"~\">",
                "<link rel=amphtml href=\"~\">",
                "<link rel=alternate type=application/rss+xml hreflang=en href=\"~\">",
                "<iframe src=\"data:text/html,<a href='~'>\"></iframe>",
                "<iframe src='data:text/html;charset=utf-8,%3Cimg%20src%3D%22~%22%3E'></iframe>",
                "<link rel=stylesheet href=\"data:text/css,a%7Bb%3aurl(~)%7d@import%20'~'\">",
                "<embed src=\"data:image/svg+xml,%3csvg%3E%3Cuse%20href='~'/%3E%3C/svg%3E\">",
                "<script src=\"data:text/javascript,import'~'\"></script>",
                "<html manifest=\"~\">",
                "<menuitem icon=\"~\">",
                "<param name=movie value=\"~\">",
                "<select><option value=\"~\">",
                "<svg><use href=\"~#a\"/><image xlink:href=\"~\"/></svg>",
                "<svg><a><animate attributeName=href values=\"~;~\"/></a></svg>",
                "<svg><rect fill=\"url(~#p)\"/></svg>",
                "<svg><style>a{fill:url(~)}</style><script>a('~')</script></svg>",
                "<svg><title><style>a{b:url(~)}</style></title></svg>",
                "<math href=\"~\">",
                "<img srcset=\"~ 1x, ~ 2x\">",
                "<img data-src=\"~\" data-srcset=\"~ 1x,~ 2x\">",
                "<div data-bg=\"url('~')\">",
                "<div data-anything='{\"u\":\"~\"}'>",
                "<x-card link=\"~\" :src=\"'~'\">",
                "<div style=\"background:url('~')\">",
                "<div style=\"background:url(&quot;~&quot;)\">",
                "<style>@import '~'; a{b:url(~)}</style>",
                "<script>x = '~'</script>",
                "<a href=\"javascript:open('~')\">",
                "<a href=\" \tjavascript:open('~')\">",
                "<iframe src=\"\ndata:text/html,<a href='~'>\"></iframe>",
                "<p onclick=\"location='~'\">",
                "<script type=\"application/ld+json\">{\"~id\":\"~\"}</script>",
                "<script type=importmap>{\"imports\":{\"~\":\"~\"}}</script>",
                "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"~\"]}]}</script>",
                "<script type=text/template><a href=\"~\"></script>",
                "<meta http-equiv=refresh content=\"3; url=~\">",
                "<meta http-equiv=Refresh content=\"0;URL='~'\">",
                "<meta http-equiv=refresh content=\"0, ~\">",
                "<meta property=og:image content=\"~\">",
                "<meta property=og:url content=\"~\">",
                "<meta name=twitter:player content=\"~\">",
                "<meta name=msapplication-TileImage content=\"~\">",
                "<iframe srcdoc=\"&lt;a href='~'>\">",
                "<iframe srcdoc='<img src=\"~\"><script>x=\"~\"</script>'>",
                "<iframe srcdoc=\"<iframe srcdoc='&amp;lt;img src=~ >'>\">",
                "<template><img src=\"~\"></template>",
                "<noscript><img src=\"~\"></noscript>",
                "<noscript><style>a{b:url(~)}</style></noscript>",
                "<textarea></textarea><img src=\"~\">",
                "<title><b></title><img src=\"~\">",
                "<xmp><a href='https://www.example.org/'></xmp><img src=\"~\">",
                "<!--><img src=\"~\">",
                "<!-- -- > --!><img src=\"~\">",
                "<!doctype html><img src=\"~\">",
                "<![CDATA[ > ]]><img src=\"~\">",
                "<svg><![CDATA[ > <img src=x> ]]><a href=\"~\"/></svg>",
                "<svg><desc><textarea><a></textarea></desc></svg><img src=\"~\">",
                "<svg><p><style>a{b:url(~)}</style>",
                "<math><mi><style>a{b:url(~)}</style></mi></math>",
                "</><img src=\"~\">",
                "</ x><img src=\"~\">",
                "<?php echo '>' ?><img src=\"~\">",
                "< img><img src=\"~\">",
                "<script><!-- <script> </script> '~' --></script><img src=\"~\">",
                "<script><!-- '~' </script><img src=\"~\">",
                "<img src=\"~\"<p>",
                "<img src=\" \t~ \n\">",
                "<img src=\"~?a=1&copy=2&para=3&amp;b\">",
            })
    void url_isOnTheHost(String page) {
        assertThat(html(page.replace("~", O + "/x"))).isEqualTo(page.replace("~", H + "/x"));
        assertThat(html(page.replace("~", "http://WWW.example.org:80/x"))).isEqualTo(page.replace("~", H + "/x"));
        assertThat(html(page.replace("~", C + "/x"))).isEqualTo(page.replace("~", D + "/x"));
        assertThat(html(page.replace("~", "https://www.example.org.evil.example/x")))
                .isEqualTo(page.replace("~", "https://www.example.org.evil.example/x"));
        assertThat(html(page.replace("~", "/x"))).isEqualTo(page.replace("~", "/x"));
    }

    @Test
    void json_inAnAttribute_isReadWithItsEscapes() {
        String page = "<div data-a='{\"u\":\"~\"}' x-b='[{\"u\": \"~\"}]' data-c=\"{u:'https://www.example.org/'}\">";

        assertThat(html(page.replace("~", "\\u0068ttps:\\u002f\\/www\\u002eexample.org\\/x")))
                .isEqualTo(page.replace("~", "https:\\u002f\\/news.example\\/x").replace(O + "/'", H + "/'"));
    }

    @Test
    void document_inBase64_isThatOfTheHost() {
        String page = "<iframe src=\"data:text/html;charset=utf-8;base64,~\">";
        String coded = base64("<a href='" + O + "/x'>\u00e4</a>");

        assertThat(html(page.replace("~", coded)))
                .isEqualTo(page.replace("~", base64("<a href='" + H + "/x'>\u00e4</a>")));
        assertThat(html(page.replace("~", base64("<a href=/x>")))).isEqualTo(page.replace("~", base64("<a href=/x>")));
        assertThat(html(page.replace("~", "no base64!"))).isEqualTo(page.replace("~", "no base64!"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "https:&#x2F;&#47;www.example.org/x, https:&#x2F;&#47;news.example/x",
        "https&colon;&sol;&sol;www&period;example.org/x?a&amp;b, https&colon;&sol;&sol;news.example/x?a&amp;b",
        "&#104;ttps://www.example.org/x, https://news.example/x",
        "ht&Tab;tps:&NewLine;//www.example.org/x, https:&NewLine;//news.example/x",
        "'data:text/html,%3Ca%20href=%22https%3A%2F%2Fwww.example.org%2Fx%22%3E', 'data:text/html,%3Ca%20href=%22https%3A%2F%2Fnews.example%2Fx%22%3E'",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>https://www.example.org/</p>",
                "<!-- <a href=\"https://www.example.org/\"> -->",
                "<!--[if lt IE 9]><script src=\"https://www.example.org/x\"></script><![endif]-->",
                "<title>https://www.example.org/</title>",
                "<textarea><a href=\"https://www.example.org/\"></textarea>",
                "<p title=\"https://www.example.org/\">",
                "<input value=\"https://www.example.org/\">",
                "<html xmlns:x=\"https://www.example.org/\">",
                "<div itemscope itemtype=\"https://www.example.org/Thing\">",
                "<meta name=description content=\"https://www.example.org/\">",
                "<meta http-equiv=refresh content=\"a; url=https://www.example.org/\">",
                "<plaintext><a href=\"https://www.example.org/\">",
                "<a href=\"https://www.example.org/",
                "<style>@namespace url(https://www.example.org/); /* https://www.example.org/ */</style>",
                "<script>/https?:\\/\\/www.example.org/.test(x)</script>",
            })
    void rest_isTheOrigins(String page) {
        assertThat(html(page)).isEqualTo(page);
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

    @Test
    void scripts_stay_whereTheyAreNotRewritten() {
        // Given
        String page = "<script>x='https://www.example.org/'</script><p onclick=\"x='https://www.example.org/'\">";
        Original original = new Original(page.getBytes(UTF_8), Mirrored.PAGE, "text/html", false);

        // When
        Rewritten rewritten = new Rewriter(Mirrored.RULES).rewrite(original, Integrity.UNKNOWN);

        // Then
        assertThat(rewritten.changed()).isFalse();
        assertThat(rewritten.leaks())
                .extracting(Leak::context)
                .containsExactly(Leak.Context.SCRIPT, Leak.Context.ATTRIBUTE);
    }

    @Test
    void sockets_leadToTheHost() {
        // Given
        String page = "<script>new WebSocket('wss://www.example.org/s')</script>";

        // When
        Slotted body = Mirrored.rewritten("text/html", Mirrored.PAGE, page.getBytes(UTF_8))
                .body();

        // Then
        assertThat(body.on(H)).asString().contains("'wss://news.example/s'");
        assertThat(body.on(Mirrored.OTHER_HOST)).asString().contains("'ws://mirror.example:8080/s'");
    }
}
