package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.origin.LinkPath;
import io.heliograph.representation.Target;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths are ours and which are articles': two rooms know, and must know the same. */
class RoutesTest {

    private static final Routes ROUTES = new Routes();

    private static final List<String> SEGMENTS = List.of(
            "",
            "-",
            "a",
            "about",
            "archive",
            "articles",
            "assets",
            "authors",
            "feed",
            "feed.atom",
            "feed.html",
            "feed.json",
            "feed.rss",
            "feed.xml",
            "feeds",
            "feeds.opml",
            "front",
            "hub",
            "index.html",
            "languages",
            "media",
            "mirrors",
            "news",
            "podcast.rss",
            "private",
            "roku.json",
            "robots.txt",
            "rss",
            "search",
            "sections",
            "sitemap.xml",
            "tags",
            "tv",
            ".well-known");

    static Set<String> fixedPaths() {
        return ROUTES.fixedPaths();
    }

    @ParameterizedTest
    @MethodSource("fixedPaths")
    void fixedPath_isNoArticles(String path) {
        assertThat(LinkPath.isReserved(path)).isTrue();
        assertThat(LinkPath.of(URI.create("https://origin.example" + path))).isEmpty();
        assertThat(isArticle(path)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("fixedPaths")
    void fixedPath_withASlashAtItsEnd_isNoArticlesEither(String path) {
        assertThat(LinkPath.isReserved(path + "/")).isTrue();
    }

    @Test
    void fixedPaths_areThoseOfTheTable() {
        assertThat(fixedPaths().stream()
                        .filter(path ->
                                !path.matches("/(tv|video|audio|live|search)(/feed(\\.[a-z]+)*|/podcast.rss)?")))
                .containsExactlyInAnyOrder(
                        "/",
                        "/feeds",
                        "/mirrors",
                        "/favicon.ico",
                        "/apple-touch-icon.png",
                        "/feed",
                        "/feed.html",
                        "/feed.rss",
                        "/feed.atom",
                        "/feed.json",
                        "/podcast.rss",
                        "/feed.msn.rss",
                        "/feed.smartnews.rss",
                        "/feed.flipboard.rss",
                        "/feeds.opml",
                        "/sitemap.xml",
                        "/news-sitemap.xml",
                        "/robots.txt",
                        "/tv/roku.json");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed, application/json, /feed.json",
        "/feed, application/feed+json, /feed.json",
        "/feed, text/xml, /feed.rss",
        "/sections/harbour/feed, application/atom+xml, /sections/harbour/feed.atom",
    })
    void negotiatedFeed_isTheDocumentThatItsOwnPathLeadsTo(String path, String accept, String own) {
        Route.NegotiatedFeed route = (Route.NegotiatedFeed) ROUTES.find(path);

        assertThat(Routes.negotiate(route, accept, true)).isEqualTo(ROUTES.find(own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sections/harbour", "/feeds/quiet", "/audio", "/video", "/live"})
    void selection_hasAPodcastAndThePartnersFeeds(String selection) {
        for (String name : new String[] {"podcast", "feed.msn", "feed.smartnews", "feed.flipboard"}) {
            String path = selection + "/" + name + ".rss";

            assertThat(ROUTES.find(path))
                    .isInstanceOfSatisfying(
                            Route.Document.class,
                            document -> assertThat(document.target().key()).isEqualTo(path));
            assertThat(LinkPath.isReserved(path)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss, limit=300, /feed.rss?limit=200",
        "/podcast.rss, limit=300&since=2026-11-23&summary=only&x=1, /podcast.rss?limit=300&since=2026-11-23&summary=only",
        "/podcast.rss, limit=5000, /podcast.rss",
        "/feed.msn.rss, limit=3&since=2026-11-23, /feed.msn.rss",
    })
    void query_cutsAFeed_asFarAsItsFormatAllows(String path, String query, String key) {
        Route.Document cut = Routes.refined((Route.Document) ROUTES.find(path), query);

        assertThat(cut.target().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sections/harbour",
                "/sections/harbour/feed",
                "/sections/harbour/feed.rss",
                "/sections/caf%C3%A9/feed.atom",
                "/sections/harbour/podcast.rss",
                "/tags/sea/feed.msn.rss",
                "/sections/archive/feed.rss",
                "/tags/archive/feed",
                "/feeds/archive/feed.html",
                "/sections/archive/archive/1-abc/feed.rss",
                "/sitemap-7.xml",
                "/sitemap-pages.xml",
                "/media/abc/photo.jpg"
            })
    void pathOfOurs_isNoArticles(String path) {
        assertThat(isArticle(path)).isFalse();
        assertThat(LinkPath.isReserved(path)).isTrue();
    }

    /** Whatever the seed makes of the words that are ours: either nobody may have it, or it leads to an article. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyPath_isOursOrAnArticles(long seed) {
        Random random = new Random(seed);
        Stream.generate(() -> path(random)).limit(20_000).forEach(path -> {
            String wanted = LinkPath.of(URI.create("https://origin.example" + path));
            if (!wanted.isEmpty()) {
                assertThat(isArticle(wanted)).as(wanted).isTrue();
            }
            if (!isArticle(path)) {
                assertThat(LinkPath.isReserved(path)).as(path).isTrue();
            }
        });
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            path.append('/').append(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
        }
        return path.toString();
    }

    private static boolean isArticle(String path) {
        return ROUTES.find(path) instanceof Route.Document document
                && document.target().equals(new Target.ArticlePage(path));
    }
}
