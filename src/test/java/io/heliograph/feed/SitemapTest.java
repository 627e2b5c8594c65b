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
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.article.Terms;
import io.heliograph.rewrite.Slotted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** sitemaps.org's protocol with Google's extensions, robots.txt (RFC 9309) and OPML 2.0. */
class SitemapTest {

    private static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";
    private static final String VIDEO = "http://www.google.com/schemas/sitemap-video/1.1";
    private static final String GOOGLE_NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final Site SITE = SampleArticle.site();

    @Test
    void entry_hasItsAddressOnTheHost_andWhenItChanged() {
        Element url = url(new Sitemap(SITE).article(newest().get(0), List.of()), MIRROR);
        assertThat(text(url, MAP, "loc")).isEqualTo(MIRROR + "/2026/pier");
        assertThat(text(url, MAP, "lastmod")).isEqualTo("2026-11-23T12:30:00Z");
        assertThat(text(child(url, IMAGE, "image"), IMAGE, "loc")).isEqualTo(MIRROR + "/media/pier.jpg");
    }

    @Test
    void page_thatNobodyKnowsTheAgeOf_saysNothingOfIt() {
        assertThat(children(url(new Sitemap(SITE).page(Href.own("/"), Instant.EPOCH), NEWS), MAP, "lastmod"))
                .isEmpty();
    }

    @Test
    void translations_nameEveryVersion_andThisOneToo() {
        // Google, "Localized versions": every version lists all of them.
        Article english = titled("A").path("/a").article();
        Article french = titled("B").path("/b").language("fr").article();
        assertThat(children(url(new Sitemap(SITE).article(english, List.of(french)), NEWS), XHTML, "link"))
                .extracting(e -> e.getAttribute("hreflang"), e -> e.getAttribute("href"))
                .containsExactly(tuple("en", NEWS + "/a"), tuple("fr", NEWS + "/b"));
    }

    @Test
    void video_hasWhatGoogleRequires() {
        Element video = child(url(new Sitemap(SITE).article(newest().get(0), List.of()), NEWS), VIDEO, "video");
        assertThat(text(video, VIDEO, "thumbnail_loc")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(text(video, VIDEO, "title")).isEqualTo("Pier reopens");
        assertThat(text(video, VIDEO, "description")).isEqualTo("After a year of repairs.");
        assertThat(text(video, VIDEO, "content_loc")).isEqualTo(NEWS + "/media/pier.mp4");
        assertThat(text(video, VIDEO, "duration")).isEqualTo("95");
        assertThat(text(video, VIDEO, "publication_date")).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(text(video, VIDEO, "live")).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "28800, 1", "28801, 0"})
    void duration_isBetweenOneSecondAndEightHours(long seconds, int times) {
        Article article = titled("T")
                .images(picture("/media/a.jpg"))
                .media(video(Duration.ofSeconds(seconds), mp4("/media/a.mp4")))
                .article();
        Element video = child(url(new Sitemap(SITE).article(article, List.of()), NEWS), VIDEO, "video");
        assertThat(children(video, VIDEO, "duration")).hasSize(times);
    }

    @Test
    void video_withoutPicture_isNone() {
        Article article =
                titled("T").media(video(Duration.ZERO, mp4("/media/a.mp4"))).article();
        assertThat(children(url(new Sitemap(SITE).article(article, List.of()), NEWS), VIDEO, "video"))
                .isEmpty();
    }

    @Test
    void stream_isLive() {
        Article article = titled("T")
                .images(picture("/media/a.jpg"))
                .live(new Live("", List.of(hls("/media/l.m3u8"))))
                .article();
        assertThat(text(child(url(new Sitemap(SITE).article(article, List.of()), NEWS), VIDEO, "video"), VIDEO, "live"))
                .isEqualTo("yes");
    }

    @Test
    void entry_isBounded_soThatAPartIsToo() {
        // 50 MB, and 1,000 entries a part.
        Article article = titled("T")
                .images(IntStream.range(0, 1200)
                        .mapToObj(i -> picture("/media/" + i + ".jpg"))
                        .toArray(Image[]::new))
                .article();
        assertThat(new Sitemap(SITE).article(article, List.of()).finish().on(NEWS).length)
                .isLessThan(50_000_000 / 1_000);
    }

    @ParameterizedTest
    @CsvSource({"20, 60, 60", "1900, 12, 12", "1900, 60, 0"})
    void versions_areAllNamed_orNone_whereTheyTakeTooMuch(int length, int languages, int named) {
        // 50 MB, and 1,000 entries a part; and each version must name all others (Google, "Localized versions").
        List<Article> versions = IntStream.range(0, languages)
                .mapToObj(i -> titled("T" + i)
                        .path("/" + "p".repeat(length) + i)
                        .language("x" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                        .article())
                .toList();

        String entry = on(
                new Sitemap(SITE)
                        .article(versions.get(0), versions.subList(1, languages))
                        .finish(),
                NEWS);

        assertThat(entry.split("<xhtml:link ", -1)).hasSize(named + 1);
        assertThat(entry.length()).isLessThan(50_000_000 / 1_000);
    }

    @Test
    void news_haveNameLanguageDateAndTitle() {
        Element entry = Xml.children(Xml.parse(on(NewsSitemap.write(SITE, newest()), NEWS)))
                .get(1);
        Element news = child(entry, GOOGLE_NEWS, "news");
        Element publication = child(news, GOOGLE_NEWS, "publication");
        assertThat(text(publication, GOOGLE_NEWS, "name")).isEqualTo("Bay News");
        assertThat(text(publication, GOOGLE_NEWS, "language")).isEqualTo("es");
        assertThat(text(news, GOOGLE_NEWS, "publication_date")).isEqualTo("2026-11-22T23:59:59Z");
        assertThat(text(news, GOOGLE_NEWS, "title")).isEqualTo("Entrevista");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en", "pt-BR, pt", "zh, zh-cn", "zh-Hant, zh-tw", "zh-HK, zh-tw", "zh-Hans-HK, zh-cn", "ckb, ckb"
    })
    void newsLanguage_isACodeOfIso639_orAKindOfChinese(String tag, String code) {
        assertThat(NewsSitemap.language(tag)).isEqualTo(code);
    }

    @Test
    void index_namesItsParts() {
        Slotted index = new SitemapIndex()
                .part(Href.own("/sitemap-1.xml"), Instant.parse("2026-11-23T10:00:00Z"))
                .finish();
        Element part = child(Xml.parse(on(index, MIRROR)), MAP, "sitemap");
        assertThat(text(part, MAP, "loc")).isEqualTo(MIRROR + "/sitemap-1.xml");
        assertThat(text(part, MAP, "lastmod")).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void robots_nameTheSitemapsOfTheirHost() {
        assertThat(on(Robots.write(SITE), MIRROR))
                .isEqualTo("User-agent: *\nDisallow: /search?\nAllow: /\n\nSitemap: " + MIRROR
                        + "/sitemap.xml\nSitemap: " + MIRROR + "/news-sitemap.xml\n");
    }

    @Test
    void robots_areKeptFromSearches_whereverTheyAre() {
        // RFC 9309, section 2.2.2: a rule is compared with the beginning of the path.
        Site placed = new Site(
                SITE.id(),
                SITE.title(),
                SITE.description(),
                SITE.language(),
                SITE.authority(),
                SITE.zone(),
                SITE.hosts(),
                SITE.theme(),
                SITE.syndication(),
                "/paper");
        assertThat(on(Robots.write(placed), NEWS)).contains("Disallow: /paper/search?\n");
    }

    @Test
    void robots_areSentAwayFromMirrors_whereTheSiteHidesThem() {
        Site hiding = SampleArticle.site(new Syndication("", Set.of(), Syndication.USUAL.smartNews(), true, Show.NONE));
        assertThat(on(Robots.write(hiding), MIRROR)).isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(on(Robots.write(hiding), NEWS)).contains("Allow: /\n", NEWS + "/sitemap.xml");
    }

    @Test
    void opml_listsTheFeedsOfTheHost() {
        // OPML 2.0, "Subscription lists"; text may hold HTML ("Text"), so a tag needs parting.
        List<Facet> sections = List.of(new Facet(new Selection.InSection("caf\u00e9"), "Caf\u00e9 & <Bar>", 3));
        Slotted open = Opml.write(SITE, Terms.OPEN, sections, List.of(), false);
        Element opml = Xml.parse(new String(open.on(LOCAL), UTF_8));
        assertThat(opml.getAttribute("version")).isEqualTo("2.0");
        assertThat(children(child(opml, "", "body"), "", "outline"))
                .extracting(
                        e -> e.getAttribute("type"),
                        e -> e.getAttribute("text"),
                        e -> e.getAttribute("xmlUrl"),
                        e -> e.getAttribute("htmlUrl"))
                .containsExactly(
                        tuple("rss", "Bay News", LOCAL + "/feed.rss", LOCAL + "/"),
                        tuple(
                                "rss",
                                "Bay News: Caf\u00e9 & <\u2060Bar>",
                                LOCAL + "/sections/caf%C3%A9/feed.rss",
                                LOCAL + "/sections/caf%C3%A9"));
    }

    @Test
    void opml_listsThePublishersChoices() {
        Choice choice = new Choice("quiet", "Quiet news", "Without noise", Criteria.NONE, Criteria.NONE);
        Site site = SampleArticle.site(new Syndication(List.of(choice), 250_000));

        Slotted open = Opml.write(site, Terms.OPEN, List.of(), List.of(), false);

        assertThat(new String(open.on(NEWS), UTF_8))
                .contains(
                        "text=\"Bay News: Quiet news\"",
                        "description=\"Without noise\"",
                        "xmlUrl=\"" + NEWS + "/feeds/quiet/feed.rss\"");
    }

    @Test
    void opml_namesLanguages_andSaysTheirTags() {
        // OPML 2.0: text is for people, language for programs.
        List<Facet> languages = List.of(
                new Facet(new Selection.InLanguage("en"), "English", 2),
                new Facet(new Selection.InLanguage("fr"), "Fran\u00e7ais", 1));

        Slotted open = Opml.write(SITE, Terms.OPEN, List.of(), languages, false);

        Element opml = Xml.parse(new String(open.on(NEWS), UTF_8));
        assertThat(children(child(opml, "", "body"), "", "outline"))
                .extracting(e -> e.getAttribute("text"), e -> e.getAttribute("language"))
                .contains(tuple("Bay News: Fran\u00e7ais", "fr"))
                .allSatisfy(outline ->
                        assertThat(outline.toList()).as("text is required").doesNotContain(""));
    }

    private static Element url(Sitemap sitemap, String base) {
        return child(Xml.parse(on(sitemap.finish(), base)), MAP, "url");
    }

    private static String on(Slotted document, String base) {
        return new String(document.on(base), UTF_8);
    }
}
