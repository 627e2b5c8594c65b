package io.heliograph.page;

import static io.heliograph.article.SampleArticle.AUTHORITY;
import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.MIRROR;
import static io.heliograph.article.SampleArticle.NEWS;
import static io.heliograph.article.SampleArticle.hls;
import static io.heliograph.article.SampleArticle.mp4;
import static io.heliograph.article.SampleArticle.picture;
import static io.heliograph.article.SampleArticle.site;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.article.SampleArticle.video;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Caption;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Section;
import io.heliograph.article.Site;
import io.heliograph.article.Text;
import io.heliograph.feed.Samples;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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

class PagesTest {

    private static final Pages PAGES = new Pages();
    private static final Section HARBOUR = Section.named("Harbour");
    private static final Section CAFE = Section.named("Caf\u00e9");

    /** Every kind of page, with its path. */
    static Stream<Arguments> pages() {
        Article article = rich().article();
        return Stream.of(
                Arguments.of(
                        "/",
                        PAGES.front(site(), List.of(article), List.of(new SectionLatest(HARBOUR, List.of(article))))),
                Arguments.of("/sections/caf%C3%A9", PAGES.section(site(), CAFE, List.of(article))),
                Arguments.of("/2026/pier", PAGES.article(site(), article)),
                Arguments.of("/feeds", PAGES.feeds(site(), List.of(HARBOUR, CAFE))),
                Arguments.of("/mirrors", PAGES.mirrors(site())),
                Arguments.of("", PAGES.error(site(), 404)),
                Arguments.of("", PAGES.error(site(), 410)));
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
        assertThat(parse(page).select("footer section a").eachAttr("href"))
                .isEqualTo(path.isEmpty() ? List.of() : List.of(NEWS + path, MIRROR + path, LOCAL + path));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void ownUrls_areOnTheHostThatWasAsked(String path, Page page) {
        // When
        Document document = Jsoup.parse(html(page, LOCAL));
        document.select("link[rel=canonical], footer section").remove();
        if (path.equals("/mirrors")) {
            document.select("main ul").remove();
        }

        // Then
        List<String> urls = document.select("[href], [src], [poster]").stream()
                .flatMap(e ->
                        Stream.of("href", "src", "poster").filter(e::hasAttr).map(e::attr))
                .toList();
        assertThat(urls).hasSizeGreaterThan(5).allMatch(Href::absolute).allMatch(url -> url.startsWith(LOCAL + "/"));
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
        List<Element> links = parse(page).select("head link[rel=alternate]");

        // Then
        String base = path.startsWith("/sections/") ? NEWS + path : NEWS;
        String title = path.startsWith("/sections/") ? "Bay News: Caf\u00e9" : "Bay News";
        assertThat(links)
                .extracting(l -> l.attr("type"), l -> l.attr("title"), l -> l.attr("href"))
                .containsExactly(
                        tuple("application/rss+xml", title + " (RSS)", base + "/feed.rss"),
                        tuple("application/atom+xml", title + " (Atom)", base + "/feed.atom"),
                        tuple("application/feed+json", title + " (JSON Feed)", base + "/feed.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPage_leadsToFeeds_channelAndAddresses(String path, Page page) {
        assertThat(parse(page).select("header nav a").eachAttr("href"))
                .containsExactly(NEWS + "/feeds", NEWS + "/tv/roku.json", NEWS + "/mirrors");
    }

    @Test
    void article_hasABreadcrumb_inOrder() {
        // When
        Element breadcrumb =
                parse(PAGES.article(site(), rich().article())).selectFirst("main nav[aria-label=Breadcrumb]");

        // Then
        assertThat(breadcrumb.select("li").eachText()).containsExactly("Bay News", "Caf\u00e9", "The pier reopens");
        assertThat(breadcrumb.select("a").eachAttr("href")).containsExactly(NEWS + "/", NEWS + "/sections/caf%C3%A9");
        assertThat(breadcrumb.select("li").last().attr("aria-current")).isEqualTo("page");
        assertThat(breadcrumb.select("li").last().select("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "!!!"})
    void breadcrumb_hasNoSection_whereThereIsNone(String section) {
        assertThat(parse(PAGES.article(site(), titled("T").section(section).article()))
                        .select("main nav li")
                        .eachText())
                .containsExactly("Bay News", "T");
    }

    @Test
    void section_hasABreadcrumb_andItsFeeds() {
        // When
        Document page = parse(PAGES.section(site(), CAFE, List.of(rich().article())));

        // Then
        assertThat(page.select("main nav li").eachText()).containsExactly("Bay News", "Caf\u00e9");
        assertThat(page.select("main nav a").eachAttr("href")).containsExactly(NEWS + "/");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Caf\u00e9");
        assertThat(page.select("main p a").eachAttr("href"))
                .startsWith(
                        NEWS + "/sections/caf%C3%A9/feed.rss",
                        NEWS + "/sections/caf%C3%A9/feed.atom",
                        NEWS + "/sections/caf%C3%A9/feed.json");
        assertThat(page.select("main ul a").eachAttr("href")).containsExactly(NEWS + "/2026/pier");
    }

    @Test
    void article_hasHeadlineSummaryAuthorsAndText() {
        // When
        Document page = parse(PAGES.article(site(), rich().article()));

        // Then
        assertThat(page.title()).isEqualTo("The pier reopens \u2013 Bay News");
        assertThat(page.selectFirst("meta[name=description]").attr("content")).isEqualTo("After a year.");
        Element article = page.selectFirst("main article");
        assertThat(article.selectFirst("h1").text()).isEqualTo("The pier reopens");
        assertThat(article.select("h1 + p").text()).isEqualTo("After a year.");
        assertThat(article.text()).contains("By Ann Bay, Bo Cove.").contains("Tags: pier, sea");
        assertThat(article.selectFirst("p.body").text()).isEqualTo("Welcome back.");
        assertThat(article.selectFirst("p.body a").attr("href")).isEqualTo(NEWS + "/harbour");
        assertThat(article.selectFirst("pre").wholeText()).isEqualTo("tide   high\n\n\tlow\n");
    }

    @Test
    void article_hasItsPicture_withWordsCaptionCreditAndSize() {
        // When
        Element figure = parse(PAGES.article(site(), rich().article())).selectFirst("figure");

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
                parse(PAGES.article(site(), titled("T").images(bare).article())).selectFirst("figure");
        Element withCaption = parse(
                        PAGES.article(site(), titled("T").images(captioned).article()))
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
        assertThat(parse(PAGES.article(site(), article)).select("img")).hasSize(1);
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
        List<Element> times = parse(PAGES.article(site, article)).select("main time");

        // Then
        assertThat(times).extracting(t -> t.attr("datetime")).containsExactly(datetime);
        assertThat(times.get(0).text()).contains("23 November 2026", datetime.substring(11, 16));
    }

    @Test
    void time_isThereTwice_whereTheArticleChanged() {
        // Given
        Article article = titled("T").updated("2026-11-24T00:00:00Z").article();

        // Then
        assertThat(parse(PAGES.article(site(), article)).select("main time").eachAttr("datetime"))
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
            html = html(new Pages().article(site("de", NEWS), titled("T").article()), NEWS);
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(Jsoup.parse(html).select("main time").text()).contains("23. November 2026");
        assertThat(html)
                .isEqualTo(html(PAGES.article(site("de", NEWS), titled("T").article()), NEWS));
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
        Element whole = parse(PAGES.article(site, article)).selectFirst("main article");
        Element teaser = parse(PAGES.front(site, List.of(article), List.of())).selectFirst("main li");

        // Then
        assertThat(whole.attr("lang")).isEqualTo(lang).isEqualTo(teaser.attr("lang"));
        assertThat(whole.attr("dir")).isEqualTo(dir).isEqualTo(teaser.attr("dir"));
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "fa-IR, rtl", "he, rtl", "ur, rtl", "yi, rtl", "en, ltr", "zh-Hant, ltr", "az-Arab, rtl"})
    void page_tellsItsDirection(String language, String dir) {
        // When
        Element html = parse(PAGES.mirrors(site(language, NEWS))).selectFirst("html");

        // Then
        assertThat(html.attr("lang")).isEqualTo(language);
        assertThat(html.attr("dir")).isEqualTo(dir);
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
        Document page = parse(PAGES.article(site(), article));

        // Then
        Element video = page.selectFirst("video");
        assertThat(video.attr("poster")).isEqualTo(NEWS + "/media/pier.jpg");
        assertThat(video.select("source"))
                .extracting(s -> s.attr("src"), s -> s.attr("type"))
                .containsExactly(
                        tuple(NEWS + "/media/a.m3u8", "application/vnd.apple.mpegurl"),
                        tuple(NEWS + "/media/a.mp4", "video/mp4"));
        // Subtitles must tell their language (HTML, "the track element").
        assertThat(video.select("track[kind=subtitles]").eachAttr("srclang")).containsExactly("fr", "es");
        assertThat(video.selectFirst("a").attr("href")).isEqualTo(NEWS + "/media/a.mp4");
        assertThat(page.selectFirst("audio source").attr("src")).isEqualTo(NEWS + "/media/talk.mp3");
        assertThat(page.select("video").last().selectFirst("source").attr("src"))
                .isEqualTo(NEWS + "/media/live.m3u8");
    }

    @Test
    void front_showsTheNewest_andThoseOfEachSection() {
        // Given
        Article pier = titled("Pier").path("/pier").summary("Open.").article();
        Article quay = titled("Quay").path("/quay").article();

        // When
        Document page =
                parse(PAGES.front(site(), List.of(pier, quay), List.of(new SectionLatest(CAFE, List.of(quay)))));

        // Then
        assertThat(page.title()).isEqualTo("Bay News");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Bay News");
        assertThat(page.text()).contains("News of the bay");
        List<Element> sections = page.select("main section");
        assertThat(sections.get(0).select("li > a").eachAttr("href")).containsExactly(NEWS + "/pier", NEWS + "/quay");
        assertThat(sections.get(0).select("li p").eachText()).containsExactly("Open.");
        assertThat(sections.get(1).selectFirst("h2 a").attr("href")).isEqualTo(NEWS + "/sections/caf%C3%A9");
        assertThat(sections.get(1).select("li > a").eachText()).containsExactly("Quay");
    }

    @Test
    void front_saysSo_whereNothingIsPublished() {
        assertThat(parse(PAGES.front(site(), List.of(), List.of())).text())
                .contains("Nothing has been published here yet.");
    }

    @Test
    void feeds_namesEveryFeed_asLinkAndAsText() {
        // When
        Document page = Jsoup.parse(html(PAGES.feeds(site(), List.of(CAFE)), MIRROR));

        // Then
        List<String> feeds = List.of(
                MIRROR + "/feed.rss",
                MIRROR + "/feed.atom",
                MIRROR + "/feed.json",
                MIRROR + "/sections/caf%C3%A9/feed.rss",
                MIRROR + "/sections/caf%C3%A9/feed.atom",
                MIRROR + "/sections/caf%C3%A9/feed.json");
        assertThat(page.select("main table a").eachAttr("href")).isEqualTo(feeds);
        assertThat(page.select("main table a").eachText()).isEqualTo(feeds);
        assertThat(page.select("main > p a").eachAttr("href")).contains(MIRROR + "/tv/roku.json");
    }

    @Test
    void mirrors_namesEveryHost_andTheOneThatWasAsked() {
        // When
        Document page = Jsoup.parse(html(PAGES.mirrors(site()), MIRROR));

        // Then
        assertThat(page.selectFirst("main strong").text()).isEqualTo(MIRROR);
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
    @CsvSource({"404, Not found", "410, Gone"})
    void error_saysWhatIsTheMatter_andLeadsHome(int status, String title) {
        // When
        Document page = parse(PAGES.error(site(), status));

        // Then
        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.title()).isEqualTo(title + " \u2013 Bay News");
        assertThat(page.select("main a").eachAttr("href")).containsExactly(NEWS + "/");
    }

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
        Section section = Section.named("x " + attack);
        Article article = SampleArticle.allOf(attack)
                .section("x " + attack)
                .html("<p class=\"body\">Text</p>")
                .media(new Media(
                        Media.Kind.VIDEO,
                        attack,
                        Duration.ofMinutes(1),
                        List.of(new Rendition(Href.own("/media/a.mp4"), attack, 0, 0, 0, 0)),
                        List.of(new Caption(Href.own("/media/a.vtt"), attack, "x" + attack))))
                .live(new Live(attack, List.of(hls("/media/live.m3u8"))))
                .article();

        // When
        Document page = parse(PAGES.article(site, article));
        Document front =
                parse(PAGES.front(site, List.of(article), List.of(new SectionLatest(section, List.of(article)))));
        Document sectionPage = parse(PAGES.section(site, section, List.of(article)));
        List<Document> all = List.of(
                page,
                front,
                sectionPage,
                parse(PAGES.feeds(site, List.of(section))),
                parse(PAGES.mirrors(site)),
                parse(PAGES.error(site, 404)));

        // Then
        assertThat(page.selectFirst("h1").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst("h1 + p").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst("meta[name=description]").attr("content")).isEqualTo(text);
        assertThat(page.selectFirst("figure img").attr("alt")).isEqualTo(text);
        assertThat(page.selectFirst("figcaption").wholeText()).isEqualTo(text + " " + text);
        assertThat(page.selectFirst("figcaption small").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst("article").wholeText())
                .contains("By " + text + ".", "Tags: " + text + ", second " + text);
        assertThat(page.selectFirst("source").attr("type")).isEqualTo(text);
        assertThat(page.selectFirst("track").attr("srclang"))
                .isEqualTo("x" + Text.line("x" + attack).substring(1));
        assertThat(page.select("main nav li").get(1).wholeText()).isEqualTo(section.name());
        assertThat(front.selectFirst("h1").wholeText()).isEqualTo(text);
        assertThat(front.selectFirst("h1 + p").wholeText()).isEqualTo(text);
        assertThat(sectionPage.selectFirst("h1").wholeText()).isEqualTo(section.name());
        for (Document document : all) {
            assertThat(document.select("script, [onmouseover], [onerror], textarea, style, img[src=x]"))
                    .isEmpty();
            assertThat(document.select("header > p").first().wholeText()).isEqualTo(text);
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("[href], [src]").stream()
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
        Document page = parse(PAGES.article(site(), article));
        Document front = parse(PAGES.front(site(), List.of(article), List.of()));

        // Then
        assertThat(page.select("script")).isEmpty();
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(NEWS + path);
        assertThat(page.select("footer section a").eachText())
                .containsExactly(NEWS + path, MIRROR + path, LOCAL + path);
        assertThat(front.selectFirst("main li a").attr("href")).isEqualTo(NEWS + path);
    }

    @Test
    void write_givesTheSameBytes_everyTime() {
        assertThat(html(new Pages().article(site(), rich().article()), NEWS))
                .isEqualTo(html(PAGES.article(site(), rich().article()), NEWS));
    }

    private static SampleArticle rich() {
        return titled("The pier reopens")
                .summary("After a year.")
                .html("<p class=\"body\">Welcome <a href=\"\u0001/harbour\">back</a>.</p>"
                        + "<pre>tide   high\n\n\tlow\n</pre><h2>More</h2>")
                .authors(new Author("Ann Bay", "https://ann.example/"), new Author("Bo Cove", ""))
                .section("Caf\u00e9")
                .tags("pier", "sea")
                .images(picture("/media/pier.jpg"))
                .media(video(Duration.ofMinutes(1), mp4("/media/a.mp4")));
    }

    /** What is the same on every host: without the host's name and without the places that the page tells of. */
    private static String neutral(String html, String base) {
        Document document = Jsoup.parse(html);
        document.select("footer section, main ul").remove();
        return document.html().replace(base, "HOST");
    }

    private static String html(Page page, String base) {
        return new String(page.slotted().on(base), UTF_8);
    }

    private static Document parse(Page page) {
        return Jsoup.parse(html(page, NEWS));
    }
}
