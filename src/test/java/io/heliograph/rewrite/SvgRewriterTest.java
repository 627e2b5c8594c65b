package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R9 and R12: what pictures of SVG name, in a page and as documents of their own, over servers. */
class SvgRewriterTest {

    private static final String NAMESPACES =
            " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private static String svg(String page, String picture) {
        return Mirrored.on("image/svg+xml", page, picture);
    }

    private static String html(String page) {
        return Mirrored.on("text/html; charset=utf-8", Mirrored.PAGE, page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<use href=\"~#a\"/>",
                "<use xlink:href='~#a'/>",
                "<image href=\"~\" xlink:href=\"~\"/>",
                "<filter id=\"f\"><feImage href=\"~\"/><feImage xlink:href=\"~#a\"/></filter>",
                "<rect fill=\"url(~#p)\" stroke=\"url('~#q') red\"/>",
                "<rect mask=\"url(~#m)\" clip-path=\"url(~#c)\" filter=\"url(~#f) blur(2px)\"/>",
                "<path marker-start=\"url(~#a)\" marker-mid=\"url(~#b)\" marker-end=\"url(~#c)\"/>",
                "<rect style=\"fill:url(~#p);mask:url(&quot;~#m&quot;)\"/>",
                "<linearGradient id=\"l\" href=\"~#g\"/><radialGradient xlink:href=\"~#g\"/><pattern href=\"~#p\"/>",
                "<text><textPath href=\"~#t\">a</textPath></text><animateMotion><mpath xlink:href=\"~#m\"/></animateMotion>",
                "<a><set attributeName=\"href\" to=\"~\"/><animate attributeName=\"xlink:href\" values=\"~;~\"/></a>",
                "<style>rect{fill:url(~#p);mask-image:url(~)}</style>",
                "<style><![CDATA[rect{fill:url(~#p)}]]></style>",
                "<style>a{b:c}<![CDATA[rect>a{fill:url(~#p)}]]>d{e:url(~)}</style>",
                "<script>go(\"~\")</script>",
                "<script><![CDATA[if(1<2&&3>2){go(\"~\")}]]></script>",
                "<script href=\"~\"/>",
                "<script type=\"text/ecmascript\" xlink:href=\"~\"/>",
                "<title><![CDATA[a > b <x href=\"https://www.example.org/\"> c]]></title><image href=\"~\"/>",
                "<desc><![CDATA[<!-- <style>]]></desc><image href=\"~\"/>",
                "<foreignObject><p><a href=\"~\"><img src=\"~\" srcset=\"~ 2x\"/></a></p></foreignObject>",
                "<font-face-uri href=\"~\"/><cursor href=\"~\"/><view href=\"~\"/>",
            })
    void url_isOnTheHost(String content) {
        String picture = "<svg" + NAMESPACES + ">" + content + "</svg>";

        for (String[] pair : new String[][] {
            {"https://www.example.org/x", "https://news.example/x"},
            {"https://cdn.example.org/x", "https://news.example/-/o/cdn.example.org/x"},
            {"https://other.example/x", "https://other.example/x"},
        }) {
            assertThat(svg(Mirrored.PAGE, picture.replace("~", pair[0]))).isEqualTo(picture.replace("~", pair[1]));
            assertThat(html("<p>" + picture.replace("~", pair[0]))).isEqualTo("<p>" + picture.replace("~", pair[1]));
        }
    }

    /** Root-relative references of a picture on the further server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<use href=\"~#a\"/><image xlink:href=\"~\"/><feImage href=\"~\"/>",
                "<rect fill=\"url(~#p)\" mask=\"url(~#m)\" style=\"stroke:url('~#s')\"/>",
                "<style>rect{fill:url(~#p)}</style><style><![CDATA[a{b:url(~)}]]></style>",
                "<a><set attributeName=\"href\" to=\"~\"/><animate attributeName='xlink:href' from=\"~\" values=\"~; ~\"/></a>",
                "<script href=\"~\"/><linearGradient href=\"~#g\"/>",
            })
    void picture_ofAServerUnderAPath_keepsItsPath(String content) {
        String picture = "<svg" + NAMESPACES + ">" + content + "</svg>";

        assertThat(svg(Mirrored.CDN_PAGE, picture.replace("~", "/x")))
                .isEqualTo(picture.replace("~", "/-/o/cdn.example.org/x"));
        assertThat(svg(Mirrored.CDN_PAGE, picture.replace("~", "#x"))).isEqualTo(picture.replace("~", "#x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:image l:href=\"~\"/>",
                "<x:use l:href='~#a'/>",
            })
    void name_hasWhateverPrefix(String content) {
        String picture = "<x:svg xmlns:x=\"http://www.w3.org/2000/svg\" xmlns:l=\"http://www.w3.org/1999/xlink\">"
                + content + "</x:svg>";

        assertThat(svg(Mirrored.CDN_PAGE, picture.replace("~", "/x")))
                .isEqualTo(picture.replace("~", "/-/o/cdn.example.org/x"));
    }

    /** HTML Standard, markup declaration open state: the current node decides, and a title of SVG is no element of HTML. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "<svg><title><![CDATA[ > <img src=\"@\"> ]]></title></svg><img src=\"@\"> ~ 1",
                "<svg><desc><![CDATA[ > <img src=\"@\"> ]]></desc></svg><img src=\"@\"> ~ 1",
                "<svg><foreignObject><![CDATA[ > <img src=\"@\"> ]]></foreignObject></svg><img src=\"@\"> ~ 1",
                "<math><mi><![CDATA[ > <img src=\"@\"> ]]></mi></math><img src=\"@\"> ~ 1",
                "<svg><desc><p></p><br><![CDATA[ > <img src=\"@\"> ]]></desc></svg><img src=\"@\"> ~ 1",
                "<svg><desc><p><![CDATA[ > <img src=\"@\"> ]]></p></desc></svg><img src=\"@\"> ~ 2",
                "<svg><desc><svg></svg><b><![CDATA[ > <img src=\"@\"> ]]></b></desc></svg><img src=\"@\"> ~ 2",
                "<p><![CDATA[ > <img src=\"@\"> ]]><img src=\"@\"> ~ 2",
            })
    void cdata_isText_whereTheElementIsForeign(String page, int pictures) {
        // When
        String mirrored = html(page.replace("@", "https://www.example.org/x"));

        // Then
        assertThat(mirrored.split("https://news.example/x", -1)).hasSize(pictures + 1);
    }
}
