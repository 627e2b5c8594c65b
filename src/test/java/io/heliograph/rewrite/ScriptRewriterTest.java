package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R11, and pitfalls 1 and 4: scripts get a literal map of hosts and nothing else. */
class ScriptRewriterTest {

    private static String script(String script) {
        return Mirrored.on("text/javascript", Mirrored.PAGE, script);
    }

    /** Browsers run what a script element names whatever type it has (Fetch, section 2.9). */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "", "text/html"})
    void script_isKnownByItsName_whereItsTypeTellsNothing(String type) {
        String script = "go('https://www.example.org/x')";
        String page = "https://www.example.org/lib/a.js?v=1";

        assertThat(Mirrored.on(type, page, script)).isEqualTo("go('https://news.example/x')");
        assertThat(Mirrored.on(type, page.replace(".js", ""), script)).isEqualTo(script);
        assertThat(Mirrored.on("image/png", page, script)).isEqualTo(script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "'https://www.example.org/x' ~ 'https://news.example/x'",
                "'https://www.example.org' ~ 'https://news.example'",
                "\"//www.example.org/x\" ~ \"//news.example/x\"",
                "`https://www.example.org${p}` ~ `https://news.example${p}`",
                "`https://www.example.org/${a}?u=${`//cdn.example.org/${b}`}` ~"
                        + " `https://news.example/${a}?u=${`//news.example/-/o/cdn.example.org/${b}`}`",
                "'https:\\/\\/www.example.org\\/x' ~ 'https:\\/\\/news.example\\/x'",
                "'\\/\\/cdn.example.org\\/x' ~ '\\/\\/news.example/-/o/cdn.example.org\\/x'",
                "'https:\\u002F\\u002Fwww.example.org\\u002Fx' ~ 'https:\\u002F\\u002Fnews.example\\u002Fx'",
                "'https\\x3A\\x2F\\x2Fwww.example.org' ~ 'https\\x3A\\x2F\\x2Fnews.example'",
                "'{\\\"u\\\":\\\"https:\\\\/\\\\/www.example.org\\\\/x\\\"}' ~ '{\\\"u\\\":\\\"https:\\\\/\\\\/news.example\\\\/x\\\"}'",
                "decodeURIComponent('https%3A%2F%2Fwww.example.org%2Fx') ~"
                        + " decodeURIComponent('https%3A%2F%2Fnews.example%2Fx')",
                "'<a href=\"https://www.example.org/x\">' ~ '<a href=\"https://news.example/x\">'",
                "'&lt;a href=&quot;https:&#x2F;&#x2F;www.example.org/x&quot;' ~ '&lt;a href=&quot;https:&#x2F;&#x2F;news.example/x&quot;'",
                "'a: https://www.example.org/1.jpg 1x, https://www.example.org/2.jpg 2x' ~"
                        + " 'a: https://news.example/1.jpg 1x, https://news.example/2.jpg 2x'",
                "'https://www.example.org/a,https://www.example.org/b' ~ 'https://news.example/a,https://news.example/b'",
                "'wss://www.example.org/s' ~ 'wss://news.example/s'",
                "'HTTPS://WWW.Example.ORG:443/x' ~ 'https://news.example/x'",
                "'https://b\u00fccher.example/x' ~ 'https://news.example/-/o/xn--bcher-kva.example/x'",
                "'See https://www.example.org.' ~ 'See https://news.example.'",
                "'\\nhttps://www.example.org/x' ~ '\\nhttps://news.example/x'",
                "a = b / c; d = 'https://www.example.org/x' / 2 ~ a = b / c; d = 'https://news.example/x' / 2",
                "if (a) /['\"]/.test('https://www.example.org/x') ~ if (a) /['\"]/.test('https://news.example/x')",
                "return /[/'\"]/.test('https://www.example.org/x') ~ return /[/'\"]/.test('https://news.example/x')",
                "x = a ? /\\// : 'https://www.example.org/x' ~ x = a ? /\\// : 'https://news.example/x'",
                "(a + b) / c + '//www.example.org/x' / d ~ (a + b) / c + '//news.example/x' / d",
                "//# sourceMappingURL=https://www.example.org/x.map ~ //# sourceMappingURL=https://news.example/x.map",
                "import'https://www.example.org/x' ~ import'https://news.example/x'",
                "s + '://www.example.org/x' ~ s + '://news.example/x'",
                "s + \":\\/\\/cdn.example.org\" ~ s + \":\\/\\/news.example/-/o/cdn.example.org\"",
                "`${s}://cdn.example.org/${x}` ~ `${s}://news.example/-/o/cdn.example.org/${x}`",
            })
    void literal_isOnTheHost(String script, String rewritten) {
        assertThat(script(script)).isEqualTo(rewritten);
        assertThat(script("var a=1;" + script + ";b()")).isEqualTo("var a=1;" + rewritten + ";b()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://www.example.org.evil.example/'",
                "'https://www.example.org\\.evil'",
                "'https://a.www.example.org/'",
                "'https://evil-www.example.org/'",
                "'https://www.example.org-x.example/'",
                "'https://www.example.org:8443/'",
                "'https://www.example.org:' + port",
                "`https://www.example.org:${port}/`",
                "`https://www.example.org.${tld}/`",
                "`https://${sub}.www.example.org/`",
                "'https://user:pw@www.example.org/'",
                "'https://www.example.org@evil.example/'",
                "'https://www.example.org:pw@evil.example/'",
                "'https://web.archive.example/web/https://www.example.org/x'",
                "'https://share.example/?u=https://www.example.org/x'",
                "'https://share.example/?u=https%3A%2F%2Fwww.example.org%2Fx'",
                "'/oembed?url=https%3A%2F%2Fwww.example.org%2Fx'",
                "'ftp://www.example.org/'",
                "'xhttps://www.example.org/'",
                "'see www.example.org'",
                "'a.www.example.org'",
                "'example.org'",
                "'www.example.org:8443'",
                "'www.example.org/x'",
                "'b=1; domain=evil.example'",
                "'https://www.example.org\\u0430/x'",
                "'https://www.example.org\\x2eevil.example/x'",
                "'\\x68ttps://user@www.example.org/x'",
                "x.location.hostname == 'example.org.evil'",
                "'a//www.example.org/x'",
                "'a://www.example.org/x'",
                "'://user@www.example.org/x'",
                "'https://www.example.orgb\u00fc/'",
                "/https:\\/\\/www.example.org\\//.test(x)",
                "x.replace(/\\/\\/www.example.org/, '')",
                "x = [/\"\\/\\/www.example.org/]",
            })
    void rest_isTheOrigins(String script) {
        assertThat(script(script)).isEqualTo(script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "'\\x68ttps://www.example.org/x' ~ 'https://news.example/x'",
                "'\\u0068ttps:\\/\\/www.example.org' ~ 'https:\\/\\/news.example'",
                "'\\u{68}ttp://www.example.org/x' ~ 'https://news.example/x'",
                "'\\150ttps://www.example.org/x' ~ 'https://news.example/x'",
                "'https://www\\x2eexample\\u002eorg/x' ~ 'https://news.example/x'",
                "'https:\\x2f\\x2f\\x77ww.example.org\\x2fx' ~ 'https:\\x2f\\x2fnews.example\\x2fx'",
                "'\\x68\\x74\\x74\\x70\\x73\\x3a\\x2f\\x2f\\x77\\x77\\x77\\x2e\\x65\\x78\\x61\\x6d\\x70\\x6c\\x65\\x2e\\x6f\\x72\\x67' ~"
                        + " 'https\\x3a\\x2f\\x2fnews.example'",
                "'https://b\\u00fccher.example/x' ~ 'https://news.example/-/o/xn--bcher-kva.example/x'",
                "'https://B\\xDCcher.example/x' ~ 'https://news.example/-/o/xn--bcher-kva.example/x'",
                "'{\"u\":\"https:\\\\/\\\\/b\\\\u00fccher.example\\\\/x\"}' ~"
                        + " '{\"u\":\"https:\\\\/\\\\/news.example/-/o/xn--bcher-kva.example\\\\/x\"}'",
                "`\\x68ttps:\\u002f\\u002Fwww\\x2eexample.org\\/${x}` ~ `https:\\u002f\\u002Fnews.example\\/${x}`",
                "`${a}\\n<a href=\"\\u{68}ttps://www.example.org/x\">` ~ `${a}\\n<a href=\"https://news.example/x\">`",
                "`https://b\\u00fccher.example/${x}` ~ `https://news.example/-/o/xn--bcher-kva.example/${x}`",
            })
    void literal_isFoundBehindEscapes(String script, String rewritten) {
        assertThat(script(script)).isEqualTo(rewritten);
        assertThat(script("var a='\\n',b=/'/;" + script + ";b('\\\\')"))
                .isEqualTo("var a='\\n',b=/'/;" + rewritten + ";b('\\\\')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\u0001',
            value = {
                "'https://' + 'www.example.org' + '/x' ~ 'https://' + 'mirror.example:8080' + '/x'",
                "'http:\\/\\/' + 'cdn.example.org/x' + y ~ 'http:\\/\\/' + 'mirror.example:8080/-/o/cdn.example.org/x' + y",
                "'a' + 'cdn.example.org/x' ~ 'a' + 'cdn.example.org/x'",
                "h = \"cdn.example.org\" ~ h = \"mirror.example:8080/-/o/cdn.example.org\"",
                "['https:', '', 'www.example.org:443'].join('/') ~ ['https:', '', 'mirror.example:8080'].join('/')",
                "location.host === 'www.example.org' ~ location.host === 'mirror.example:8080'",
                "[location.hostname == 'www.example.org', 'www.example.org' == location.host] ~"
                        + " [location.hostname == 'mirror.example', 'mirror.example:8080' == location.host]",
                "[location.host == 'www.example.org', 'www.example.org' == url.hostname.toLowerCase()] ~"
                        + " [location.host == 'mirror.example:8080', 'mirror.example' == url.hostname.toLowerCase()]",
                "'cdn.example.org' != u.host ~ 'mirror.example:8080' != u.host",
                "location.hostname!='WWW.example.org' ~ location.hostname!='mirror.example'",
                "if ('www.example.org' == location.hostname) a() ~ if ('mirror.example' == location.hostname) a()",
                "['www.example.org'].includes(location.hostname) ~ ['mirror.example'].includes(location.hostname)",
                "location.hostname.endsWith('.example.org') ~ location.hostname.endsWith('mirror.example')",
                "document.domain = 'example.org' ~ document.domain = 'mirror.example'",
                "switch(location.hostname){case 'www.example.org':b()} ~ switch(location.hostname){case 'mirror.example':b()}",
                "switch(location.host){case 'www.example.org':b()} ~ switch(location.host){case 'mirror.example:8080':b()}",
                "e.origin === 'https://cdn.example.org' ~ e.origin === 'http://mirror.example:8080'",
                "['https://cdn.example.org'].indexOf(e.origin) ~ ['http://mirror.example:8080'].indexOf(e.origin)",
                "o = 'https://cdn.example.org' ~ o = 'http://mirror.example:8080/-/o/cdn.example.org'",
                "document.cookie = 'a=1; domain=.example.org; path=/' ~ document.cookie = 'a=1; domain=mirror.example; path=/'",
                "document.cookie = `a=${b};Domain=www.example.org` ~ document.cookie = `a=${b};Domain=mirror.example`",
                "document.cookie = 'a=1;domain=' + 'example.org' ~ document.cookie = 'a=1;domain=' + 'mirror.example'",
            })
    void hostAlone_isTheOneThatIsAsked(String script, String rewritten) {
        Rewritten page = Mirrored.rewritten("text/javascript", Mirrored.PAGE, script.getBytes(UTF_8));
        assertThat(new String(page.body().on(Mirrored.OTHER_HOST), UTF_8)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "import a,{b} from\"/m.js\" ~ import a,{b} from\"/-/o/cdn.example.org/m.js\"",
                "import\"../../m.js\";x(\"/n\") ~ import\".././m.js\";x(\"/n\")",
                "export * from \"/m.js\";a=\"/n\" ~ export * from \"/-/o/cdn.example.org/m.js\";a=\"/n\"",
                "a=import ( \"/m.js\" ) ~ a=import ( \"/-/o/cdn.example.org/m.js\" )",
                "importScripts(\"/m.js\") ~ importScripts(\"/-/o/cdn.example.org/m.js\")",
                "import\"https://cdn.example.org/m.js\" ~ import\"https://news.example/-/o/cdn.example.org/m.js\"",
                "Array.from(\"/m.js\") ~ Array.from(\"/m.js\")",
                "from;\"/m.js\" ~ from;\"/m.js\"",
            })
    void module_staysBelowTheOriginsPath(String script, String rewritten) {
        assertThat(Mirrored.on("text/javascript", Mirrored.CDN_PAGE, script)).isEqualTo(rewritten);
        assertThat(script(script.replace("https://cdn.example.org/m.js", "/m.js")))
                .isEqualTo(script.replace("https://cdn.example.org/m.js", "/m.js"));
    }
}
