package io.heliograph.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R11: the URLs of style sheets, and nothing that only looks like one. */
class CssRewriterTest {

    private static String css(String sheet) {
        return Mirrored.on("text/css", Mirrored.PAGE, sheet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b:url(~)}",
                "a{b:URL( ~ )}",
                "a{b:url(\"~\")}",
                "a{b:url( '~' )}",
                "a{b:u\\72l(~)}",
                "a{b:\\75 \\72 l(~)}",
                "a{b:src(\"~\")}",
                "a{b:image-set(\"~\" 1x, url(~) 2x type('image/png'), '~' 3x)}",
                "a{b:-webkit-image-set(url(~) 1x)}",
                "@import \"~\" layer(x) supports(a:url(~));",
                "@import url(~) screen;",
                "@IMPORT'~';",
                "@font-face{src:url(~) format('woff2'),url('~')}",
                "a{b:url(~?x=\\)&y=1)}",
                "a{--b:url(~)}",
                "a{--b:\"~\",'~'}c{d:'https://www.example.org/'}",
                "a{--b:{x:\"~\"};c:'https://www.example.org/'}",
                "@document url-prefix(~){a{b:c}}",
                "a{b:cross-fade(url(~),url(~))}",
                "/* { url( */a{b:url(~)}",
                "a{b:'\\'url(';c:url(~)}",
                "a{b:'x\nc:url(~)}",
                "a{b:url(x y);c:url(~)}",
                "a{b:url(a(b);c:url(~)}",
                "@namespace url(https://www.example.org/ns);a{b:url(~)}",
                "@media(a){b{c:url(~",
                "/*# sourceMappingURL=~ */",
                "@import \"~\" layer(base.x) supports(display:grid) screen and (a);",
                "@import '~' layer;",
                "@import url(\"~\") supports(selector(a[href^='http']));",
                "a{b:image-set(\"~\" 1x type(\"image/png\"),\"~\" type('image/avif') 2x)}",
                "a{b:url(\"~\" crossorigin(anonymous) integrity('https://www.example.org/'))}",
                "@property --x{syntax:'<url>';inherits:false;initial-value:url(~)}",
                "@property --x{syntax:\"<string>\";inherits:true;initial-value:\"~\"}",
                "a{--b: ~;c:url(~)}",
                "a{--b:~}c{d:'https://www.example.org/'}",
                "a{--b:a ~ b, ~;--c:{d:~}}",
                "a{--b:url(~);--c:URL( '~' ) ~;d:url(~)}",
                "@container style(--b: ~){a{b:url(~)}}",
            })
    void url_isOnTheHost(String sheet) {
        assertThat(css(sheet.replace("~", "https://www.example.org/x")))
                .isEqualTo(sheet.replace("~", "https://news.example/x"));
        assertThat(css(sheet.replace("~", "//cdn.example.org/x")))
                .isEqualTo(sheet.replace("~", "//news.example/-/o/cdn.example.org/x"));
        assertThat(css(sheet.replace("~", "https://other.example/x")))
                .isEqualTo(sheet.replace("~", "https://other.example/x"));
    }

    /** Sheets mark links that lead away, and those that do not, by the beginning of their URLs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "a[href=\"https://www.example.org/\"]{} ~ a[href=\"https://news.example/\"]{}",
                "a:not([href ^= 'https://www.example.org/x' i]){} ~ a:not([href ^= 'https://news.example/x' i]){}",
                "img[src^='//cdn.example.org/']{} ~ img[src^='//news.example/-/o/cdn.example.org/']{}",
                "a[href*='www.example.org']{} ~ a[href*='news.example']{}",
                "a[href*='.example.org']{} ~ a[href*='news.example']{}",
                "a[href*='//example.org']{} ~ a[href*='//example.org']{}",
                "a[href*='cdn.example.org']{} ~ a[href*='news.example/-/o/cdn.example.org']{}",
                "[data-u='https:\\2f/www.example.org']{} ~ [data-u='https:\\2f/news.example']{}",
                "@media(a){[xlink|href^='https://www.example.org']{}} ~ @media(a){[xlink|href^='https://news.example']{}}",
            })
    void selector_findsWhatIsRewritten(String sheet, String rewritten) {
        assertThat(css(sheet)).isEqualTo(rewritten);
    }

    @Test
    void url_isRead_withItsEscapes() {
        assertThat(css("a{b:url(https\\3a //www\\.example\\00002eorg/\\78 \\)y)}"))
                .isEqualTo("a{b:url(https\\3a //news.example/\\78 \\)y)}");
        assertThat(css("a{b:url(\"https://www.exam\\\nple.org/x\")}"))
                .isEqualTo("a{b:url(\"https://news.example/x\")}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@namespace a url(https://www.example.org/);",
                "@namespace \"https://www.example.org/\";",
                "/* url(https://www.example.org/) */",
                "a{content:\"https://www.example.org/\"}",
                "a[title=\"https://www.example.org/\"]{b:c}",
                "a[href*=\"www.example.org.evil.example\"],a[href*='example.orgs'],a[href=www]{b:c}",
                "a[href^=http]:not([href*='other.example']){content:'www.example.org'}",
                "a{b:url(https://www.example.org/ x)}",
                "a{b:url(https://www.example.org.evil.example/)}",
                "@charset \"https://www.example.org/\";",
                "@namespace x \"https://www.example.org/\";@namespace url('https://www.example.org/x');",
                "@font-face{src:local(\"https://www.example.org/\") format('https://www.example.org/')}",
                "a:hover{b:c}https://www.example.org/x{d:e}",
            })
    void rest_isTheOrigins(String sheet) {
        assertThat(css(sheet)).isEqualTo(sheet);
    }

    @Test
    void sheet_ofAServerUnderAPath_keepsItsPath() {
        assertThat(Mirrored.on("text/css", Mirrored.CDN_PAGE, "@import '/a';a{b:url(/c);d:url(../../e)}"))
                .isEqualTo("@import '/-/o/cdn.example.org/a';a{b:url(/-/o/cdn.example.org/c);d:url(.././e)}");
    }
}
