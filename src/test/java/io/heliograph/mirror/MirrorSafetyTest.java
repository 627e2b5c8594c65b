package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor makes up changes nothing for others: R1 to R9. */
class MirrorSafetyTest {

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(
                directory, "sites.0.mirror.methods=[GET, HEAD, POST]", "sites.0.mirror.cookies={allow: [session]}");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    /** R2: no server but those that are mapped, and the site's own knows nothing of their place. */
    @ParameterizedTest
    @ValueSource(strings = {"/-/o/evil.example/", "/-/o/127.0.0.1:22/x", "/-/o/"})
    void serverThatIsNotMapped_isNowhere(String path) {
        assertThat(mirror.get(path).status()).isEqualTo(404);
        assertThat(mirror.asked(path)).isZero();
    }

    /** R9: an origin that shows what a visitor wishes, and does not say that it chooses by that, shows it to nobody else. */
    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Language"})
    void wishThatIsNotInTheKey_isNotShown(String name) {
        String path = "/wish-" + name;
        mirror.origin()
                .on(
                        path,
                        request -> MirrorFixture.answer(
                                request, "wish " + request.getHeader(name), "cache-control", "max-age=100"));

        assertThat(mirror.get(path, name + ": evil").text()).isEqualTo("wish null");
        assertThat(mirror.get(path).text()).isEqualTo("wish null");
        assertThat(mirror.asked(path)).isEqualTo(1);
    }

    /** R9: the same where the origin chose by it before. */
    @Test
    void wishThatIsNoLongerInTheKey_isNotShown() {
        boolean[] varies = {true};
        mirror.origin().on("/no-longer", request -> {
            if (varies[0]) {
                request.response().putHeader("vary", "Accept-Language");
            }
            MirrorFixture.answer(
                    request, "wish " + request.getHeader("accept-language"), "cache-control", "max-age=100");
        });
        assertThat(mirror.get("/no-longer", "Accept-Language: de").text()).isEqualTo("wish de");
        varies[0] = false;

        assertThat(mirror.get("/no-longer", "Accept-Language: evil").text()).isEqualTo("wish null");
        assertThat(mirror.get("/no-longer", "Accept-Language: fr").text()).isEqualTo("wish null");
    }

    /** R9: which part a visitor wants is in no key, so none but numbers are told, and no condition of his. */
    @ParameterizedTest
    @ValueSource(strings = {"Range: evil", "Range: bytes=0-3, evil", "Range: bytes=0-3\r\nIf-Range: \"evil\""})
    void rangeThatIsNoneOrConditional_isNotShown(String fields) {
        String path = "/film-" + fields.length() + ".mp4";
        mirror.origin()
                .on(
                        path,
                        request -> MirrorFixture.answer(
                                request,
                                request.getHeader("range") + " " + request.getHeader("if-range"),
                                "content-type",
                                "video/mp4",
                                "cache-control",
                                "max-age=100"));

        mirror.get(path, fields);

        assertThat(mirror.get(path).text()).doesNotContain("evil");
    }

    /** What nobody else gets may depend on what one wishes. */
    @Test
    void wish_reachesTheOriginOfWhatIsForOneAlone() {
        mirror.origin()
                .on(
                        "/alone",
                        request -> MirrorFixture.answer(
                                request, "wish " + request.getHeader("accept-language"), "cache-control", "private"));

        assertThat(mirror.get("/alone", "Accept-Language: de").text()).isEqualTo("wish de");
        assertThat(mirror.get("/alone", "Accept-Language: fr").text()).isEqualTo("wish fr");
    }

    /** R4: no field that could change the answer without being in the key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Scheme: http",
                "Forwarded: host=evil.example",
                "X-Original-URL: /admin",
                "X-Rewrite-URL: /admin",
                "X-HTTP-Method-Override: DELETE",
                "X-Host: evil.example",
                "X-Real-IP: 127.0.0.1",
                "X-Anything: evil",
                "User-Agent: evil",
                "Referer: https://evil.example/",
                "Origin: https://evil.example",
                "Cookie: tracking=1",
                "Cache-Control: no-cache",
                "Range: bytes=0-0",
                "Accept-Encoding: evil",
                "If-None-Match: \"x\"",
                "Proxy: http://evil.example",
                "TE: trailers",
                "Trailer: X",
                "Upgrade: h2c",
            })
    void fieldThatIsNotInTheKey_doesNotReachTheOrigin(String line) {
        String path = "/field-" + line.replaceAll("[^A-Za-z]", "");
        mirror.serve(path, "body", "cache-control", "max-age=100");
        String name = line.substring(0, line.indexOf(':'));

        mirror.get(path, line);

        ScriptedServer.Asked asked = mirror.origin().lastAsked();
        assertThat(asked.uri()).isEqualTo(path);
        assertThat(asked.field(name.toLowerCase(Locale.ROOT)))
                .isNotEqualTo(line.substring(line.indexOf(':') + 1).strip());
        assertThat(asked.field("host")).isEqualTo("127.0.0.1:" + mirror.origin().port());
        assertThat(mirror.get(path).field("cache-status")).contains("hit");
    }

    /** R9: what no browser says is no wish; who makes up long ones is served what all are. */
    @Test
    void wishWithoutEnd_doesNotReachTheOrigin() {
        mirror.origin()
                .on(
                        "/long-wish",
                        request -> MirrorFixture.answer(
                                request,
                                "wish " + request.getHeader("accept-language"),
                                "cache-control",
                                "max-age=100",
                                "vary",
                                "Accept-Language"));

        assertThat(mirror.get("/long-wish", "Accept-Language: " + "de, ".repeat(200) + "fr")
                        .text())
                .startsWith("wish de");
        assertThat(mirror.get("/long-wish", "Accept-Language: " + "de, ".repeat(300) + "fr")
                        .text())
                .isEqualTo("wish null");
    }

    /** R8. */
    @Test
    void allowedCookies_pass_andAreForOneAlone() {
        mirror.origin()
                .on(
                        "/session",
                        request -> MirrorFixture.answer(
                                request,
                                String.valueOf(request.getHeader("cookie")),
                                "cache-control",
                                "public, max-age=100",
                                "set-cookie",
                                "session=2; Path=/"));

        Answer mine = mirror.get("/session", "Cookie: a=b; session=1; c=d");

        assertThat(mine.text()).isEqualTo("session=1");
        assertThat(mine.field("set-cookie")).startsWith("session=2");
        assertThat(mirror.get("/session").text()).isEqualTo("null");
    }

    /** R8, and pitfall 15: also where the cookie comes with word that nothing has changed, or with the answer to a HEAD. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void cookieOfAnUpdate_isForNobodyElse(String method) {
        String path = "/update-" + method;
        mirror.origin().on(path, request -> {
            boolean update = request.getHeader("if-none-match") != null
                    || request.method().name().equals("HEAD");
            request.response().setStatusCode(request.getHeader("if-none-match") != null ? 304 : 200);
            MirrorFixture.answer(
                    request,
                    "",
                    "etag",
                    "\"1\"",
                    "cache-control",
                    "no-cache",
                    "x-update",
                    Boolean.toString(update),
                    update ? "set-cookie" : "x-none",
                    "session=2");
        });
        mirror.get(path);
        mirror.ask(method, path);

        Answer later = mirror.get(path);

        assertThat(later.field("x-update")).isEqualTo("true");
        assertThat(later.field("set-cookie")).isEmpty();
    }

    /** RFC 9111, sections 3 and 5.2.2.7: what is for one alone from now on is kept for nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"private, max-age=1000", "no-store, max-age=1000"})
    void updateThatForbidsToStore_isNotStored(String control) {
        String path = "/forbids-" + control.substring(0, 2);
        mirror.origin().on(path, request -> {
            boolean update = request.getHeader("if-none-match") != null;
            request.response().setStatusCode(update ? 304 : 200);
            MirrorFixture.answer(
                    request, update ? "" : "body", "etag", "\"1\"", "cache-control", update ? control : "max-age=0");
        });
        mirror.get(path);

        Answer first = mirror.get(path);
        Answer second = mirror.get(path);

        assertThat(first.text()).isEqualTo("body");
        assertThat(second.text()).isEqualTo("body");
        assertThat(second.field("cache-status")).doesNotContain("hit").contains("fwd=stale");
        assertThat(mirror.asked(path)).isEqualTo(3);
    }

    /** R7. */
    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND", "M-SEARCH"})
    void methodsThatAreNotConfigured_areRefused(String method) {
        int before = mirror.origin().asked().size();
        Answer answer = mirror.ask(method, "/method");

        assertThat(answer.status()).isIn(400, 405);
        assertThat(mirror.origin().asked()).hasSize(before);
    }

    @Test
    void refusedMethod_saysWhichAreAllowed() {
        assertThat(mirror.ask("DELETE", "/method").field("allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void post_reachesTheOrigin_withItsBody() {
        mirror.origin()
                .on(
                        "/post",
                        request -> request.body()
                                .onSuccess(body -> MirrorFixture.answer(
                                        request, body + request.method().name())));

        Answer answer = RawHttp.send(
                mirror.gateway().port(),
                "POST /post HTTP/1.1\r\nHost: " + TestGateway.HOST
                        + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");

        assertThat(answer.text()).isEqualTo("helloPOST");
    }
}
