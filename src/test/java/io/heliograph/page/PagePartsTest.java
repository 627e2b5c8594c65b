package io.heliograph.page;

import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.SamplePages.CAFE;
import static io.heliograph.page.SamplePages.HARBOUR;
import static io.heliograph.page.SamplePages.PAGES;
import static io.heliograph.page.SamplePages.articlePage;
import static io.heliograph.page.SamplePages.bare;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.rich;
import static io.heliograph.page.SamplePages.searchPage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Fingerprint;
import io.heliograph.article.Selection;
import io.nayuki.qrcodegen.QrCode;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePartsTest {

    /* ---------------- Lists ---------------- */

    @ParameterizedTest
    @CsvSource({"1, 1, ''", "1, 2, 1 2 Older", "2, 2, Newer 1 2", "5, 12, Newer 1 \u2026 3 4 5 6 7 \u2026 12 Older"})
    void paging_leadsToNeighboursAndEnds(int number, int pages, String expected) {
        // When
        Document page = parse(PAGES.listing(
                bare(site()), new Listing(HARBOUR, List.of(titled("T").article()), number, pages)));

        // Then
        assertThat(page.select(".paging").text()).isEqualTo(expected);
        assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo(NEWS + "/sections/harbour" + (number == 1 ? "" : "?page=" + number));
        assertThat(page.select("a[rel=next]").eachAttr("href"))
                .isEqualTo(number == pages ? List.of() : List.of(NEWS + "/sections/harbour?page=" + (number + 1)));
        assertThat(page.select("a[rel=prev]").eachAttr("href"))
                .isEqualTo(
                        number == 1
                                ? List.of()
                                : List.of(NEWS + "/sections/harbour" + (number == 2 ? "" : "?page=" + (number - 1))));
    }

    @Test
    void languagePage_isCalledByTheLanguagesOwnName() {
        Document page = parse(PAGES.listing(
                bare(site()), new Listing(new Facet(new Selection.InLanguage("fr"), "fr", 2), List.of(), 1, 1)));

        assertThat(page.selectFirst("h1").text()).isEqualTo("Fran\u00e7ais");
        assertThat(page.selectFirst("h1").attr("lang")).isEqualTo("fr");
        assertThat(page.selectFirst(".kicker").text()).isEqualTo("Language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"><script>alert(1)</script>", "a\u0001b\u0002c\u0003d\u0004e\u000ef", "{0} '{'", "a&b=c#d"})
    void search_saysWhatWasAsked_asTextAlone(String query) {
        // When
        Document page = Jsoup.parse(new String(
                PAGES.search(bare(site()), new Results(query, List.of(), 7, 1, 2))
                        .slotted()
                        .on(NEWS),
                UTF_8));

        // Then
        String asked = query.replaceAll("[\u0001-\u000e]", "");
        assertThat(page.selectFirst("#ask").attr("value")).isEqualTo(asked);
        assertThat(page.selectFirst(".count").text()).isEqualTo("7 articles were found for \u201c" + asked + "\u201d.");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.selectFirst("a[rel=next]").attr("href"))
                .startsWith(NEWS + "/search?q=")
                .endsWith("&page=2");
    }

    @Test
    void search_withoutAFind_givesAdvice() {
        assertThat(parse(searchPage(site(), "zzz", List.of())).text())
                .contains("Nothing was found for \u201czzz\u201d.", "Try fewer words");
        assertThat(parse(searchPage(site(), "", List.of())).text()).doesNotContain("found");
    }

    @Test
    void missing_offersSearchAndNeighbours() {
        Document page = parse(PAGES.missing(
                bare(site()),
                "great tide",
                List.of(titled("The tide").path("/tide").article())));

        assertThat(page.selectFirst("#ask").attr("value")).isEqualTo("great tide");
        assertThat(page.selectFirst("form.ask").attr("action")).isEqualTo(NEWS + "/search");
        assertThat(page.select("main li h3 a").eachAttr("href")).containsExactly(NEWS + "/tide");
    }

    /* ---------------- Languages ---------------- */

    @Test
    void words_areMarked_whereTheSiteSpeaksAnotherLanguage() {
        Document page = parse(articlePage(site("he", NEWS), rich().article()));

        assertThat(page.selectFirst(".tools a span").attr("lang")).isEqualTo("en");
        assertThat(page.selectFirst(".tools a span").attr("dir")).isEqualTo("ltr");
        assertThat(parse(articlePage(site("ru", NEWS), rich().article())).select(".tools span"))
                .isEmpty();
    }

    @Test
    void datesAndNames_keepTheirDirection_amidWordsOfAnother() {
        // When
        Element dateline =
                parse(articlePage(site("he", NEWS), rich().article())).selectFirst(".dateline");

        // Then
        Element date = dateline.selectFirst("time").parent();
        assertThat(date.attr("lang") + date.attr("dir")).isEqualTo("hertl");
        assertThat(dateline.select(".byline bdi[lang=he]")).hasSize(2);
    }

    @Test
    void words_areMarked_amidAnArticleInAnotherLanguage() {
        // Given
        Article article = rich().language("ar").updated("2026-11-24T00:00:00Z").article();

        // When
        Element story = parse(articlePage(site(), article)).selectFirst(".story");

        // Then
        assertThat(story.attr("dir")).isEqualTo("rtl");
        assertThat(story.select(".dateline > p > span").eachAttr("lang")).containsOnly("en");
        assertThat(story.select(".dateline > p > span")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "fa", "zh", "de"})
    void everyPage_canBeWritten_inEveryLanguage(String language) {
        Article article = rich().updated("2026-11-24T00:00:00Z").article();
        Masthead masthead = new Masthead(site(language, NEWS, "https://b.example"), List.of(HARBOUR, CAFE));

        Stream.of(
                        PAGES.front(
                                masthead,
                                new Front(
                                        List.of(article),
                                        List.of(new Shelf(CAFE, List.of(article))),
                                        List.of(),
                                        List.of(article),
                                        List.of())),
                        PAGES.article(masthead, new Reading(article, List.of(article), List.of(article))),
                        PAGES.listing(masthead, new Listing(CAFE, List.of(article), 2, 9)),
                        PAGES.search(masthead, new Results("x", List.of(article), 3, 1, 1)),
                        PAGES.feeds(masthead, List.of(CAFE), true, List.of(article)),
                        PAGES.mirrors(masthead),
                        PAGES.missing(masthead, "x", List.of(article)),
                        PAGES.gone(masthead),
                        PAGES.failed(masthead))
                .forEach(page -> assertThat(new String(page.slotted().on(NEWS), UTF_8))
                        .doesNotContain("{0}", "{1}", "\u000e", "\u0001")
                        .contains("</html>"));
    }

    /* ---------------- Pages that stand alone ---------------- */

    @Test
    void code_isThatOfTheAddress() {
        // When
        Element svg = Jsoup.parse(QrPicture.of(NEWS + "/", "QR").html()).selectFirst("svg");

        // Then
        QrCode code = QrCode.encodeText(NEWS + "/", QrCode.Ecc.MEDIUM);
        boolean[][] drawn = new boolean[code.size + 8][code.size + 8];
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z")
                .matcher(svg.selectFirst("path").attr("d"));
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        }
        for (int y = 0; y < drawn.length; y++) {
            for (int x = 0; x < drawn.length; x++) {
                assertThat(drawn[y][x]).as(x + " " + y).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
        assertThat(svg.attr("viewBox")).isEqualTo("0 0 " + drawn.length + " " + drawn.length);
        assertThat(svg.attr("role")).isEqualTo("img");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 421, 503})
    void refusal_namesNobody_loadsNothing_andIsAllowedItsStyle(int status) {
        // When
        Document page = Jsoup.parse(Refusal.page(status, "one < two"));

        // Then
        assertThat(page.select("[src], [href], script, [style]")).isEmpty();
        assertThat(page.selectFirst("small").text()).isEqualTo(status + ": one < two");
        byte[] digest =
                Fingerprint.sha256().digest(page.selectFirst("style").data().getBytes(UTF_8));
        assertThat(Refusal.POLICY)
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
}
