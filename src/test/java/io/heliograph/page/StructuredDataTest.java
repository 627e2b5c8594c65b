package io.heliograph.page;

import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.page.SamplePages.HARBOUR;
import static io.heliograph.page.SamplePages.PAGES;
import static io.heliograph.page.SamplePages.articlePage;
import static io.heliograph.page.SamplePages.bare;
import static io.heliograph.page.SamplePages.frontPage;
import static io.heliograph.page.SamplePages.html;
import static io.heliograph.page.SamplePages.parse;
import static io.heliograph.page.SamplePages.rich;
import static io.heliograph.page.SamplePages.sectionPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Live;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredDataTest {

    @Test
    void article_isToldWhole_onTheCanonicalHost() {
        // When
        JsonObject news =
                node(articlePage(site(), rich().updated("2026-11-24T00:00:00Z").article()), "NewsArticle");

        // Then
        assertThat(news.getString("headline")).isEqualTo("The pier reopens");
        assertThat(news.getString("description")).isEqualTo("After a year.");
        assertThat(news.getString("mainEntityOfPage")).isEqualTo(NEWS + "/2026/pier");
        assertThat(news.getString("datePublished")).isEqualTo("2026-11-23T06:00:00-04:00");
        assertThat(news.getString("dateModified")).isEqualTo("2026-11-23T20:00:00-04:00");
        assertThat(news.getString("inLanguage")).isEqualTo("en");
        assertThat(news.getString("articleSection")).isEqualTo("Caf\u00e9");
        assertThat(news.getJsonArray("keywords")).containsExactly("pier", "sea");
        JsonObject image = news.getJsonArray("image").getJsonObject(0);
        assertThat(image.getString("url")).isEqualTo(MIRROR + "/media/pier.jpg");
        assertThat(image.getInteger("width")).isEqualTo(1600);
        assertThat(image.getString("creditText")).isEqualTo("Ann Bay");
        JsonObject author = news.getJsonArray("author").getJsonObject(0);
        assertThat(author.getString("name")).isEqualTo("Ann Bay");
        assertThat(author.getString("url")).isEqualTo(NEWS + "/authors/ann-bay");
        assertThat(author.getString("sameAs")).isEqualTo("https://ann.example/");
        JsonObject publisher = news.getJsonObject("publisher");
        assertThat(publisher.getString("name")).isEqualTo("Bay News");
        assertThat(publisher.getJsonObject("logo").getString("url")).startsWith(MIRROR + "/assets/icon-512.");
    }

    @Test
    void breadcrumb_leadsThroughTheSection() {
        // When
        JsonArray steps =
                node(articlePage(site(), rich().article()), "BreadcrumbList").getJsonArray("itemListElement");

        // Then
        assertThat(steps)
                .extracting(
                        s -> ((JsonObject) s).getInteger("position"),
                        s -> ((JsonObject) s).getString("name"),
                        s -> ((JsonObject) s).getString("item"))
                .containsExactly(
                        tuple(1, "Bay News", NEWS + "/"),
                        tuple(2, "Caf\u00e9", NEWS + "/sections/caf%C3%A9"),
                        tuple(3, "The pier reopens", NEWS + "/2026/pier"));
    }

    @Test
    void video_hasWhatSchemaOrgRequires() {
        // When
        JsonObject video = node(articlePage(site(), rich().article()), "VideoObject");

        // Then
        assertThat(video.getString("name")).isEqualTo("The pier reopens");
        assertThat(video.getString("thumbnailUrl")).isEqualTo(MIRROR + "/media/pier.jpg");
        assertThat(video.getString("uploadDate")).isEqualTo("2026-11-23T06:00:00-04:00");
        assertThat(video.getString("duration")).isEqualTo("PT1M");
        assertThat(video.getString("contentUrl")).isEqualTo(MIRROR + "/media/a.mp4");
    }

    @Test
    void liveStream_isABroadcast() {
        // Given
        Article article = titled("T")
                .live(new Live("Quay", List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        JsonObject video = node(articlePage(site(), article), "VideoObject");

        // Then
        assertThat(video.getString("name")).isEqualTo("Quay");
        assertThat(video.getString("thumbnailUrl")).startsWith(MIRROR + "/assets/icon-512.");
        assertThat(video.getJsonObject("publication").getString("@type")).isEqualTo("BroadcastEvent");
    }

    @Test
    void otherPages_tellWhatTheyAre() {
        assertThat(node(frontPage(site(), List.of(), List.of()), "WebSite").getString("name"))
                .isEqualTo("Bay News");
        assertThat(node(sectionPage(site(), HARBOUR, List.of()), "BreadcrumbList")
                        .getJsonArray("itemListElement"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\\\"}]}</script>",
                "a\u2028b\u2029c",
                "&lt;/script&gt;",
                "]]>"
            })
    void data_cannotBeBrokenOutOf(String attack) {
        // Given
        Article article = rich().article();
        Article hostile = titled(attack)
                .summary(attack)
                .section("x" + attack)
                .tags(attack)
                .images(article.story().images().get(0))
                .article();

        // When
        Document page = parse(articlePage(site(), hostile));

        // Then
        assertThat(page.select("script")).hasSize(1);
        assertThat(node(articlePage(site(), hostile), "NewsArticle").getString("headline"))
                .isEqualTo(hostile.title());
    }

    @Test
    void card_showsTheArticle() {
        // When
        Document page = Jsoup.parse(html(articlePage(site(), rich().article()), MIRROR));

        // Then
        assertThat(meta(page, "og:type")).isEqualTo("article");
        assertThat(meta(page, "og:title")).isEqualTo("The pier reopens");
        assertThat(meta(page, "og:url")).isEqualTo(NEWS + "/2026/pier");
        assertThat(meta(page, "og:image")).isEqualTo(MIRROR + "/media/pier.jpg");
        assertThat(meta(page, "og:image:width")).isEqualTo("1600");
        assertThat(meta(page, "og:locale")).isEqualTo("en_US");
        assertThat(meta(page, "article:published_time")).isEqualTo("2026-11-23T06:00:00-04:00");
        assertThat(page.selectFirst("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
    }

    @Test
    void translations_nameEachOther_andOneForAllTheRest() {
        // Given
        Article english = titled("T").path("/t").article();
        Article french = titled("T").path("/t-fr").language("fr").article();
        Article arabic = titled("T").path("/t-ar").language("ar").article();

        // When
        Document page = parse(PAGES.article(bare(site()), new Reading(french, List.of(), List.of(english, arabic))));

        // Then
        assertThat(page.select("link[hreflang]"))
                .extracting(l -> l.attr("hreflang"), l -> l.attr("href"))
                .containsExactly(
                        tuple("fr", NEWS + "/t-fr"),
                        tuple("en", NEWS + "/t"),
                        tuple("ar", NEWS + "/t-ar"),
                        tuple("x-default", NEWS + "/t"));
        assertThat(page.select(".versions a"))
                .extracting(a -> a.attr("hreflang"), a -> a.text())
                .containsExactly(tuple("en", "English"), tuple("ar", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"));
        assertThat(parse(articlePage(site(), english)).select("link[hreflang]")).isEmpty();
    }

    private static String meta(Document page, String property) {
        return page.selectFirst("meta[property=" + property + "]").attr("content");
    }

    private static JsonObject node(Page page, String type) {
        Document document = Jsoup.parse(html(page, MIRROR));
        JsonObject data = new JsonObject(
                document.selectFirst("script[type=application/ld+json]").data());
        assertThat(data.getString("@context")).isEqualTo("https://schema.org");
        return data.getJsonArray("@graph").stream()
                .map(JsonObject.class::cast)
                .filter(n -> n.getString("@type").equals(type))
                .findFirst()
                .orElseThrow();
    }
}
