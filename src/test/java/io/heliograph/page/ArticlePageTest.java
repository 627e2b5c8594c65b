package io.heliograph.page;

import static io.heliograph.article.SampleArticle.AUTHORITY;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.page.SamplePages.articlePage;
import static io.heliograph.page.SamplePages.frontPage;
import static io.heliograph.page.SamplePages.html;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.rich;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Caption;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Site;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlePageTest {

    @Test
    void article_hasABreadcrumb_inOrder() {
        // When
        Element breadcrumb = parse(articlePage(site(), rich().article())).selectFirst("main nav.crumbs");

        // Then
        assertThat(breadcrumb.select("li").eachText()).containsExactly("Bay News", "Caf\u00e9", "The pier reopens");
        assertThat(breadcrumb.select("a").eachAttr("href")).containsExactly(NEWS + "/", NEWS + "/sections/caf%C3%A9");
        assertThat(breadcrumb.select("li").last().attr("aria-current")).isEqualTo("page");
        assertThat(breadcrumb.select("li").last().select("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "!!!"})
    void breadcrumb_hasNoSection_whereThereIsNone(String section) {
        assertThat(parse(articlePage(site(), titled("T").section(section).article()))
                        .select("main nav.crumbs li")
                        .eachText())
                .containsExactly("Bay News", "T");
    }

    @Test
    void article_hasHeadlineSummaryAuthorsAndText() {
        // When
        Document page = parse(articlePage(site(), rich().article()));

        // Then
        assertThat(page.title()).isEqualTo("The pier reopens \u2013 Bay News");
        assertThat(page.selectFirst("meta[name=description]").attr("content")).isEqualTo("After a year.");
        Element article = page.selectFirst("main article");
        assertThat(article.selectFirst("h1").text()).isEqualTo("The pier reopens");
        assertThat(article.select("h1 + p").text()).isEqualTo("After a year.");
        assertThat(article.selectFirst(".byline").text()).isEqualTo("By Ann Bay and Bo Cove");
        assertThat(article.select("a[rel=author]").eachAttr("href"))
                .containsExactly(NEWS + "/authors/ann-bay", NEWS + "/authors/bo-cove");
        assertThat(article.select("a[rel=tag]").eachText()).containsExactly("pier", "sea");
        assertThat(article.select("a[rel=tag]").eachAttr("href"))
                .containsExactly(NEWS + "/tags/pier", NEWS + "/tags/sea");
        assertThat(article.selectFirst("p.body").text()).isEqualTo("Welcome back.");
        assertThat(article.selectFirst("p.body a").attr("href")).isEqualTo(NEWS + "/harbour");
        assertThat(article.selectFirst("pre").wholeText()).isEqualTo("tide   high\n\n\tlow\n");
    }

    @Test
    void article_hasItsPicture_withWordsCaptionCreditAndSize() {
        // When
        Element figure = parse(articlePage(site(), rich().media().article())).selectFirst("figure");

        // Then
        Element img = figure.selectFirst("img");
        assertThat(img.attr("src")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(img.attr("alt")).isEqualTo("The pier");
        assertThat(img.attr("width")).isEqualTo("1600");
        assertThat(img.attr("height")).isEqualTo("900");
        assertThat(figure.selectFirst("figcaption").text()).isEqualTo("The pier at noon Ann Bay");
        assertThat(figure.selectFirst("figcaption small").text()).isEqualTo("Ann Bay");
    }

    @Test
    void picture_hasNoEmptyParts() {
        // Given
        Image bare = new Image(Href.own("/media/a.jpg"), 0, 0, "", 0, "", "", "");
        Image captioned = new Image(Href.own("/media/a.jpg"), 0, 0, "", 0, "", "Noon", "");

        // When
        Element figure =
                parse(articlePage(site(), titled("T").images(bare).article())).selectFirst("figure");
        Element withCaption = parse(
                        articlePage(site(), titled("T").images(captioned).article()))
                .selectFirst("figure");

        // Then
        assertThat(figure.children()).hasSize(1);
        assertThat(figure.selectFirst("img").attr("alt")).isEmpty();
        assertThat(figure.selectFirst("img").hasAttr("alt")).isTrue();
        assertThat(figure.selectFirst("img").hasAttr("width")).isFalse();
        assertThat(figure.selectFirst("img").hasAttr("height")).isFalse();
        assertThat(withCaption.selectFirst("figcaption").html()).isEqualTo("Noon");
        assertThat(withCaption.selectFirst("img").attr("alt")).isEqualTo("Noon");
    }

    @Test
    void picture_isShownOnce() {
        // Given
        Article article = titled("T")
                .images(new Image(Href.own("/media/a.jpg"), 0, 0, "", 0, "", "", ""))
                .html("<p><img src=\"\u0001/media/a.jpg\" alt=\"\"></p>")
                .article();

        // Then
        assertThat(parse(articlePage(site(), article)).select("img")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "America/Halifax, 2026-11-23T06:00:00-04:00",
        "Europe/Vienna, 2026-11-23T11:00:00+01:00",
        "Asia/Kathmandu, 2026-11-23T15:45:00+05:45",
        "UTC, 2026-11-23T10:00:00Z",
    })
    void time_isInTheSitesZone(String zone, String datetime) {
        // Given
        Site site = new Site("bay", "Bay News", "N", "en-GB", AUTHORITY, ZoneId.of(zone), List.of(Host.parse(NEWS)));
        Article article = titled("T").published("2026-11-23T10:00:00.999Z").article();

        // When
        List<Element> times = parse(articlePage(site, article)).select("main time");

        // Then
        assertThat(times).extracting(t -> t.attr("datetime")).containsExactly(datetime);
        assertThat(times.get(0).text()).contains("23 November 2026", datetime.substring(11, 16));
    }

    @Test
    void time_isThereTwice_whereTheArticleChanged() {
        // Given
        Article article = titled("T").updated("2026-11-24T00:00:00Z").article();

        // Then
        assertThat(parse(articlePage(site(), article)).select("main time").eachAttr("datetime"))
                .containsExactly("2026-11-23T06:00:00-04:00", "2026-11-23T20:00:00-04:00");
    }

    @Test
    void time_isInTheSitesLanguage_whateverTheMachines() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        // When
        String html;
        try {
            html = html(articlePage(site("de", NEWS), titled("T").article()), NEWS);
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(Jsoup.parse(html).select("main time").text()).contains("23. November 2026");
        assertThat(html)
                .isEqualTo(html(articlePage(site("de", NEWS), titled("T").article()), NEWS));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en, '', ''",
        "en, '', '', ''",
        "en, es, es, ''",
        "en, ar, ar, rtl",
        "ar, ar, '', ''",
        "ar, en, en, ltr",
        "he, ar, ar, ''",
        "en, ckb, ckb, rtl",
        "en, az-Arab, az-Arab, rtl",
        "en, ku, ku, ''",
        "ur, ur-Latn, ur-Latn, ltr",
        "en, sd-Deva, sd-Deva, ''",
    })
    void articles_tellTheirLanguageAndDirection_whereTheyAreOthers(
            String siteLanguage, String language, String lang, String dir) {
        // Given
        Site site = site(siteLanguage, NEWS);
        Article article = titled("T").language(language).article();

        // When
        Element whole = parse(articlePage(site, article)).selectFirst("main article");
        Element teaser = parse(frontPage(site, List.of(article), List.of())).selectFirst("main .lead");

        // Then
        assertThat(whole.attr("lang")).isEqualTo(lang).isEqualTo(teaser.attr("lang"));
        assertThat(whole.attr("dir")).isEqualTo(dir).isEqualTo(teaser.attr("dir"));
    }

    @Test
    void players_haveSourcesCaptionsAndALink() {
        // Given
        Rendition mp3 = new Rendition(Href.own("/media/talk.mp3"), "audio/mpeg", 0, 0, 0, 0);
        List<Caption> captions = List.of(
                new Caption(Href.own("/media/a.vtt"), "text/vtt", "fr"),
                new Caption(Href.own("/media/b.vtt"), "text/vtt", ""));
        Article article = titled("T")
                .images(picture("/media/pier.jpg"))
                .language("es")
                .media(
                        new Media(
                                Media.Kind.VIDEO,
                                "",
                                Duration.ofMinutes(1),
                                List.of(hls("/media/a.m3u8"), mp4("/media/a.mp4")),
                                captions),
                        new Media(Media.Kind.AUDIO, "", Duration.ZERO, List.of(mp3), List.of()))
                .live(new Live("Quay", List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        Document page = parse(articlePage(site(), article));

        // Then
        Element video = page.select("video").get(1);
        assertThat(video.attr("poster")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(video.select("source"))
                .extracting(s -> s.attr("src"), s -> s.attr("type"))
                .containsExactly(
                        tuple(NEWS + "/media/a.m3u8", "application/vnd.apple.mpegurl"),
                        tuple(NEWS + "/media/a.mp4", "video/mp4"));
        // Subtitles must tell their language (HTML, "the track element").
        assertThat(video.select("track[kind=captions]").eachAttr("srclang")).containsExactly("fr", "es");
        assertThat(video.selectFirst("a").attr("href")).isEqualTo(NEWS + "/media/a.mp4");
        assertThat(page.selectFirst("audio source").attr("src")).isEqualTo(NEWS + "/media/talk.mp3");
        assertThat(video.select("track").eachAttr("label")).containsExactly("Fran\u00e7ais", "Espa\u00f1ol");
        assertThat(page.selectFirst("video source").attr("src")).isEqualTo(NEWS + "/media/live.m3u8");
    }
}
