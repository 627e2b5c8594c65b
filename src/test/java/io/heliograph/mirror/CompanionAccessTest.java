package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.Test;

/** What host and companion, which are two origins to browsers, let each other do (R9, R13). */
class CompanionAccessTest extends CompanionFixture {

    /** RFC 9110, section 12.5.5; and Fetch, "CORS protocol and HTTP caches". */
    @Test
    void answerThatNamesTheOrigin_namesTheHost_whoeverAskedFirst() {
        cdn.on(own, CompanionAccessTest::reflect);

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
        www.on(own, CompanionAccessTest::reflect);

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
        cdn.on(own, CompanionAccessTest::reflect);

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
}
