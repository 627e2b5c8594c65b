package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every feed in every format: what readers and validators have found fault with in those of others. */
class EveryFeedTest {

    private static final int SOUND = 30_000;

    @TempDir
    static Path directory;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        Path folder = TestGateway.articles(directory);
        for (int i = 0; i < 80; i++) {
            TestGateway.write(folder, "s" + i, "S" + i, "Sea", "The lantern");
        }
        byte[] sound = new byte[SOUND];
        new Random(5).nextBytes(sound);
        Files.write(folder.resolve("tone.mp3"), sound);
        Files.writeString(
                folder.resolve("talk.md"),
                "---\ntitle: Talk\ndate: 2026-11-02T10:00:00Z\nsection: Sea\nauthors: [Ann Bay, Bo Cove]\n"
                        + "media: [{ url: tone.mp3, duration: 61s }]\n---\nText\n");
        gateway = TestGateway.start(
                directory,
                "sites.0.syndication.partners=[msn, flipboard]",
                "sites.0.podcast.owner.email=a@a.example",
                "sites.0.podcast.categories=[News]",
                "sites.0.feeds=[{id: none-yet, title: None yet, include: {tags: [comet]}}]");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<String> xml() {
        return Stream.of(
                "/feed.rss",
                "/feed.atom",
                "/sections/sea/feed.rss",
                "/search/feed.atom?q=lantern",
                "/feeds/none-yet/feed.rss",
                "/feed.rss?summary=only",
                "/podcast.rss",
                "/audio/podcast.rss",
                "/feed.msn.rss",
                "/audio/feed.msn.rss",
                "/feed.flipboard.rss",
                archive("rss"),
                archive("atom"));
    }

    static Stream<String> feeds() {
        return Stream.concat(xml(), Stream.of("/feed.json", "/feeds/none-yet/feed.json", archive("json")));
    }

    /** The path of the newest page of the archive. */
    private static String archive(String format) {
        return gateway.get("/archive/1/feed." + format).field("location").replace("https://news.example", "");
    }

    @ParameterizedTest
    @MethodSource("xml")
    @DisplayName("RFC 7303, section 3: the charset parameter and the declaration say the same")
    void charset_isThatOfTheDeclaration(String path) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.field("content-type")).endsWith("+xml; charset=utf-8");
        assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<");
    }

    @ParameterizedTest
    @MethodSource("xml")
    @DisplayName("No xml-stylesheet, no script, no document type: browsers are removing XSLT, and get a page instead")
    void document_isData(String path) {
        assertThat(gateway.get(path).text())
                .doesNotContain("<?xml-stylesheet", "<!DOCTYPE", "<script", "type=\"xhtml\"");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @DisplayName("RFC 9110, section 15.4.5: who asks without a condition gets a whole document, and never a 304")
    void unconditional_isWhole(String path) {
        for (String[] fields : new String[][] {
            {}, {"Cache-Control: no-cache", "Pragma: no-cache"}, {"If-None-Match:"}, {"If-Modified-Since:"}
        }) {
            RawHttp.Answer answer = gateway.get(path, fields);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSizeGreaterThan(300);
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @DisplayName("RFC 5861; RFC 8246: how long it may be kept is said, and what is done when it is old")
    void caching_isSaid(String path) {
        String caching = gateway.get(path).field("cache-control");

        if (path.contains("/archive/")) {
            assertThat(caching).isEqualTo("public, max-age=31536000, immutable");
        } else {
            assertThat(caching).contains("max-age=", "stale-while-revalidate=", "stale-if-error=");
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @DisplayName("RFC 9110, section 12.5.5: Vary names what chose the answer, and never the host")
    void vary_isOfTheCodingAlone(String path) {
        assertThat(gateway.get(path).field("vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    @DisplayName("RFC 8288: a feed says where it is, where it is at home, and where people find the same")
    void link_saysWhereTheFeedIs(String path) {
        RawHttp.Answer mirrored = RawHttp.get(gateway.port(), TestGateway.MIRROR, path);

        List<String> links = List.of(mirrored.field("link").split(", ", -1));
        assertThat(links.get(0)).startsWith("<http://mirror.example" + path + ">; rel=\"self\"; type=\"application/");
        assertThat(links.get(1)).isEqualTo("<https://news.example" + path + ">; rel=\"canonical\"");
        assertThat(links).hasSize(3);
        assertThat(links.get(2)).contains(path.contains("/archive/") ? "rel=\"current\"" : "rel=\"alternate\"");
    }

    @Test
    @DisplayName("RFC 5005, section 4: an archived page leads to the feed as it is now, in JSON too")
    void link_ofAnArchivedPage_namesTheCurrentFeed() {
        assertThat(gateway.get(archive("json")).field("link"))
                .endsWith("</feed.json>; rel=\"current\"; type=\"application/feed+json\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "User-Agent:",
                "User-Agent: curl/8.5.0",
                "User-Agent: python-requests/2.31",
                "User-Agent: Java/17",
                "User-Agent: Mozilla/5.0 (compatible; AhrefsBot/7.0)",
                "User-Agent: ;;;()",
            })
    @DisplayName("Nobody is turned away, or asked to prove anything, for what reads for him")
    void anyReader_getsTheFeed(String field) {
        RawHttp.Answer answer = gateway.get("/feed.rss", field);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("content-type")).startsWith("application/rss+xml");
        assertThat(answer.field("set-cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/sections/none/feed.rss, 404",
        "/search/feed.atom?q=, 404",
        "/feed.smartnews.rss, 404",
        "/feed.json/, 404",
        "/private/none/feed.json, 404",
        "/%00/feed.rss, 400",
    })
    @DisplayName("A failure is a status, and never an item")
    void failure_isNoFeed(String path, int status) {
        RawHttp.Answer answer = gateway.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("content-type")).startsWith("text/");
        assertThat(answer.text()).doesNotContain("<rss", "<item>", "<entry>", "\"items\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/search/feed.rss?q=talk",
        "/search/feed.atom?q=lantern&limit=3",
        "/feed.atom?since=2026-11-02",
        "/feed.rss?limit=2&summary=only"
    })
    @DisplayName("A mirror reads the query as the canonical host does")
    void query_countsOnMirrors(String path) {
        RawHttp.Answer home = gateway.get(path);
        RawHttp.Answer mirrored = RawHttp.get(gateway.port(), TestGateway.MIRROR, path);

        assertThat(mirrored.field("etag")).isEqualTo(home.field("etag"));
        assertThat(mirrored.text().replace("http://mirror.example", "https://news.example"))
                .isEqualTo(home.text());
        assertThat(home.field("etag"))
                .isNotEqualTo(gateway.get(path.substring(0, path.indexOf('?'))).field("etag"));
    }

    @Test
    @DisplayName("RFC 4287, section 4.2.6; RSS, guid; JSON Feed, id: one id in all formats, on all hosts")
    void ids_areTheSameEverywhere() {
        List<String> ids = ids("news.example", "/feed.rss", "<guid isPermaLink=\"false\">([^<]+)</guid>");

        assertThat(ids).hasSize(50).doesNotHaveDuplicates().allMatch(id -> id.startsWith("tag:news.example,"));
        for (String host : List.of(TestGateway.HOST, TestGateway.MIRROR)) {
            assertThat(ids(host, "/feed.atom", "<entry>\n<id>([^<]+)</id>")).isEqualTo(ids);
            assertThat(ids(host, "/feed.json", "\\{\"id\":\"([^\"]+)\"")).isEqualTo(ids);
            assertThat(ids(host, "/feed.msn.rss", "<guid isPermaLink=\"false\">([^<]+)</guid>"))
                    .isEqualTo(ids);
        }
    }

    private static List<String> ids(String host, String path, String pattern) {
        return Pattern.compile(pattern)
                .matcher(RawHttp.get(gateway.port(), host, path).text())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/podcast.rss"})
    @DisplayName("Apple, enclosure: its server knows HEAD and ranges, and the length is that of the file")
    void enclosure_isWhatItSays(String feed) {
        Matcher enclosure = Pattern.compile(
                        "<enclosure url=\"https://news.example(/[^\"]+)\" length=\"(\\d+)\" type=\"([^\"]+)\"")
                .matcher(gateway.get(feed).text());
        assertThat(enclosure.find()).isTrue();

        RawHttp.Answer head = RawHttp.ask(gateway.port(), "HEAD", TestGateway.HOST, enclosure.group(1));
        RawHttp.Answer part = gateway.get(enclosure.group(1), "Range: bytes=0-1");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("content-length")).isEqualTo(enclosure.group(2)).isEqualTo("" + SOUND);
        assertThat(head.field("content-type")).isEqualTo(enclosure.group(3));
        assertThat(head.field("accept-ranges")).isEqualTo("bytes");
        assertThat(part.status()).isEqualTo(206);
        assertThat(enclosure.find()).as("one for each item").isFalse();
    }
}
