package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R9 and R10: what HTML loads or leads to is on the host that is asked, and every other byte is the origin's. {@code O} is
 * the origin, {@code C} its other server, {@code H} our host, {@code D} where the other server is on it.
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
                "<iframe allow=\"geolocation ~; camera 'self' ~\"></iframe>",
                "<iframe csp=\"img-src ~\"></iframe>",
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
