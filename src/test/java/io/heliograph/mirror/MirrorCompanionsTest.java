package io.heliograph.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A further server with hosts of its own beside two of the site's three (R2, R8, R13, R15, R16): real origins, a real
 * gateway.
 */
class MirrorCompanionsTest {

    private static final String CDN = "cdn.news.example";
    private static final String CDN_MIRROR = "cdn.mirror.example";
    private static final String THIRD = "third.example";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static ScriptedServer www;
    private static ScriptedServer cdn;
    private static TestGateway gateway;
    private static int number;

    /** Below it, what one test asks for. */
    private String own = "";

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        www = ScriptedServer.start(vertx);
        cdn = ScriptedServer.start(vertx);
        gateway = MirrorFixture.gateway(
                directory,
                www.url(""),
                "sites.0.hosts.2=https://" + THIRD,
                "sites.0.mirror.also=[{ origin: \"" + cdn.url("") + "\", hosts: [\"https://" + CDN + "\", \"http://"
                        + CDN_MIRROR + "\"] }]",
                "sites.0.mirror.cookies={ allow: [seen] }",
                "sites.0.mirror.methods=[GET, HEAD, POST]",
                "sites.0.mirror.websockets=true",
                "sites.0.mirror.leaks=report");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ScriptedServer.settle(vertx.close());
    }

    @BeforeEach
    void number() {
        own = "/t" + number++;
    }

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

    /** RFC 9110, section 12.5.5; and Fetch, "CORS protocol and HTTP caches". */
    @Test
    void answerThatNamesTheOrigin_namesTheHost_whoeverAskedFirst() {
        cdn.on(own, MirrorCompanionsTest::reflect);

        RawHttp.Answer first = get(CDN, own);
        RawHttp.Answer fromThePage = get(CDN, own, "Origin: https://news.example");
        RawHttp.Answer fromElsewhere = get(CDN, own, "Origin: https://evil.example");
        RawHttp.Answer onTheMirror = get(CDN_MIRROR, own, "Origin: http://mirror.example");

        assertThat(first.field("access-control-allow-origin")).isEqualTo("https://news.example");
        assertThat(fromThePage.field("access-control-allow-origin")).isEqualTo("https://news.example");
        assertThat(fromElsewhere.field("access-control-allow-origin")).isEqualTo("https://news.example");
        assertThat(onTheMirror.field("access-control-allow-origin")).isEqualTo("http://mirror.example");
        assertThat(onTheMirror.field("access-control-allow-credentials")).isEqualTo("true");
        assertThat(asked(cdn, own)).isEqualTo(1);
        assertThat(cdn.asked().stream().filter(asked -> asked.uri().equals(own)))
                .allMatch(asked -> asked.field("origin").equals(www.url("")));
    }

    @Test
    void pageOfTheCompanion_asksTheSite_asItself() {
        www.on(own, MirrorCompanionsTest::reflect);

        RawHttp.Answer answer = get(TestGateway.HOST, own, "Origin: https://cdn.news.example");
        RawHttp.Answer again = get(TestGateway.HOST, own, "Origin: https://cdn.news.example");
        RawHttp.Answer plain = get(TestGateway.HOST, own);
        RawHttp.Answer foreign = get(TestGateway.HOST, own, "Origin: https://cdn.mirror.example");

        assertThat(answer.field("access-control-allow-origin")).isEqualTo("https://cdn.news.example");
        assertThat(answer.text()).isEqualTo("for " + cdn.url(""));
        assertThat(again.field("cache-status")).contains("hit");
        assertThat(plain.text()).isEqualTo("for ");
        assertThat(foreign.text()).isEqualTo("for ");
    }

    /** Fetch, section 3.3.2. */
    @Test
    void preflightOfAPage_isAnsweredByTheServer_thatOfOthersIsNot() {
        cdn.on(own, request -> {
            request.response()
                    .putHeader("access-control-allow-methods", request.getHeader("access-control-request-method"))
                    .putHeader("access-control-allow-headers", request.getHeader("access-control-request-headers"))
                    .putHeader("access-control-allow-origin", request.getHeader("origin"))
                    .setStatusCode(204)
                    .end();
        });

        RawHttp.Answer ours = preflight("https://news.example");
        RawHttp.Answer theirs = preflight("https://evil.example");

        assertThat(ours.status()).isEqualTo(204);
        assertThat(ours.field("access-control-allow-origin")).isEqualTo("https://news.example");
        assertThat(ours.field("access-control-allow-headers")).isEqualTo("x-wish");
        assertThat(theirs.field("access-control-allow-headers")).doesNotContain("x-wish");
        assertThat(asked(cdn, own)).isEqualTo(1);
    }

    @Test
    void origin_ofAFormThatIsSent_isTheOneTheServerKnows() {
        cdn.on(own, MirrorCompanionsTest::reflect);

        String ours = post(CDN, "https://news.example");
        String theirs = post(CDN, "https://evil.example");
        String same = post(CDN, "https://cdn.news.example");

        assertThat(ours).isEqualTo("for " + www.url(""));
        assertThat(theirs).isEqualTo("for https://evil.example");
        assertThat(same).isEqualTo("for " + cdn.url(""));
    }

    @Test
    void resourceForOneSite_isForTheHostsThatMayBeTwo() {
        cdn.on(own, request -> MirrorFixture.answer(request, "x", "cross-origin-resource-policy", "same-site"));

        assertThat(get(CDN, own).field("cross-origin-resource-policy")).isEqualTo("same-site");
    }

    @Test
    void reportOnlyPolicy_knowsTheCompanion_andReportsOfItsPagesAreTaken() {
        www.on(own, html("page"));
        cdn.on(own, html("<p>page"));

        String onHost = get(TestGateway.HOST, own).field("content-security-policy-report-only");
        String onCompanion = get(CDN, own).field("content-security-policy-report-only");
        String onThird = get(THIRD, own).field("content-security-policy-report-only");
        report("https://cdn.news.example" + own, cdn.url("/left"));

        assertThat(onHost)
                .isEqualTo(onCompanion)
                .startsWith("default-src 'self' https://news.example https://cdn.news.example data:")
                .endsWith("report-uri https://news.example/-/csp-reports");
        assertThat(onThird).startsWith("default-src 'self' data:").endsWith("report-uri /-/csp-reports");
        assertThat(RawHttp.get(gateway.opsPort(), "x", "/leaks").text()).contains("https://cdn.news.example" + own);
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

    /** RFC 6455, section 10.2. */
    @Test
    void webSocket_reachesTheServer_asThePageThatTheServerKnows() {
        cdn.on(own, request -> request.toWebSocket().onSuccess(socket -> socket.pause()));

        int fromTheSite = socket("https://news.example");
        int fromItself = socket("https://cdn.news.example");
        int fromElsewhere = socket("https://evil.example");

        assertThat(fromTheSite).isEqualTo(101);
        assertThat(fromItself).isEqualTo(101);
        assertThat(fromElsewhere).isEqualTo(403);
        assertThat(cdn.asked().stream().filter(asked -> asked.uri().equals(own)))
                .extracting(asked -> asked.field("origin"))
                .containsExactly(www.url(""), cdn.url(""));
    }

    /** RFC 9110, section 9.3.7. */
    @Test
    void optionsOfTheWholeServer_areOurs() {
        String preflight = "Access-Control-Request-Method: GET";

        RawHttp.Answer answer =
                RawHttp.ask(gateway.port(), "OPTIONS", CDN, "*", "Origin: https://news.example", preflight);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
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
            await().until(() -> files(folder) > 0);
        }
        gone.close();

        try (TestGateway second = MirrorFixture.gateway(folder, www.url(""), settings)) {
            assertThat(RawHttp.get(second.port(), CDN, own).text()).isEqualTo("kept");
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".response")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int socket(String origin) {
        return RawHttp.send(
                        gateway.port(),
                        "GET " + own + " HTTP/1.1\r\nHost: " + CDN + "\r\nOrigin: " + origin
                                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .status();
    }

    private static void reflect(HttpServerRequest request) {
        String origin = String.valueOf(request.getHeader("origin")).replace("null", "");
        request.response()
                .putHeader("vary", "Origin")
                .putHeader("cache-control", "max-age=60")
                .putHeader("content-type", "text/plain");
        if (!origin.isEmpty()) {
            request.response()
                    .putHeader("access-control-allow-origin", origin)
                    .putHeader("access-control-allow-credentials", "true");
        }
        request.response().end("for " + origin);
    }

    private static Consumer<HttpServerRequest> html(String body) {
        return request ->
                MirrorFixture.answer(request, body, "content-type", "text/html", "cache-control", "max-age=60");
    }

    private static Consumer<HttpServerRequest> text(String body) {
        return request -> MirrorFixture.answer(request, body, "cache-control", "max-age=60");
    }

    private static RawHttp.Answer get(String host, String path, String... headers) {
        return RawHttp.get(gateway.port(), host, path, headers);
    }

    private RawHttp.Answer preflight(String origin) {
        return RawHttp.ask(
                gateway.port(),
                "OPTIONS",
                CDN,
                own,
                "Origin: " + origin,
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: x-wish");
    }

    private String post(String host, String origin) {
        return RawHttp.send(
                        gateway.port(),
                        "POST " + own + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                                + "\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")
                .text();
    }

    private static void report(String page, String wanted) {
        String body = "{\"csp-report\":{\"document-uri\":\"" + page + "\",\"blocked-uri\":\"" + wanted
                + "\",\"effective-directive\":\"img-src\"}}";
        RawHttp.send(
                gateway.port(),
                "POST /-/csp-reports HTTP/1.1\r\nHost: news.example\r\nContent-Type: application/csp-report\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static long asked(ScriptedServer server, String path) {
        return server.asked().stream().filter(asked -> asked.uri().equals(path)).count();
    }

    private static String sri(String body) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-384").digest(body.getBytes(UTF_8));
        return "sha384-" + Base64.getEncoder().encodeToString(hash);
    }
}
