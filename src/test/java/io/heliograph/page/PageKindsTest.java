package io.heliograph.page;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.PagesTest.followable;
import static io.heliograph.page.SamplePages.CAFE;
import static io.heliograph.page.SamplePages.HARBOUR;
import static io.heliograph.page.SamplePages.errorPage;
import static io.heliograph.page.SamplePages.feedsPage;
import static io.heliograph.page.SamplePages.frontPage;
import static io.heliograph.page.SamplePages.html;
import static io.heliograph.page.SamplePages.mirrorsPage;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.rich;
import static io.heliograph.page.SamplePages.sectionPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of page shows. */
class PageKindsTest {

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
}
