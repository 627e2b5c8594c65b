package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Feeds for subscribers alone. */
class PrivateFeedTest {

    private static final String ADAS = "k3Jx_9vQz1Lm-2Rt7WbYc4";
    private static final String BOS = "0d9f3b7c1e5a8264f0b1c7d3e9a5821f";
    private static final String WRONG = "k3Jx_9vQz1Lm-2Rt7WbYc5";

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path articles = TestGateway.articles(directory);
        TestGateway.write(articles, "one", "One", "Insider", "Body");
        TestGateway.write(articles, "two", "Two", "News", "Body");
        Path ada = Files.writeString(directory.resolve("ada"), ADAS + "\n");
        Path bo = Files.writeString(directory.resolve("bo"), BOS);
        gateway = TestGateway.start(
                directory,
                "sites.0.terms=[{for: [/sections/insider, /], subscribers: [{name: ada, token: '${file:" + ada
                        + "}'}, {name: bo, token: '${file:" + bo + "}'}]}]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "feed.rss, application/rss+xml",
        "feed.atom, application/atom+xml",
        "feed.json, application/feed+json",
        "feed, application/rss+xml",
        "sections/insider/feed.rss, application/rss+xml",
    })
    void subscriber_hasTheFeed_andNobodyKeepsIt(String feed, String type) {
        RawHttp.Answer answer = gateway.get("/private/" + ADAS + "/" + feed, "Accept: text/html, */*;q=0.5");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).startsWith(type);
        assertThat(answer.field("cache-control")).isEqualTo("private, no-store");
        assertThat(answer.field("x-robots-tag")).isEqualTo("noindex");
        assertThat(answer.field("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.field("access-control-allow-origin")).isEmpty();
        assertThat(answer.field("access-control-expose-headers")).isEmpty();
        assertThat(answer.text())
                .contains("https://news.example/private/" + ADAS + "/")
                .doesNotContain(BOS);
        assertThat(answer.field("link")).contains(ADAS).doesNotContain("canonical");
    }

    @Test
    void selfLink_isTheAskersOwn_underTheSameValidators() {
        RawHttp.Answer adas = gateway.get("/private/" + ADAS + "/feed.rss");
        RawHttp.Answer bos = gateway.get("/private/" + BOS + "/feed.rss");
        RawHttp.Answer again = gateway.get("/private/" + ADAS + "/feed.rss", "If-None-Match: " + adas.field("etag"));

        assertThat(bos.text()).isEqualTo(adas.text().replace(ADAS, BOS));
        assertThat(bos.field("etag")).isEqualTo(adas.field("etag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.field("cache-control")).isEqualTo("private, no-store");
        assertThat(again.field("access-control-allow-origin")).isEmpty();
        assertThat(adas.text())
                .as("articles are where they are for all")
                .contains("<link>https://news.example/one</link>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private/" + WRONG + "/feed.rss",
                "/private/" + ADAS + "x/feed.rss",
                "/private//feed.rss",
                "/feed.rss",
                "/sections/insider/feed.rss",
            })
    void whoHasNoToken_getsWhatAnyMissingPageIs(String path) {
        RawHttp.Answer answer = gateway.get(path);
        RawHttp.Answer missing = gateway.get("/nowhere/feed.rss");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo(missing.text());
        assertThat(withoutDate(answer)).isEqualTo(withoutDate(missing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed",
                "/feed.html",
                "/feed.json?limit=3",
                "/private/" + ADAS + "/feed.html",
                "/private/" + ADAS + "/",
                "/private/" + ADAS,
                "/private/" + ADAS + "/one",
                "/private/" + ADAS + "/feeds",
                "/private/" + ADAS + "/sections/news/feed.rss",
                "/private/" + ADAS + "/private/" + ADAS + "/feed.rss",
            })
    void nothingElse_isThere(String path) {
        assertThat(gateway.get(path, "Accept: text/html").status()).isEqualTo(404);
    }

    @Test
    void otherFeeds_areForAll() {
        assertThat(gateway.get("/sections/news/feed.rss").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/one", "/feeds", "/mirrors", "/sections/insider", "/nothing"})
    void page_tellsNothingOfFeedsThatAreNotForAll(String path) {
        gateway.get("/private/" + ADAS + "/feed.rss");

        RawHttp.Answer page = gateway.get(path);

        assertThat(page.field("link")).doesNotContain("</feed", "/insider/feed");
        assertThat(page.text()).doesNotContain(ADAS, BOS, "/private/");
        assertThat(Jsoup.parse(page.text()).select("[href$=/feed.rss]").eachAttr("href"))
                .allMatch(href -> href.endsWith("://news.example/sections/news/feed.rss"));
    }

    @Test
    void listOfFeeds_tellsOfThoseForAllAlone() {
        assertThat(gateway.get("/feeds.opml").text())
                .contains("xmlUrl=\"https://news.example/sections/news/feed.rss\"")
                .doesNotContain("https://news.example/feed.rss", "insider");
    }

    @Test
    void preflight_allowsNoScript() {
        RawHttp.Answer answer = RawHttp.ask(
                gateway.port(),
                "OPTIONS",
                TestGateway.HOST,
                "/private/" + ADAS + "/feed.rss",
                "Origin: https://o.example");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.fields()).noneMatch(field -> field.toLowerCase().startsWith("access-control"));
    }

    @Test
    void redirect_staysWithTheSubscriber() {
        RawHttp.Answer answer = gateway.get("/private/" + ADAS + "/sections/Insider/feed.rss");

        // The spelling that is not ours is of no feed that anybody has terms for.
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void metrics_holdNoToken() {
        gateway.get("/private/" + ADAS + "/feed.rss");
        gateway.get("/private/" + WRONG + "/feed.rss");

        String metrics = RawHttp.get(gateway.opsPort(), "localhost", "/metrics").text();

        assertThat(metrics).contains("heliograph_http_requests_total").doesNotContain(ADAS, WRONG, "/private");
    }

    @Test
    void logs_holdNoToken_whateverIsAsked() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        try {
            for (String token : List.of(ADAS, WRONG)) {
                String path = "/private/" + token + "/feed.rss";
                gateway.get(path);
                gateway.get(path + "?limit=x");
                gateway.get("/private/" + token + "/%00");
                gateway.get("/private/" + token);
                gateway.get("/", "Referer: https://news.example" + path);
                RawHttp.ask(gateway.port(), "DELETE", TestGateway.HOST, path);
                RawHttp.get(gateway.port(), "unknown.example", path);
                RawHttp.send(gateway.port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
                RawHttp.send(gateway.port(), "GET " + path + " HTTP/9.9\r\n\r\n");
            }
        } finally {
            root.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(line -> line.getFormattedMessage() + line.getKeyValuePairs() + line.getThrowableProxy())
                .noneMatch(line -> line.contains(ADAS) || line.contains(WRONG));
    }

    private static List<String> withoutDate(RawHttp.Answer answer) {
        return answer.fields().stream()
                .filter(field -> !field.toLowerCase().startsWith("date:"))
                .toList();
    }
}
