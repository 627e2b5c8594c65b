package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked, and who gets to see what is for one alone: R1, R3, R4, R6 and R8. */
class MirrorTrustTest {

    private static final String FRESH = "max-age=1000";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static ScriptedServer further;
    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        further = ScriptedServer.start(vertx);
        mirror = new MirrorFixture(
                directory,
                "sites.0.mirror.also=[" + further.url("") + "]",
                "sites.0.mirror.methods=[GET, HEAD, POST]",
                "sites.0.mirror.cookies={allow: [session]}");
    }

    @AfterAll
    static void stop() {
        mirror.close();
        ScriptedServer.settle(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "news.example.evil.example", "127.0.0.1", "localhost:1", "xnews.example"})
    @DisplayName("R1: a host that is not configured gets 421, and nobody is asked")
    void otherHost_isMisdirected(String host) {
        int before = mirror.origin().asked().size();

        assertThat(RawHttp.get(mirror.gateway().port(), host, "/r1").status()).isEqualTo(421);
        assertThat(mirror.origin().asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example", "NEWS.Example", "news.example.", "news.example:443"})
    @DisplayName("R1: case, a dot at the end and the scheme's own port make no other host, nor another key")
    void host_isTheSameHoweverItIsWritten(String host) {
        mirror.serve("/written", "body", "cache-control", FRESH);

        assertThat(RawHttp.get(mirror.gateway().port(), host, "/written").text())
                .isEqualTo("body");
        assertThat(mirror.asked("/written")).isEqualTo(1);
    }

    @Test
    @DisplayName("R1: two hosts, or none, are a 400, and nobody is asked")
    void hostsThatAreNotOne_areRefused() {
        int before = mirror.origin().asked().size();

        assertThat(mirror.get("/r1", "Host: mirror.example").status()).isEqualTo(400);
        assertThat(RawHttp.send(mirror.gateway().port(), "GET /r1 HTTP/1.1\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(mirror.origin().asked()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Cookie: session=1, cookie",
        "Authorization: Basic eA==, authorization",
        "'Authorization: Digest username=\"a\"', authorization",
        "Authorization: Negotiate abc, authorization",
    })
    @DisplayName("R3: what a browser knows for the site's own server reaches no further one")
    void credentials_reachNoFurtherServer(String line, String name) {
        String path = "/r3-" + Math.abs(line.hashCode());
        further.on(path, request -> MirrorFixture.answer(request, "body", "cache-control", FRESH));
        mirror.serve(path, "body", "cache-control", FRESH);

        Answer there = mirror.get("/-/o/127.0.0.1:" + further.port() + path, line);
        mirror.get(path, line);

        assertThat(there.text()).isEqualTo("body");
        assertThat(there.field("cache-status")).contains("stored");
        assertThat(further.lastAsked().fields()).doesNotContainKey(name);
        assertThat(mirror.origin().lastAsked().fields()).containsKey(name);
    }

    @Test
    @DisplayName("R3: a token that a script sends to a further server is meant for it")
    void token_reachesTheServerThatItIsFor() {
        further.on("/token", request -> MirrorFixture.answer(request, "body"));

        mirror.get("/-/o/127.0.0.1:" + further.port() + "/token", "Authorization: Bearer t");

        assertThat(further.lastAsked().field("authorization")).isEqualTo("Bearer t");
    }

    @Test
    @DisplayName("R13: what scripts of other sites may do, nobody grants in the origin's place (Fetch, section 3.3.5)")
    void preflight_isNotGrantedInTheOriginsPlace() {
        Answer answer =
                mirror.ask("OPTIONS", "/api", "Origin: https://evil.example", "Access-Control-Request-Method: POST");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.field("allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(answer.fields()).noneMatch(line -> line.startsWith("access-control-"));
    }

    @Test
    @DisplayName("R4: the body of a GET does not reach the origin")
    void bodyOfAGet_staysHere() {
        mirror.serve("/body", "body", "cache-control", FRESH);

        Answer answer = RawHttp.send(
                mirror.gateway().port(),
                "GET /body HTTP/1.1\r\nHost: news.example\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");

        assertThat(answer.text()).isEqualTo("body");
        assertThat(mirror.origin().lastAsked().fields()).doesNotContainKeys("content-length", "transfer-encoding");
    }

    @Test
    @DisplayName("R4: what Connection names is for us alone")
    void fieldsThatConnectionNames_stayHere() {
        mirror.serve("/connection", "body");

        mirror.get("/connection", "Connection: Authorization", "Authorization: Bearer t");

        assertThat(mirror.origin().lastAsked().fields()).doesNotContainKey("authorization");
    }

    /** Origins show the page of an account at whatever is below or behind its path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/x.css",
                "/account;x.css",
                "/account%3Bx.css",
                "/account?x.css",
                "/account/style.css;jsessionid=1"
            })
    @DisplayName("R6: the ending of a path makes nothing storable (cache deception)")
    void accountBehindTheNameOfAFile_isStoredForNobody(String path) {
        mirror.origin()
                .on(
                        path.contains("?") ? "/account" : path,
                        request -> MirrorFixture.answer(
                                request,
                                "account of " + request.getHeader("cookie"),
                                "content-type",
                                "text/html",
                                "cache-control",
                                "public, max-age=1000"));

        Answer mine = mirror.get(path, "Cookie: session=mine");
        Answer other = mirror.get(path);

        assertThat(mine.text()).isEqualTo("account of session=mine");
        assertThat(mine.field("cache-status")).contains("fwd=bypass").doesNotContain("stored");
        assertThat(other.text()).isEqualTo("account of null");
        assertThat(mirror.get(path, "Cookie: session=mine").text()).isEqualTo("account of session=mine");
    }

    @Test
    @DisplayName("R8: a cookie that may not pass is as if it were not there")
    void otherCookies_areDropped() {
        mirror.serve("/dropped", "body", "cache-control", FRESH);

        mirror.get("/dropped", "Cookie: tracking=1; other=2");

        assertThat(mirror.origin().lastAsked().fields()).doesNotContainKey("cookie");
        assertThat(mirror.get("/dropped", "Cookie: tracking=2").field("cache-status"))
                .contains("hit");
    }
}
