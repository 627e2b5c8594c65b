package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own pages in the place of an origin's that is away, at whatever address an article has there. */
class MirrorStandInTest {

    private static final String ITEM =
            "<item><title>%1$s</title><link>%2$s</link><guid>tag:%1$s</guid><description>Text</description></item>";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        ScriptedServer origin = ScriptedServer.start(vertx);
        String items = ITEM.formatted("Kittiwake", origin.url("/2026/kittiwake"))
                + ITEM.formatted("Lantern", origin.url("/2026/lantern/"))
                + ITEM.formatted("Query", origin.url("/index.php?p=7&amp;utm_source=rss"))
                + ITEM.formatted("Plain", origin.url("/?p=8"))
                + ITEM.formatted("Reserved", origin.url("/archive/2024/ferry"))
                + ITEM.formatted("Umlaut", origin.url("/2026/%C3%A4rger"));
        origin.on(
                "/feed.xml",
                request -> MirrorFixture.answer(
                        request,
                        "<rss version=\"2.0\"><channel><title>News</title><link>" + origin.url("")
                                + "</link><description>All</description>" + items + "</channel></rss>",
                        "content-type",
                        "application/rss+xml"));
        origin.on(
                "/index.php",
                request -> MirrorFixture.answer(
                        request, "origin's " + request.query(), "cache-control", "max-age=0, must-revalidate"));
        gateway = TestGateway.start(directory, origin.url("/feed.xml"), new String[] {
            "sites.0.mirror.origin=" + origin.url(""),
            "sites.0.mirror.robots=noindex",
            "sites.0.mirror.query={drop: [utm_*]}"
        });
        await().until(() -> gateway.get("/-/feed.json").text().contains("Reserved"));
        assertThat(gateway.get("/index.php?p=7").text()).isEqualTo("origin's p=7");
        origin.close();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ScriptedServer.settle(vertx.close());
    }

    @ParameterizedTest
    @CsvSource({
        "/2026/kittiwake, Kittiwake",
        "/2026/kittiwake/, Kittiwake",
        "/2026/kittiwake?utm_source=mail, Kittiwake",
        "/2026/kittiwake?print=1, Kittiwake",
        "/2026/kittiwake/?print=1, Kittiwake",
        "/2026/lantern/, Lantern",
        "/2026/lantern, Lantern",
        "/index.php?p=7, Query",
        "/index.php?utm_medium=mail&p=7, Query",
        "/?p=8, Plain",
        "/archive/2024/ferry, Reserved",
        "/archive/2024/ferry?utm_source=mail, Reserved",
        "/2026/%c3%a4rger, Umlaut",
        "/, The News",
        "/?utm_source=mail, The News",
        "/?s=words, The News",
    })
    void address_isAnsweredWithOurPage_onEveryHost(String address, String title) {
        for (String host : new String[] {TestGateway.HOST, TestGateway.MIRROR}) {
            Answer page = RawHttp.get(gateway.port(), host, address);
            Answer head = RawHttp.ask(gateway.port(), "HEAD", host, address);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("<title>" + title).contains("://" + host + "/-/");
            assertThat(page.field("cache-status"))
                    .startsWith("Heliograph; fwd=")
                    .endsWith("Heliograph-Store; hit; detail=feed-fallback");
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.field("cache-status")).endsWith("detail=feed-fallback");
            assertThat(head.field("etag")).isEqualTo(page.field("etag"));
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/nothing?p=7", "/index.php", "/index.php?p=9", "/2026/kittiwake//"})
    void addressOfNoArticle_isNotAnsweredWithOne(String address) {
        assertThat(gateway.get(address).status()).isEqualTo(502);
        assertThat(gateway.get(address, "Accept: text/html").text()).contains("<h1>Away for a moment</h1>");
    }

    /** No cache between us and a visitor goes on with it for long once the origin is back. */
    @Test
    void page_isToMakeWaySoon_andSaysWhatTheMirrorSays() {
        Answer page = gateway.get("/2026/kittiwake");

        assertThat(page.field("cache-control")).isEqualTo("public, max-age=10, stale-if-error=604800");
        assertThat(page.field("x-robots-tag")).isEqualTo("noindex");
    }

    @Test
    void visitorWhoHasIt_gets304_whichSaysHow() {
        Answer page = gateway.get("/2026/kittiwake");

        Answer again = gateway.get("/2026/kittiwake", "If-None-Match: " + page.field("etag"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.field("cache-status")).endsWith("detail=feed-fallback");
    }

    /** Whoever wants to change something is not told that it was done. */
    @Test
    void unsafeRequest_isNotAnsweredWithAPage(@TempDir Path other) {
        String[] settings = {"sites.0.mirror.origin=http://127.0.0.1:1", "sites.0.mirror.methods=[GET, POST]"};
        try (TestGateway posting = TestGateway.start(other, settings)) {
            assertThat(RawHttp.ask(posting.port(), "POST", TestGateway.HOST, "/", "Content-Length: 0")
                            .status())
                    .isEqualTo(502);
        }
    }
}
