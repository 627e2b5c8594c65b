package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static io.heliograph.feed.Samples.newest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Site;
import io.heliograph.rewrite.Slotted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sitemaps by the schemas of sitemaps.org (0.9) and of Google's pictures (1.1), news (0.9) and videos (1.1). */
class SitemapRulesTest {

    private static final Site SITE = SampleArticle.site();
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {NEWS, MIRROR, LOCAL})
    void sitemaps_keepTheirSchemas_onEveryHost(String base) {
        Article english = titled("A").path("/a").article();
        Article french = titled("B").path("/b").language("fr").article();
        Sitemap sitemap = new Sitemap(SITE)
                .page(Href.own("/"), Instant.EPOCH)
                .page(Href.own("/sections/bay"), NOW)
                .article(english, List.of(french))
                .article(french, List.of(english));
        newest().forEach(article -> sitemap.article(article, List.of()));

        assertThat(faults(sitemap.finish(), base)).isEmpty();
        assertThat(faults(NewsSitemap.write(SITE, newest()), base)).isEmpty();
        assertThat(faults(
                        new SitemapIndex()
                                .part(Href.own("/sitemap-pages.xml"), Instant.EPOCH)
                                .part(Href.own("/sitemap-1.xml"), NOW)
                                .finish(),
                        base))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.heliograph.feed.Samples#nasty")
    void sitemaps_keepTheirSchemas_whateverIsInThem(String nasty) {
        Article article = SampleArticle.allOf(nasty)
                .path("/nasty")
                .images(picture("/media/a.jpg"))
                .media(video(Duration.ofHours(9), mp4("/media/a.mp4"), hls("/media/a.m3u8")))
                .live(new Live(nasty, List.of(hls("/media/live.m3u8"))))
                .article();

        assertThat(faults(new Sitemap(SITE).article(article, List.of()).finish(), NEWS))
                .isEmpty();
        assertThat(faults(NewsSitemap.write(SITE, List.of(article)), NEWS)).isEmpty();
    }

    @Test
    void titlesOfFilms_areShort_whateverIsInThem() {
        Article article = SampleArticle.allOf("<b>a</b>".repeat(31))
                .path("/tags")
                .media(video(Duration.ZERO, mp4("/media/a.mp4")))
                .article();

        assertThat(faults(new Sitemap(SITE).article(article, List.of()).finish(), NEWS))
                .isEmpty();
    }

    @Test
    void descriptionsOfFilms_areShort_whereNothingButALongTitleDescribesThem() {
        Article article = titled("long ".repeat(600))
                .images(picture("/media/a.jpg"))
                .media(video(Duration.ZERO, mp4("/media/a.mp4")))
                .article();

        assertThat(faults(new Sitemap(SITE).article(article, List.of()).finish(), NEWS))
                .isEmpty();
    }

    @Test
    void newsSitemap_withoutNews_namesTheFrontPage() {
        // A urlset has one url or more (sitemaps.org), and Search Console warns of one without.
        Slotted empty = NewsSitemap.write(SITE, List.of());

        assertThat(faults(empty, MIRROR)).isEmpty();
        assertThat(new String(empty.on(MIRROR), UTF_8))
                .contains("<url>\n<loc>" + MIRROR + "/</loc>\n</url>")
                .doesNotContain("<news:");
    }

    @ParameterizedTest
    @CsvSource({"2046, 1", "2047, 1", "2048, 0", "4000, 0"})
    void addresses_areNoLongerThanTheSchemaHasThem(int length, int times) {
        int host = SITE.hosts().stream()
                .map(Host::base)
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        Article article = titled("T").path("/" + "a".repeat(length - host - 1)).article();

        for (Slotted document : List.of(
                new Sitemap(SITE)
                        .page(Href.own("/"), NOW)
                        .article(article, List.of())
                        .finish(),
                NewsSitemap.write(SITE, List.of(article)))) {
            assertThat(new String(document.on(NEWS), UTF_8).split("/aaaa", -1)).hasSize(times + 1);
            assertThat(faults(document, NEWS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"Bay News, Bay News", "Bay News (beta), Bay News", "The (old) Bay, The Bay", "(Bay), (Bay)"})
    void newsName_hasNothingInParentheses(String title, String name) {
        assertThat(NewsSitemap.name(title)).isEqualTo(name);
        Site site = new Site("bay", title, "About", "en", SampleArticle.AUTHORITY, ZoneOffset.UTC, SITE.hosts());
        assertThat(new String(NewsSitemap.write(site, newest()).on(NEWS), UTF_8))
                .contains("<news:name>" + name + "</news:name>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<url></url>",
                "<url><loc>/a</loc></url>",
                "<url><lastmod>2026-11-23</lastmod><loc>https://a.example/</loc></url>",
                "<url><loc>https://a.example/</loc><lastmod>Mon, 23 Nov 2026</lastmod></url>",
                "<url><loc>https://a.example/</loc></url><url><loc>https://a.example/</loc></url>",
                "<url><loc>https://a.example/</loc><n:news><n:title>T</n:title></n:news></url>",
                "<url><loc>https://a.example/</loc><v:video><v:title>T</v:title></v:video></url>",
                "<url><loc>https://a.example/</loc><h:link rel='alternate' hreflang='en' href='https://b.example/'/></url>"
            })
    void rules_findFaults(String inner) {
        String document = "<urlset xmlns='" + SitemapRules.MAP + "' xmlns:n='" + SitemapRules.NEWS + "' xmlns:v='"
                + SitemapRules.VIDEO + "' xmlns:h='" + SitemapRules.XHTML + "'>" + inner + "</urlset>";

        assertThat(SitemapRules.faults(Xml.parse(document))).isNotEmpty();
    }

    private static List<String> faults(Slotted document, String base) {
        return SitemapRules.faults(Xml.parse(new String(document.on(base), UTF_8)));
    }
}
