package io.heliograph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where paths of ours are found. */
class OwnPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /-/",
        "/feed.rss, /-/feed.rss",
        "/feeds, /-/feeds",
        "/search?q=sea, /-/search?q=sea",
        "/sections/harbour/feed.json?limit=5, /-/sections/harbour/feed.json?limit=5",
        "/media/x/y.jpg, /-/media/x/y.jpg",
        "/assets/style.css, /-/assets/style.css",
        "/a/title-abc, /-/a/title-abc",
        "/mirrors#top, /-/mirrors#top",
        "/2026/ferry, /2026/ferry",
        "/feedback, /feedback",
        "/.well-known/feed-mirrors.json, /.well-known/feed-mirrors.json"
    })
    void placed_putsEndpointsBelowThePrefix_andLeavesArticlesWhereTheyAre(String path, String place) {
        assertThat(OwnPath.placed("/-", path)).isEqualTo(place);
        assertThat(OwnPath.placed("", path)).isEqualTo(path);
    }
}
