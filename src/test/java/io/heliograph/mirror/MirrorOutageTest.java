package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is there when its origin is not. */
class MirrorOutageTest {

    @TempDir
    Path directory;

    private Vertx vertx;
    private ScriptedServer origin;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        origin = ScriptedServer.start(vertx);
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    /** RFC 9111, section 4.2.4. */
    @Test
    void originThatIsGone_isServedStale() {
        serve("/a", "body", "max-age=0");
        serve("/strict", "body", "max-age=0, must-revalidate");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/a");
            gateway.get("/strict");
            origin.close();

            Answer stale = gateway.get("/a");

            assertThat(stale.status()).isEqualTo(200);
            assertThat(stale.text()).isEqualTo("body");
            assertThat(stale.field("cache-status")).contains("fwd=stale");
            assertThat(gateway.get("/strict").status()).isEqualTo(502);
            assertThat(gateway.get("/never-seen").status()).isEqualTo(502);
        }
    }

    /** RFC 5861, section 4. */
    @Test
    void originThatFails_isServedStale() {
        serve("/a", "body", "max-age=0");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/a");
            origin.on("/a", request -> request.response().setStatusCode(503).end("trouble"));

            assertThat(gateway.get("/a").text()).isEqualTo("body");
        }
    }

    @Test
    void restart_withTheOriginGone_stillServes() throws IOException {
        origin.on(
                "/page",
                request -> MirrorFixture.answer(
                        request,
                        "<a href=\"" + origin.url("/x") + "\">x</a>",
                        "content-type",
                        "text/html",
                        "cache-control",
                        "max-age=1000"));
        serve("/text", "body", "max-age=0");
        serve("/broken", "body", "max-age=1000");
        Answer before;
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            before = gateway.get("/page");
            gateway.get("/text");
            gateway.get("/broken");
            await().until(() -> files().size() == 3);
        }
        origin.close();
        damageFileOf("/broken");

        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            Answer page = gateway.get("/page");

            assertThat(page.text()).isEqualTo(before.text()).contains("https://" + TestGateway.HOST + "/x");
            assertThat(page.field("etag")).isEqualTo(before.field("etag"));
            assertThat(page.field("cache-status")).contains("hit");
            assertThat(gateway.get("/text").text()).isEqualTo("body");
            assertThat(gateway.get("/broken").status()).isEqualTo(502);
        }
    }

    @Test
    void restart_forgetsNoPurge() throws IOException {
        serve("/path", "body", "max-age=1000");
        serve("/kept", "body", "max-age=1000");
        origin.on(
                "/group",
                request -> MirrorFixture.answer(
                        request, "body", "cache-control", "max-age=1000", "surrogate-key", "ferries"));
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/path");
            gateway.get("/group");
            gateway.get("/kept");
            await().until(() -> files().size() == 3);
            purge(gateway, "path=/path");
            purge(gateway, "group=ferries");
            await().ignoreExceptions().until(() -> Files.readString(purges()).contains("group ferries;"));
            await().ignoreExceptions().until(() -> Files.readString(purges()).contains("/path;"));
        }
        Files.writeString(purges(), "12 PUR", StandardOpenOption.APPEND);

        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            assertThat(gateway.get("/path").field("cache-status")).contains("fwd=stale");
            assertThat(gateway.get("/group").field("cache-status")).contains("fwd=stale");
            assertThat(gateway.get("/kept").field("cache-status")).contains("hit");
            purge(gateway, "all=true");
            await().ignoreExceptions().until(() -> Files.readString(purges()).contains("everything;"));
        }
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            assertThat(gateway.get("/kept").field("cache-status")).contains("fwd=stale");
        }
    }

    private static void purge(TestGateway gateway, String what) {
        assertThat(RawHttp.ask(
                                gateway.opsPort(),
                                "POST",
                                "x",
                                "/api/purge?site=news&" + what,
                                "X-Requested-With: heliograph")
                        .status())
                .isEqualTo(200);
    }

    private Path purges() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("data/mirror"))) {
            return all.filter(file -> file.endsWith("purges.log")).findFirst().orElse(directory.resolve("none"));
        }
    }

    @Test
    void articleAndFrontPage_areOursWhereTheOriginIsGone() {
        origin.on(
                "/feed.xml",
                request -> MirrorFixture.answer(
                        request, """
                <rss version="2.0"><channel><title>News</title><link>%1$s</link><description>All</description>
                <item><title>The Kittiwake</title><link>%1$s/2026/kittiwake</link><guid>tag:k</guid>
                <description>Text</description></item></channel></rss>""".formatted(origin.url("")), "content-type", "application/rss+xml"));
        String[] settings = {"sites.0.mirror.origin=" + origin.url("")};
        try (TestGateway gateway = TestGateway.start(directory, origin.url("/feed.xml"), settings)) {
            String feed = gateway.get("/-/feed.json").text();
            String path = "/2026/kittiwake";
            assertThat(feed).contains("https://" + TestGateway.HOST + path);
            origin.close();

            Answer article = gateway.get(path);
            Answer front = gateway.get("/");

            assertThat(article.status()).isEqualTo(200);
            assertThat(article.text()).contains("The Kittiwake");
            assertThat(article.field("cache-status")).contains("detail=feed-fallback");
            assertThat(front.status()).isEqualTo(200);
            assertThat(front.text()).contains("The Kittiwake");
            assertThat(gateway.get("/nothing").status()).isEqualTo(502);
        }
    }

    @Test
    void originThatComesBack_isAskedAgain() {
        int port = origin.port();
        serve("/a", "old", "max-age=0");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            gateway.get("/a");
            origin.close();
            assertThat(gateway.get("/a").text()).isEqualTo("old");
            ScriptedServer back = ScriptedServer.start(vertx, "127.0.0.1", port);
            back.on("/a", request -> MirrorFixture.answer(request, "new", "cache-control", "max-age=1000"));

            await().until(() -> gateway.get("/a").text().equals("new"));
        }
    }

    private void serve(String path, String body, String cacheControl) {
        origin.on(path, request -> MirrorFixture.answer(request, body, "cache-control", cacheControl));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("data/mirror"))) {
            return all.filter(file -> file.toString().endsWith(".response")).toList();
        }
    }

    /** Changes a byte of the body in a stored file. */
    private void damageFileOf(String path) throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains(path)) {
                bytes[bytes.length - 10] ^= 1;
                Files.write(file, bytes);
            }
        }
    }
}
