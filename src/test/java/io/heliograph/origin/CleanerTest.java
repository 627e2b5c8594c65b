package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Host;
import io.heliograph.article.Href;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays of an article's HTML, and where its links lead. */
class CleanerTest {

    static final Cleaner.Links LINKS = new EntryLinks(
            URI.create("https://origin.example/2026/ferry"),
            List.of(Host.parse("https://news.example"), Host.parse("http://mirror.example:8080")));

    /* ---------------- Structure ---------------- */

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Text with <em>some</em> <strong>words</strong>, <code>code</code> and <sub>sub</sub>.</p>",
                "<pre>line one\n  line two\n\n\ttab &lt;tag&gt;\n</pre>",
                "<pre>\n\nbegins with an empty line</pre>",
                "<pre><code>a\n b\n  c</code></pre>",
                "<ul><li>one<ul><li>two<ol><li>three</li></ol></li></ul></li><li>four</li></ul>",
                "<ol start=\"5\" reversed type=\"a\"><li value=\"3\">x</li></ol>",
                "<dl><dt>term</dt><dd>meaning</dd></dl>",
                "<table><caption>Tides</caption><colgroup><col span=\"2\"></colgroup><thead><tr><th scope=\"col\">a</th>"
                        + "<th colspan=\"2\" rowspan=\"1\">b</th></tr></thead><tbody><tr><td headers=\"a\">1</td><td>2</td>"
                        + "</tr></tbody><tfoot><tr><td>sum</td></tr></tfoot></table>",
                "<h2>Two</h2><h3>Three</h3><h6>Six</h6>",
                "<blockquote><p>Quoted</p></blockquote><hr><p>a<br>b</p>",
                "<details open><summary>More</summary><p>Less</p></details>",
                "<p dir=\"rtl\" lang=\"ar\" title=\"x\">\u0645\u0631\u062d\u0628\u0627</p>",
                "<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
                "<p>H<sub>2</sub>O, <abbr title=\"et cetera\">etc.</abbr>, <kbd>Ctrl</kbd>, <time datetime=\"2026\">2026</time></p>",
                "<p><ins datetime=\"2026-11-23\">new</ins> <del>old</del> <s>gone</s> <mark>seen</mark></p>",
                "Words &amp; &lt;signs&gt; \u20ac \ud83d\ude00 &#xa0; \u2028x"
            })
    void structure_survivesAsItIs(String html) {
        assertThat(clean(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>One</h1>                          | <h2>One</h2>",
                "<p>One<p>Two                          | <p>One</p><p>Two</p>",
                "<ul><li>1<li>2</ul>                   | <ul><li>1</li><li>2</li></ul>",
                "<table><tr><td>1<td>2</table>         | <table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
                "<center><font color=red>x</font></center> | x",
                "<article><main><p>x</p></main></article>  | <p>x</p>",
                "<p style='color:red' class=x id=y>x</p>   | <p>x</p>",
                "<b>bold <i>both</b> italic</i>        | <b>bold <i>both</i></b><i> italic</i>",
                "AT&T &copy; &nbsp;                    | AT&amp;T \u00a9 &#xa0;",
                "<p></p><p> </p><div><p></p></div>x    | x",
                "<figure></figure>x                    | x",
                "<p><br></p>x                          | <p><br></p>x",
                "<!-- more --><p>x</p>                 | <p>x</p>",
                "<![CDATA[<p>x</p>]]>                  | <p>x</p>",
                "<p>x</p></body></html>                | <p>x</p>",
                "<html><head><title>T</title></head><body><p>x</p></body></html> | T<p>x</p>"
            })
    void looseHtml_isMadeProper(String html, String expected) {
        assertThat(clean(html)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nb', 'a\nb'", "'a\rb', 'a\nb'", "'a\n\rb', 'a\n\nb'"})
    void lineEndsInCode_areKept(String code, String expected) {
        assertThat(clean("<pre>" + code + "</pre>")).isEqualTo("<pre>" + expected + "</pre>");
    }

    @Test
    void illegalCharacters_areDropped() {
        assertThat(clean("<p>a\u0000b\u0003c\u0085d\ufffee\ufffdf\ud800g\u200dh</p>"))
                .isEqualTo("<p>abc\ndefg\u200dh</p>");
    }

    @Test
    void emptyHtml_isEmpty() {
        assertThat(clean("")).isEmpty();
        assertThat(clean("  \n ")).isEmpty();
    }

    /* ---------------- Links ---------------- */

    @ParameterizedTest
    @CsvSource({
        "other,                            https://origin.example/2026/other",
        "/other,                           https://origin.example/other",
        "?p=1,                             https://origin.example/2026/ferry?p=1",
        "#part,                            https://origin.example/2026/ferry#part",
        "//cdn.example/x,                  https://cdn.example/x",
        "HTTPS://Other.Example/X,          https://other.example/X",
        "https://other.example/a b,        https://other.example/a%20b",
        "https://other.example/?a=1&b=2,   https://other.example/?a=1&amp;b=2",
        "https://other.example/?a=1&amp;b=2, https://other.example/?a=1&amp;b=2",
        "mailto:ann@news.example,          mailto:ann@news.example",
        "MAILTO:ann@news.example,          MAILTO:ann@news.example",
        "tel:+49-30-1234,                  tel:+49-30-1234",
        "https://news.example/own?x=1#y,   {open}/own?x=1#y",
        "http://news.example/own,          {open}/own",
        "https://NEWS.example,             {open}/",
        "https://news.example:443/own,     {open}/own",
        "http://news.example:80/own,       {open}/own",
        "//mirror.example:8080/own,        {open}/own",
        "http://mirror.example/own,        http://mirror.example/own",
        "https://news.example:8443/own,    https://news.example:8443/own",
        "https://news.example//evil.example/x, https://news.example//evil.example/x",
        "https://user@news.example/own,    https://user@news.example/own",
        "https://news.example.evil.example/, https://news.example.evil.example/"
    })
    void link_isResolvedAndAnOwnOneHasItsHostOpen(String link, String target) {
        assertThat(clean("<a href=\"" + link + "\">x</a>"))
                .isEqualTo("<a href=\"" + target.replace("{open}", String.valueOf(Href.OPEN_HOST)) + "\">x</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>x</a>",
                "<a name=x>x</a>",
                "<a href=''>x</a>",
                "<a href='javascript:x'>x</a>",
                "<a href='ftp://a.example/'>x</a>"
            })
    void linkThatLeadsNowhere_leavesItsWords(String html) {
        assertThat(clean("<p>" + html + "</p>")).isEqualTo("<p>x</p>");
    }

    @Test
    void ownLinks_areCleanedIntoThemselves() {
        String once = clean("<a href='https://news.example/own'>x</a><img src='/p.jpg'>");

        String twice = clean(once.replace(String.valueOf(Href.OPEN_HOST), "https://news.example"));

        assertThat(twice).isEqualTo(once);
    }

    /* ---------------- Size ---------------- */

    @Test
    void longBody_isCutAtItsEnd() {
        String html = clean("<p>" + "x".repeat(Cleaner.LONGEST + 1000) + "</p>");

        assertThat(html).hasSize(Cleaner.LONGEST + 4).startsWith("<p>xxx").endsWith("xxx</p>");
    }

    @Test
    void bodyOfManyTags_isCutAtItsEnd() {
        String html = clean("<i>x</i>".repeat(Cleaner.MOST_TAGS + 10));

        assertThat(html).isEqualTo("<i>x</i>".repeat(Cleaner.MOST_TAGS));
    }

    @Test
    void markupThatMultiplies_leavesItsWords() {
        String bold = "<b title=" + "x".repeat(50_000) + ">";

        Cleaner.Cleaned cleaned = Cleaner.clean("<p>" + bold + "</p>" + "<p>word ".repeat(1000), LINKS);

        assertThat(cleaned.html()).isEqualTo("<p>" + "word ".repeat(1000).strip() + "</p>");
    }

    /* ---------------- Words ---------------- */

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>two &amp; <b>three</b></p> | One two & three",
                "<script>x()</script>y                 | y",
                "<style>p{}</style>y                   | y",
                "a &#1; b                              | a b",
                "<![CDATA[x]]>                         | x"
            })
    void words_areWhatIsReadAloud(String html, String words) {
        assertThat(Cleaner.words(html)).isEqualTo(words);
    }

    static String clean(String html) {
        return Cleaner.clean(html, LINKS).html();
    }
}
