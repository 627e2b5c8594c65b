package io.heliograph.page;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.SamplePages.CAFE;
import static io.heliograph.page.SamplePages.HARBOUR;
import static io.heliograph.page.SamplePages.articlePage;
import static io.heliograph.page.SamplePages.errorPage;
import static io.heliograph.page.SamplePages.feedsPage;
import static io.heliograph.page.SamplePages.frontPage;
import static io.heliograph.page.SamplePages.html;
import static io.heliograph.page.SamplePages.mirrorsPage;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.rich;
import static io.heliograph.page.SamplePages.searchPage;
import static io.heliograph.page.SamplePages.sectionPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    /** Every kind of page, with its path. */
    static Stream<Arguments> pages() {
        Article article = rich().article();
        return Stream.of(
                Arguments.of("/", frontPage(site(), List.of(article), List.of(new Shelf(HARBOUR, List.of(article))))),
                Arguments.of("/sections/caf%C3%A9", sectionPage(site(), CAFE, List.of(article))),
                Arguments.of("/2026/pier", articlePage(site(), article)),
                Arguments.of("/feeds", feedsPage(site(), List.of(HARBOUR, CAFE))),
                Arguments.of("/mirrors", mirrorsPage(site())),
                Arguments.of("", errorPage(site(), 404)),
                Arguments.of("", errorPage(site(), 410)),
                Arguments.of("", errorPage(site(), 500)),
                Arguments.of("", searchPage(site(), "pier", List.of(article))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void page_isADocument_withOneHeading(String path, Page page) {
        // When
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document document = Jsoup.parse(html(page, NEWS), NEWS, parser);

        // Then
        assertThat(parser.getErrors()).isEmpty();
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.selectFirst("h1").text()).isNotBlank();
        assertThat(document.select("main h1")).hasSize(1);
        assertThat(document.select("title")).hasSize(1);
        assertThat(document.title()).isNotBlank();
        assertThat(document.documentType().name()).isEqualTo("html");
        assertThat(document.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(document.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(document.selectFirst("meta[charset]").attr("charset")).isEqualTo("utf-8");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void headings_leaveOutNoLevel(String path, Page page) {
        // When
        List<Integer> levels = parse(page).select("main h1, main h2, main h3").stream()
                .map(h -> Integer.valueOf(h.tagName().substring(1)))
                .toList();

        // Then
        assertThat(levels.get(0)).isEqualTo(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void canonical_isOnTheFirstHost_whateverHostWasAsked(String path, Page page) {
        // When
        Document document = Jsoup.parse(html(page, MIRROR));

        // Then
        assertThat(document.select("link[rel=canonical]").eachAttr("href"))
                .isEqualTo(path.isEmpty() ? List.of() : List.of(NEWS + path));
        assertThat(document.select("meta[name=robots]").eachAttr("content"))
                .isEqualTo(path.isEmpty() ? List.of("noindex") : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void places_areThisVeryPage_onEveryHost(String path, Page page) {
        // A page that has no place leads to the front pages.
        String place = path.isEmpty() ? "/" : path;
        assertThat(parse(page).select("footer section li a").eachAttr("href"))
                .containsExactly(NEWS + place, MIRROR + place, LOCAL + place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void places_sayWhichOneThisIs(String path, Page page) {
        assertThat(Jsoup.parse(html(page, MIRROR)).select("footer section li").eachText())
                .satisfiesExactly(
                        news -> assertThat(news).doesNotContain("you are here"),
                        mirror -> assertThat(mirror).endsWith(" you are here"),
                        local -> assertThat(local).doesNotContain("you are here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void ownUrls_areOnTheHostThatWasAsked(String path, Page page) {
        // When
        Document document = Jsoup.parse(html(page, LOCAL));
        document.select("link[rel=canonical], meta[property=og:url], script, footer section, .skip")
                .remove();
        document.select(".hosts").remove();

        // Then
        List<String> urls = document.select("[href], [src], [poster]").stream()
                .flatMap(e ->
                        Stream.of("href", "src", "poster").filter(e::hasAttr).map(e::attr))
                .toList();
        assertThat(urls)
                .hasSizeGreaterThan(5)
                .allMatch(url -> url.startsWith(LOCAL + "/") || url.startsWith(followable(LOCAL + "/")));
        assertThat(document.html()).doesNotContain(NEWS, MIRROR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void hosts_haveTheSamePage_butForTheirBase(String path, Page page) {
        assertThat(neutral(html(page, MIRROR), MIRROR)).isEqualTo(neutral(html(page, LOCAL), LOCAL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void feeds_areAnnounced_eachFormatUnderItsOwnTitle(String path, Page page) {
        // When
        List<Element> links = parse(page).select("head link[rel=alternate][type]");

        // Then
        boolean found =
                !parse(page).select("main h1 + form input[name=q][value=pier]").isEmpty();
        String base = path.startsWith("/sections/") ? NEWS + path : found ? NEWS + "/search" : NEWS;
        String query = found ? "?q=pier" : "";
        String title =
                path.startsWith("/sections/") ? "Bay News: Caf\u00e9" : found ? "Bay News: Search: pier" : "Bay News";
        assertThat(links)
                .extracting(l -> l.attr("type"), l -> l.attr("title"), l -> l.attr("href"))
                .containsExactly(
                        tuple("application/rss+xml", title + " (RSS)", base + "/feed.rss" + query),
                        tuple("application/atom+xml", title + " (Atom)", base + "/feed.atom" + query),
                        tuple("application/feed+json", title + " (JSON Feed)", base + "/feed.json" + query));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPage_leadsToFeeds_channelAndAddresses(String path, Page page) {
        assertThat(parse(page).select("body > header nav.tools a").eachAttr("href"))
                .containsExactly(NEWS + "/feeds", NEWS + "/tv/roku.json", NEWS + "/mirrors");
    }

    @Test
    void section_hasABreadcrumb_andItsFeeds() {
        // When
        Document page = parse(sectionPage(site(), CAFE, List.of(rich().article())));

        // Then
        assertThat(page.select("main nav li").eachText()).containsExactly("Bay News", "Caf\u00e9");
        assertThat(page.select("main nav a").eachAttr("href")).containsExactly(NEWS + "/");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Caf\u00e9");
        assertThat(page.select("main .subscribe a").eachAttr("href"))
                .containsExactly(
                        followable(NEWS + "/sections/caf%C3%A9/feed.rss"),
                        NEWS + "/sections/caf%C3%A9/feed.rss",
                        NEWS + "/sections/caf%C3%A9/feed.atom",
                        NEWS + "/sections/caf%C3%A9/feed.json");
        assertThat(page.select("main ul h3 a").eachAttr("href")).containsExactly(NEWS + "/2026/pier");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "fa-IR, rtl", "he, rtl", "ur, rtl", "yi, rtl", "en, ltr", "zh-Hant, ltr", "az-Arab, rtl"})
    void page_tellsItsDirection(String language, String dir) {
        // When
        Element html = parse(mirrorsPage(site(language, NEWS))).selectFirst("html");

        // Then
        assertThat(html.attr("lang")).isEqualTo(language);
        assertThat(html.attr("dir")).isEqualTo(dir);
    }

    @Test
    void front_showsTheNewest_andThoseOfEachSection() {
        // Given
        Article pier = titled("Pier").path("/pier").summary("Open.").article();
        Article quay = titled("Quay").path("/quay").article();

        // When
        Document page = parse(frontPage(site(), List.of(pier, quay), List.of(new Shelf(CAFE, List.of(quay)))));

        // Then
        assertThat(page.title()).isEqualTo("Bay News");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Bay News");
        assertThat(page.text()).contains("News of the bay");
        assertThat(page.select(".lead h2 a").eachAttr("href")).containsExactly(NEWS + "/pier");
        assertThat(page.select(".lead .summary").eachText()).containsExactly("Open.");
        assertThat(page.select(".latest li h3 a").eachAttr("href")).containsExactly(NEWS + "/quay");
        Element section = page.selectFirst(".shelf");
        assertThat(section.selectFirst("h2 a").attr("href")).isEqualTo(NEWS + "/sections/caf%C3%A9");
        assertThat(section.select("li h3 a").eachText()).containsExactly("Quay");
    }

    @Test
    void front_saysSo_whereNothingIsPublished() {
        assertThat(parse(frontPage(site(), List.of(), List.of())).text())
                .contains("Nothing has been published here yet.");
    }

    @Test
    void feeds_namesEveryFeed_asLinkAndAsText() {
        // When
        Document page = Jsoup.parse(html(feedsPage(site(), List.of(CAFE)), MIRROR));

        // Then
        List<String> feeds = List.of(
                MIRROR + "/feed.rss",
                MIRROR + "/feed.atom",
                MIRROR + "/feed.json",
                MIRROR + "/sections/caf%C3%A9/feed.rss",
                MIRROR + "/sections/caf%C3%A9/feed.atom",
                MIRROR + "/sections/caf%C3%A9/feed.json");
        assertThat(page.select(".feedlist li li a").eachAttr("href")).isEqualTo(feeds);
        assertThat(page.select(".feedlist code").eachText()).isEqualTo(feeds);
        assertThat(page.select(".feedlist .subscribe a").eachAttr("href"))
                .containsExactly(followable(MIRROR + "/feed.rss"), followable(MIRROR + "/sections/caf%C3%A9/feed.rss"));
        assertThat(page.select("main p a").eachAttr("href")).contains(MIRROR + "/tv/roku.json");
    }

    @Test
    void feeds_namesThePodcast_whereThereIsOne() {
        Document page = Jsoup.parse(
                html(SamplePages.PAGES.feeds(SamplePages.bare(site()), List.of(), true, List.of()), MIRROR));

        assertThat(page.select(".feedlist h3").eachText()).contains(site().title() + " (podcast)");
        assertThat(page.select(".feedlist code").eachText()).contains(MIRROR + "/podcast.rss");
        assertThat(page.select(".feedlist .subscribe a").eachAttr("href"))
                .contains(followable(MIRROR + "/podcast.rss"));
    }

    @Test
    void mirrors_namesEveryHost_andTheOneThatWasAsked() {
        // When
        Document page = Jsoup.parse(html(mirrorsPage(site()), MIRROR));

        // Then
        assertThat(page.selectFirst("main strong").text()).isEqualTo(MIRROR);
        assertThat(page.select(".hosts > li:has(.here) h2").eachText()).containsExactly(MIRROR);
        assertThat(page.select("main ul a").eachAttr("href"))
                .containsExactly(
                        NEWS + "/",
                        NEWS + "/feed.rss",
                        MIRROR + "/",
                        MIRROR + "/feed.rss",
                        LOCAL + "/",
                        LOCAL + "/feed.rss");
    }

    @ParameterizedTest
    @CsvSource({"404, Not found", "410, Gone", "500, Out of order"})
    void error_saysWhatIsTheMatter_andLeadsHome(int status, String title) {
        // When
        Document page = parse(errorPage(site(), status));

        // Then
        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.title()).isEqualTo(title + " \u2013 Bay News");
        assertThat(page.select("main a").eachAttr("href")).containsExactly(NEWS + "/");
    }

    @Test
    void write_givesTheSameBytes_everyTime() {
        assertThat(html(articlePage(site(), rich().article()), NEWS))
                .isEqualTo(html(articlePage(site(), rich().article()), NEWS));
    }

    /** What is the same on every host: without the host's name and without the places that the page tells of. */
    private static String neutral(String html, String base) {
        Document document = Jsoup.parse(html);
        document.select("footer section, .hosts").remove();
        return document.html().replace(base, "HOST").replace(followable(base), "feed:HOST");
    }

    /** A page that shows a feed to people, in every language of the interface. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "fa", "zh", "de", "he"})
    void subscription_isWholeInEveryLanguage(String language) {
        Subscription feed = new Subscription(HARBOUR, "?limit=5", List.of(rich().article()));

        Page page = SamplePages.PAGES.subscription(SamplePages.bare(site(language, NEWS, MIRROR)), feed);

        Document document = parse(page);
        assertThat(document.select("h1").text()).isEqualTo("Harbour");
        assertThat(document.select("code.address").eachText())
                .contains(NEWS + "/sections/harbour/feed?limit=5", NEWS + "/sections/harbour/feed.json?limit=5");
        assertThat(document.select("main .row")).hasSize(1);
        assertThat(document.select("link[rel=canonical]").attr("href"))
                .isEqualTo(NEWS + "/sections/harbour/feed?limit=5");
        assertThat(document.select("html").attr("dir"))
                .isEqualTo(List.of("ar", "fa", "he").contains(language) ? "rtl" : "ltr");
        assertThat(document.text()).doesNotContain("{0}", "null");
    }

    private static String followable(String url) {
        return "feed:" + url.substring(url.indexOf("//"));
    }
}
