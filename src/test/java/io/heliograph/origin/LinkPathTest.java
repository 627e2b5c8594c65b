package io.heliograph.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPathTest {

    @ParameterizedTest
    @CsvSource({
        "https://origin.example/2026/11/ferry,          /2026/11/ferry",
        "https://origin.example/2026/11/ferry/,         /2026/11/ferry/",
        "https://origin.example/ferry.html,             /ferry.html",
        "https://origin.example/ferry#comments,         /ferry",
        "https://origin.example/ferry?,                 /ferry",
        "https://origin.example/caf%c3%a9,              /caf%C3%A9",
        "https://origin.example/%7euser/%41,            /~user/A",
        "https://origin.example/a%20b,                  /a%20b",
        "https://origin.example/x/../y/./z,             /y/z",
        "https://origin.example/@user/post:1,           /@user/post:1",
        "https://origin.example/feeding-time,           /feeding-time",
        "https://origin.example/podcasts,               /podcasts",
        "https://origin.example/tvshow,                 /tvshow",
        "https://origin.example/media-watch,            /media-watch",
        "https://origin.example/section/x,              /section/x",
        "https://origin.example/about/feed,             /about/feed"
    })
    void link_keepsItsPath(String link, String path) {
        assertThat(LinkPath.of(URI.create(link))).isEqualTo(path);
    }

    /** The table of paths that are ours on every host, and what may come to be there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/-",
                "/-/",
                "/-/feed.rss",
                "/a/ferry-abcdefgh",
                "/archive/2026/11.rss",
                "/assets/style.css",
                "/authors",
                "/authors/",
                "/authors/ann-vale",
                "/authors/ann-vale/feed.json",
                "/favicon.ico",
                "/feed",
                "/feed/",
                "/feed/rss",
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/feeds",
                "/feeds/",
                "/feeds.opml",
                "/hub",
                "/languages",
                "/languages/de",
                "/media",
                "/media/abc/photo.jpg",
                "/mirrors",
                "/mirrors/",
                "/news-sitemap.xml",
                "/podcast.rss",
                "/robots.txt",
                "/search",
                "/search/feed.rss",
                "/sections",
                "/sections/harbour",
                "/sections/harbour/feed.rss",
                "/sections/harbour/podcast.rss",
                "/sitemap.xml",
                "/tags",
                "/tags/boats",
                "/tags/boats/feed.atom",
                "/tv",
                "/tv/",
                "/tv/roku.json",
                "/tv/roku-plain.json",
                "/tv/mrss.xml",
                "/tv/search.json",
                "/tv/guide.xml",
                "/tv/playlist.m3u",
                "/tv/report.json",
                "/.well-known/feed-mirrors.json",
                "/.well-known/feed-mirrors.json.minisig",
                "/%66eed",
                "/feed%2Erss",
                "/x/../feed",
                "/./tv",
                "/sections/./harbour"
            })
    void ownEndpoint_isReserved(String path) {
        assertThat(LinkPath.of(URI.create("https://origin.example" + path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "utm_source=rss,                         true",
        "utm_source=a&utm_medium=b&utm_campaign=, true",
        "UTM_SOURCE=x,                           true",
        "fbclid=abc,                             true",
        "gclid=abc,                              true",
        "mc_cid=1&mc_eid=2,                      true",
        "ref=feed,                               true",
        "source=rss,                             true",
        "cmp=newsletter,                         true",
        "at_medium=RSS&at_campaign=x,            true",
        "&&,                                     true",
        "p=123,                                  false",
        "utm_source=rss&p=123,                   false",
        "id=1&utm_source=rss,                    false",
        "source=7,                               false",
        "reference=7,                            false",
        "a,                                      false"
    })
    void query_tellsArticlesApartUnlessItOnlyTracks(String query, boolean kept) {
        assertThat(LinkPath.of(URI.create("https://origin.example/ferry?" + query)))
                .isEqualTo(kept ? "/ferry" : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://origin.example",
                "https://origin.example?p=1",
                "https://origin.example//other.example/x",
                "https://origin.example/.//other.example/x",
                "https://origin.example/a%2Fb",
                "https://origin.example/a%00b",
                "https://origin.example/a%5Cb",
                "https://origin.example/../x",
                "mailto:a@b.example"
            })
    void linkWithoutAPathThatIsSafeHere_getsNone(String link) {
        assertThat(LinkPath.of(URI.create(link))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void length_isBounded(int length, boolean kept) {
        String path = "/" + "a".repeat(length - 1);

        assertThat(LinkPath.of(URI.create("https://origin.example" + path))).isEqualTo(kept ? path : "");
    }
}
