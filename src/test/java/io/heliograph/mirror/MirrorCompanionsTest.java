package io.heliograph.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found where on companions, and where it leads (R2, R8, R13, R15, R16). */
class MirrorCompanionsTest extends CompanionFixture {

    @Test
    void page_leadsToTheCompanionOfItsHost_andIsParsedAndFetchedOnce() {
        www.on(own, html("<img src=\"" + cdn.url("/a.png") + "\">"));

        RawHttp.Answer news = get(TestGateway.HOST, own);
        RawHttp.Answer mirror = get(TestGateway.MIRROR, own);
        RawHttp.Answer third = get(THIRD, own);

        assertThat(news.text()).isEqualTo("<img src=\"https://cdn.news.example/a.png\">");
        assertThat(mirror.text()).isEqualTo("<img src=\"http://cdn.mirror.example/a.png\">");
        assertThat(third.text())
                .isEqualTo("<img src=\"https://third.example/-/o/127.0.0.1:" + cdn.port() + "/a.png\">");
        assertThat(news.field("content-length")).isEqualTo(String.valueOf(news.body().length));
        assertThat(news.field("etag")).isNotEqualTo(mirror.field("etag"));
        assertThat(get(TestGateway.HOST, own, "If-None-Match: " + news.field("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(asked(www, own)).isEqualTo(1);
    }

    @Test
    void companion_hasAllPathsOfItsServer_andNothingOfOurs() {
        cdn.on("/robots.txt", text("User-agent: cdn"));
        cdn.on("/-/feed.rss", text("its own"));
        cdn.on("/.well-known/security.txt", text("its contact"));

        assertThat(get(CDN, "/robots.txt").text()).isEqualTo("User-agent: cdn");
        assertThat(get(CDN, "/-/feed.rss").text()).isEqualTo("its own");
        assertThat(get(CDN_MIRROR, "/.well-known/security.txt").text()).isEqualTo("its contact");
        assertThat(get(CDN, "/-/feeds").status()).isEqualTo(404);
        assertThat(get("cdn.third.example", "/robots.txt").status()).isEqualTo(421);
        assertThat(RawHttp.ask(gateway.port(), "PUT", CDN, "/").status()).isEqualTo(405);
    }

    @Test
    void documentOfTheCompanion_leadsBackToItsHost() {
        cdn.on(
                own,
                request -> MirrorFixture.answer(
                        request,
                        "a { b: url(/x); c: url(" + www.url("/y") + "); d: url(" + cdn.url("/z") + ") }",
                        "content-type",
                        "text/css",
                        "cache-control",
                        "max-age=60"));

        assertThat(get(CDN, own).text())
                .isEqualTo("a { b: url(/x); c: url(https://news.example/y); d: url(https://cdn.news.example/z) }");
        assertThat(get(CDN_MIRROR, own).text())
                .isEqualTo("a { b: url(/x); c: url(http://mirror.example/y); d: url(http://cdn.mirror.example/z) }");
        String below = "/-/o/127.0.0.1:" + cdn.port();
        assertThat(get(THIRD, below + own).text())
                .isEqualTo("a { b: url(" + below + "/x); c: url(https://third.example/y); d: url(https://third.example"
                        + below + "/z) }");
        assertThat(asked(cdn, own)).isEqualTo(1);
    }

    @Test
    void pathOfTheServer_onAHostWithCompanion_leadsThere() {
        RawHttp.Answer moved = get(TestGateway.HOST, "/-/o/127.0.0.1:" + cdn.port() + "/x?y=z");

        assertThat(moved.status()).isEqualTo(307);
        assertThat(moved.field("location")).isEqualTo("https://cdn.news.example/x?y=z");
    }

    @Test
    void redirects_leadFromHostToCompanionAndBack() {
        www.redirect(own, 302, cdn.url("/x"));
        cdn.redirect(own, 302, www.url("/y"));

        assertThat(get(TestGateway.MIRROR, own).field("location")).isEqualTo("http://cdn.mirror.example/x");
        assertThat(get(CDN_MIRROR, own).field("location")).isEqualTo("http://mirror.example/y");
    }

    @Test
    void cookies_haveThePathsOfTheCompanion() {
        cdn.on(
                own,
                request -> MirrorFixture.answer(
                        request, "x", "set-cookie", "seen=1; Domain=127.0.0.1; Path=/t", "cache-control", "no-store"));

        assertThat(get(CDN, own).field("set-cookie")).isEqualTo("seen=1; Path=/t");
        assertThat(get(THIRD, "/-/o/127.0.0.1:" + cdn.port() + own).field("set-cookie"))
                .isEqualTo("seen=1; Path=/-/o/127.0.0.1:" + cdn.port() + "/t");
    }

    @Test
    void integrity_isThatOfWhatTheCompanionServes() throws NoSuchAlgorithmException {
        String css = "a { b: url(" + www.url("/y") + ") }";
        cdn.on(
                own + ".css",
                request ->
                        MirrorFixture.answer(request, css, "content-type", "text/css", "cache-control", "max-age=60"));
        www.on(
                own,
                html("<link rel=stylesheet crossorigin href='" + cdn.url(own) + ".css' integrity='" + sri(css) + "'>"));

        for (String[] pair : new String[][] {{TestGateway.HOST, CDN}, {TestGateway.MIRROR, CDN_MIRROR}}) {
            String page = get(pair[0], own).text();
            String served = get(pair[1], own + ".css").text();

            assertThat(served).contains("://" + pair[0] + "/y");
            assertThat(page).contains("integrity='" + sri(served) + "'");
        }
    }

    @Test
    void purgeOfThePath_isOneOfTheCompanion() {
        cdn.on(own, request -> MirrorFixture.answer(request, "x", "cache-control", "max-age=60"));
        get(CDN, own);

        RawHttp.send(
                gateway.opsPort(),
                "POST /api/purge?site=news&path=/-/o/127.0.0.1:" + cdn.port() + own
                        + " HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: heliograph\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(get(CDN, own).field("cache-status")).contains("fwd=stale");
        assertThat(asked(cdn, own)).isEqualTo(2);
    }

    @Test
    void serverThatBreaksOff_isNotStoodInForByAnArticle() {
        TestGateway.write(gateway.folder(), "stand-in", "Stand-in", "Harbour", "words");
        cdn.on("/stand-in", request -> request.connection().close());
        cdn.on("/", request -> request.connection().close());

        RawHttp.Answer page = get(CDN, "/stand-in");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.field("content-type")).startsWith("text/plain");
        assertThat(get(CDN, "/").status()).isEqualTo(502);
    }

    @Test
    void companion_servesWhatIsStored_afterARestartWithoutItsServer(@TempDir Path folder) {
        ScriptedServer gone = ScriptedServer.start(vertx);
        String[] settings = {
            "sites.0.mirror.also=[{ origin: \"" + gone.url("") + "\", hosts: [\"https://" + CDN + "\"] }]"
        };
        gone.on(own, text("kept"));
        try (TestGateway first = MirrorFixture.gateway(folder, www.url(""), settings)) {
            assertThat(RawHttp.get(first.port(), CDN, own).text()).isEqualTo("kept");
            await().until(() -> new StoredFiles(folder).count() > 0);
        }
        gone.close();

        try (TestGateway second = MirrorFixture.gateway(folder, www.url(""), settings)) {
            assertThat(RawHttp.get(second.port(), CDN, own).text()).isEqualTo("kept");
        }
    }

    private static Consumer<HttpServerRequest> text(String body) {
        return request -> MirrorFixture.answer(request, body, "cache-control", "max-age=60");
    }

    private static String sri(String body) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-384").digest(body.getBytes(UTF_8));
        return "sha384-" + Base64.getEncoder().encodeToString(hash);
    }
}
