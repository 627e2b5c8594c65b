package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 2397: a document in a URL is one like any other, wherever the URL stands. */
class DataUrlTest {

    private static final String O = "https://www.example.org/x";
    private static final String H = "https://news.example/x";

    private static String html(String html) {
        return Mirrored.on("text/html; charset=utf-8", Mirrored.PAGE, html);
    }

    private static String css(String sheet) {
        return Mirrored.on("text/css", Mirrored.PAGE, sheet);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src=\"data:text/html,<a href='~'>\"></iframe>",
                "<iframe src='data:text/html;charset=utf-8,%3Cimg%20src%3D%22~%22%3E'></iframe>",
                "<link rel=stylesheet href=\"data:text/css,a%7Bb%3aurl(~)%7d@import%20'~'\">",
                "<embed src=\"data:image/svg+xml,%3csvg%3E%3Cuse%20href='~'/%3E%3C/svg%3E\">",
                "<script src=\"data:text/javascript,import'~'\"></script>",
                "<iframe src=\"\ndata:text/html,<a href='~'>\"></iframe>",
                "<object data=\"DATA:text/html,<a href='~'>\"></object>",
                "<link rel=stylesheet href=\"data:text/css,@import 'data:text/css,a%257bb:url(~)%257d'\">",
                "<p style=\"background:url(&quot;data:image/svg+xml,<svg><image href='~'/></svg>&quot;)\">",
                "<iframe srcdoc=\"<link rel=stylesheet href='data:text/css,a{b:url(~)}'>\">",
            })
    void document_inAPage_isThatOfTheHost(String page) {
        assertThat(html(page.replace("~", O))).isEqualTo(page.replace("~", H));
        assertThat(html(page.replace("~", "/x"))).isEqualTo(page.replace("~", "/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b:url(\"data:image/svg+xml,<svg><image href='~'/></svg>\")}",
                "a{b:url('data:image/svg+xml;charset=utf8,%3Csvg%3E%3Cimage href=%22~%22/%3E%3C/svg%3E')}",
                "a{b:url(data:image/svg+xml,%3Csvg%3E%3Cuse%20xlink:href=%22~%22/%3E%3C/svg%3E)}",
                "@import 'data:text/css,@import url(~);';",
                "@import url(data:text/css,a%7Bb:url%28~%29%7D);",
                "a{--x:url(\"data:text/html,<a href='~'>\")}",
            })
    void document_inASheet_isThatOfTheHost(String sheet) {
        assertThat(css(sheet.replace("~", O))).isEqualTo(sheet.replace("~", H));
        assertThat(css(sheet.replace("~", "/x"))).isEqualTo(sheet.replace("~", "/x"));
    }

    @Test
    void address_behindItsPercents_isThatOfTheHost() {
        String sheet = "@import 'data:text/css," + percent("@import '") + "~" + percent("';") + "'";

        assertThat(css(sheet.replace("~", percent(O)))).isEqualTo(sheet.replace("~", "https%3A%2F%2Fnews.example%2Fx"));
    }

    @Test
    void document_inBase64_isThatOfTheHost() {
        String page = "<iframe src=\"data:text/html;charset=utf-8;base64,~\">";
        String coded = base64("<a href='" + O + "'>\u00e4</a>");

        assertThat(html(page.replace("~", coded)))
                .isEqualTo(page.replace("~", base64("<a href='" + H + "'>\u00e4</a>")));
        assertThat(html(page.replace("~", base64("<a href=/x>")))).isEqualTo(page.replace("~", base64("<a href=/x>")));
        assertThat(html(page.replace("~", "no base64!"))).isEqualTo(page.replace("~", "no base64!"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a{b:url(data:image/svg+xml;base64,#)} ~ <svg><image href='%s'/></svg>",
                "@import \"data:text/css;base64,#\"; ~ a{b:url(%s)}",
            })
    void document_inBase64_inASheet_isThatOfTheHost(String sheet, String document) {
        assertThat(css(sheet.replace("#", base64(document.formatted(O)))))
                .isEqualTo(sheet.replace("#", base64(document.formatted(H))));
    }

    @Test
    void sheet_inASheet_isLeft_whereThereAreTooMany() {
        // Given
        String sheet = "a{b:url(" + O + ")}";
        for (int i = 0; i < 12; i++) {
            sheet = "@import \"data:text/css," + percent(sheet) + "\";";
        }

        // Then: it ends, and what is not read is as it was.
        assertThat(css(sheet)).isEqualTo(sheet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b:url(data:image/png;base64,iVBORw0KGgo=)}",
                "@namespace url(data:text/css,https://www.example.org/x);",
                "a{b:url(data:)}c{d:url(data:text/css)}e{f:url('data:text/css;base64')}",
            })
    void rest_isTheOrigins(String sheet) {
        assertThat(css(sheet)).isEqualTo(sheet);
    }
}
