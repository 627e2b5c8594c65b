package io.heliograph.page;

import static io.heliograph.article.SampleArticle.AUTHORITY;
import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.SamplePages.articlePage;
import static io.heliograph.page.SamplePages.errorPage;
import static io.heliograph.page.SamplePages.feedsPage;
import static io.heliograph.page.SamplePages.frontPage;
import static io.heliograph.page.SamplePages.mirrorsPage;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.sectionPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Facet;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Site;
import io.heliograph.article.Text;
import io.heliograph.feed.Samples;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageEscapingTest {

    static Stream<String> attacks() {
        return Stream.concat(
                Samples.nasty(),
                Stream.of(
                        "\"><script>alert(1)</script>",
                        "'><script>alert(1)</script>",
                        "</title><script>alert(1)</script>",
                        "</textarea></style></script><img src=x onerror=alert(1)>",
                        "\" onmouseover=\"alert(1)",
                        "' onmouseover='alert(1)",
                        "`${alert(1)}`",
                        "{{constructor.constructor('alert(1)')()}}",
                        "@if(true)x@endif $unsafe{x} !{x}",
                        "<!--><script>alert(1)</script>-->",
                        "a\u0000b\u0001c\u2028d\u2029e"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void everyField_isText_andNothingElse(String attack) {
        // Given
        String text = Text.line(attack);
        Site site = new Site(
                "bay",
                attack,
                attack,
                "en",
                AUTHORITY,
                ZoneId.of("UTC"),
                List.of(Host.parse(NEWS), Host.parse(MIRROR)));
        Facet section = SamplePages.section("x " + attack);
        Article article = SampleArticle.allOf(attack)
                .section("x " + attack)
                .html("<p class=\"body\">Text</p>")
                .media(new Media(
                        Media.Kind.VIDEO,
                        attack,
                        Duration.ofMinutes(1),
                        List.of(new Rendition(Href.own("/media/a.mp4"), attack, 0, 0, 0, 0)),
                        List.of(new Caption(Href.own("/media/a.vtt"), "text/vtt", "x" + attack))))
                .live(new Live(attack, List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        Document page = parse(articlePage(site, article));
        Document front = parse(frontPage(site, List.of(article), List.of(new Shelf(section, List.of(article)))));
        Document sectionPage = parse(sectionPage(site, section, List.of(article)));
        List<Document> all = List.of(
                page,
                front,
                sectionPage,
                parse(feedsPage(site, List.of(section))),
                parse(mirrorsPage(site)),
                parse(errorPage(site, 404)));

        // Then
        assertThat(page.selectFirst("h1").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst("h1 + p").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst("meta[name=description]").attr("content")).isEqualTo(text);
        assertThat(page.selectFirst("meta[property=og:image:alt]").attr("content"))
                .isEqualTo(text);
        assertThat(page.selectFirst("figcaption").wholeText()).isEqualTo(text + " " + text);
        assertThat(page.selectFirst("figcaption small").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst(".byline").wholeText()).isEqualTo("By " + text);
        assertThat(page.select(".topics li").eachText()).hasSize(text.isEmpty() ? 1 : 2);
        assertThat(page.select(".topics li").last().wholeText()).isEqualTo("second " + text);
        assertThat(page.select("source").last().attr("type")).isEqualTo(text);
        // A language that is none is not told.
        assertThat(page.selectFirst("track").attr("srclang")).matches("[A-Za-z0-9-]+");
        assertThat(page.select("main nav.crumbs li").get(1).wholeText()).isEqualTo(section.name());
        assertThat(front.selectFirst("h1").wholeText()).isEqualTo(text);
        assertThat(front.selectFirst("h1 + p").wholeText()).isEqualTo(text);
        assertThat(sectionPage.selectFirst("h1").wholeText()).isEqualTo(section.name());
        for (Document document : all) {
            assertThat(
                            document.select(
                                    "script:not([type=application/ld+json]), [onmouseover], [onerror], textarea, style, img[src=x]"))
                    .isEmpty();
            assertThat(document.select("body > header > p").first().wholeText()).isEqualTo(text);
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("[href]:not(.skip, [href^=feed:]), [src]").stream()
                            .flatMap(e ->
                                    Stream.of("href", "src").filter(e::hasAttr).map(e::attr)))
                    .allMatch(Href::absolute);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a\"><script>alert(1)</script>",
        "/a'b",
        "/a&amp;b&lt;",
        "/{{a}}${b}",
    })
    void path_isEscaped_whereverItStands(String path) {
        // Given: a path is normalised before; here it is not.
        Article article = titled("T").path(path).article();

        // When
        Document page = parse(articlePage(site(), article));
        Document front = parse(frontPage(site(), List.of(article), List.of()));

        // Then
        assertThat(page.select("script:not([type=application/ld+json])")).isEmpty();
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(NEWS + path);
        assertThat(page.select("footer section li a").eachText())
                .containsExactly(NEWS + path, MIRROR + path, LOCAL + path);
        assertThat(front.selectFirst("main .lead h2 a").attr("href")).isEqualTo(NEWS + path);
    }
}
