package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mirror is a shared cache (RFC 9111), with the defaults of a public one. */
class MirrorCachingTest {

    private static final String FRESH = "max-age=1000";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(
                directory, "sites.0.mirror.methods=[GET, HEAD, POST]", "sites.0.mirror.query={drop: ['utm_*']}");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    /** RFC 9111, section 4; RFC 9211, section 2. */
    @Test
    void second_isAHit() {
        mirror.serve("/hit", "body", "cache-control", FRESH, "x-a", "1");

        Answer first = mirror.get("/hit");
        Answer second = mirror.get("/hit");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.field("cache-status")).contains("fwd=uri-miss").contains("stored");
        assertThat(second.text()).isEqualTo("body");
        assertThat(second.field("x-a")).isEqualTo("1");
        assertThat(second.field("age")).isNotEmpty();
        assertThat(second.field("cache-status")).startsWith("Heliograph; hit; ttl=");
        assertThat(mirror.asked("/hit")).isEqualTo(1);
    }

    /** RFC 9110, section 9.3.2: HEAD is answered from what GET stored. */
    @Test
    void head_isServedFromWhatGetStored() {
        mirror.serve("/head", "body", "cache-control", FRESH);
        mirror.get("/head");

        Answer head = mirror.ask("HEAD", "/head");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.field("content-length")).isEqualTo("4");
        assertThat(mirror.asked("/head")).isEqualTo(1);
    }

    /** RFC 9111, section 4: a HEAD never makes a GET empty. */
    @Test
    void head_storesNothing() {
        mirror.serve("/head-first", "body", "cache-control", FRESH);
        mirror.ask("HEAD", "/head-first");

        assertThat(mirror.get("/head-first").text()).isEqualTo("body");
    }

    /** RFC 9111, section 4.3.2. */
    @Test
    void clientThatHasIt_gets304() {
        mirror.serve("/304", "body", "cache-control", FRESH, "etag", "\"v1\"");
        mirror.get("/304");

        Answer answer = mirror.get("/304", "If-None-Match: \"x\", W/\"v1\"");

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.field("etag")).isEqualTo("\"v1\"");
        assertThat(answer.field("content-type")).isEmpty();
        assertThat(mirror.asked("/304")).isEqualTo(1);
    }

    /** RFC 9111, sections 4.3.1 and 4.3.4. */
    @Test
    void stale_isValidated_andTakesNewFields() {
        mirror.origin().on("/validated", request -> {
            request.response().putHeader("etag", "\"v1\"").putHeader("cache-control", "max-age=0");
            if ("\"v1\"".equals(request.getHeader("if-none-match"))) {
                request.response().putHeader("x-a", "2").setStatusCode(304).end();
            } else {
                MirrorFixture.answer(request, "body", "x-a", "1");
            }
        });
        mirror.get("/validated");

        Answer second = mirror.get("/validated");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo("body");
        assertThat(second.field("x-a")).isEqualTo("2");
        assertThat(second.field("cache-status")).contains("fwd=stale; fwd-status=304");
    }

    /** RFC 9110, sections 14 and 15.3.7. */
    @Test
    void parts_areCutFromTheWhole() {
        mirror.serve("/ranges", "0123456789", "cache-control", FRESH, "etag", "\"v1\"");
        mirror.get("/ranges");

        assertThat(mirror.get("/ranges", "Range: bytes=2-4").text()).isEqualTo("234");
        assertThat(mirror.get("/ranges", "Range: bytes=-2").field("content-range"))
                .isEqualTo("bytes 8-9/10");
        assertThat(mirror.get("/ranges", "Range: bytes=20-").status()).isEqualTo(416);
        assertThat(mirror.get("/ranges", "Range: bytes=2-4", "If-Range: \"v0\"").status())
                .isEqualTo(200);
        Answer several = mirror.get("/ranges", "Range: bytes=0-1,8-9");
        assertThat(several.status()).isEqualTo(206);
        assertThat(several.field("content-type")).startsWith("multipart/byteranges; boundary=");
        assertThat(several.text())
                .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n")
                .contains("Content-Range: bytes 8-9/10\r\n\r\n89\r\n");
        assertThat(mirror.asked("/ranges")).isEqualTo(1);
    }

    /** RFC 9111, section 4.1. */
    @Test
    void variants_areKeptApart() {
        mirror.origin()
                .on(
                        "/vary",
                        request -> MirrorFixture.answer(
                                request,
                                String.valueOf(request.getHeader("accept-language")),
                                "vary",
                                "Accept-Language",
                                "cache-control",
                                FRESH));

        assertThat(mirror.get("/vary", "Accept-Language: en").text()).isEqualTo("en");
        assertThat(mirror.get("/vary", "Accept-Language: fr").text()).isEqualTo("fr");
        assertThat(mirror.get("/vary", "Accept-Language: en").text()).isEqualTo("en");
        // Once to learn that it chooses.
        assertThat(mirror.asked("/vary")).isEqualTo(3);
    }

    /** RFC 9111, section 4.4. */
    @Test
    void unsafeMethods_invalidate() {
        mirror.serve("/changed", "body", "cache-control", FRESH);
        mirror.get("/changed");

        mirror.ask("POST", "/changed", "Content-Length: 0");
        mirror.get("/changed");

        assertThat(mirror.asked("/changed")).isEqualTo(3);
    }

    /** R8: nobody gets another's cookie, be it from the store or from waiting with him. */
    @Test
    void responseWithCookie_isNotStored_andLosesIt() {
        mirror.serve("/cookie", "body", "cache-control", "public, max-age=1000", "set-cookie", "a=b");

        Answer first = mirror.get("/cookie");
        Answer second = mirror.get("/cookie");

        assertThat(first.field("set-cookie")).isEmpty();
        assertThat(second.field("set-cookie")).isEmpty();
        assertThat(mirror.asked("/cookie")).isEqualTo(2);
    }

    /** R8: what is asked with credentials is for the one who asked. */
    @Test
    void authorized_bypassesTheStore() {
        mirror.origin()
                .on(
                        "/auth",
                        request -> MirrorFixture.answer(
                                request,
                                String.valueOf(request.getHeader("authorization")),
                                "cache-control",
                                "public, max-age=1000"));

        assertThat(mirror.get("/auth", "Authorization: Basic eA==").text()).isEqualTo("Basic eA==");
        assertThat(mirror.get("/auth").text()).isEqualTo("null");
        assertThat(mirror.get("/auth", "Authorization: Basic eQ==").text()).isEqualTo("Basic eQ==");
    }

    /** R9: what is dropped from the key does not reach the origin either. */
    @Test
    void droppedParameters_reachNeitherKeyNorOrigin() {
        mirror.serve("/query", "body", "cache-control", FRESH);

        mirror.get("/query?a=1&utm_source=x");
        mirror.get("/query?utm_campaign=y&a=1");
        mirror.get("/query?a=2");

        assertThat(mirror.asked("/query?a=1")).isEqualTo(1);
        assertThat(mirror.asked("/query?a=2")).isEqualTo(1);
    }

    /** RFC 9111, section 4.2.2: a 404 that says nothing is believed for a moment. */
    @Test
    void missing_isRememberedForAMoment() {
        mirror.origin()
                .on("/gone", request -> request.response().setStatusCode(404).end("gone"));

        assertThat(mirror.get("/gone").status()).isEqualTo(404);
        assertThat(mirror.get("/gone").status()).isEqualTo(404);
        assertThat(mirror.asked("/gone")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private", "no-cache"})
    void whatMayNotBeUsed_isAskedForEachTime(String cacheControl) {
        mirror.serve("/each-" + cacheControl, "body", "cache-control", cacheControl);

        mirror.get("/each-" + cacheControl);
        mirror.get("/each-" + cacheControl);

        assertThat(mirror.asked("/each-" + cacheControl)).isEqualTo(2);
    }

    /** RFC 9111, section 5.2.1: what visitors say of caching is theirs to wish, and ours to leave. */
    @Test
    void visitorsDirectives_areIgnored() {
        mirror.serve("/reload", "body", "cache-control", FRESH);
        mirror.get("/reload");

        mirror.get("/reload", "Cache-Control: no-cache", "Pragma: no-cache");

        assertThat(mirror.asked("/reload")).isEqualTo(1);
    }

    /** R16 and R17: one parse for all hosts, and for each a tag and parts of its own. */
    @Test
    void pages_leadToTheHostThatWasAsked_andAreParsedOnce() {
        String page = "<html><body><a href=\"" + mirror.origin().url("/next") + "\">next</a></body></html>";
        mirror.serve("/page", page, "cache-control", FRESH, "etag", "\"o\"", "content-type", "text/html");

        Answer here = mirror.get("/page");
        Answer there = RawHttp.get(mirror.gateway().port(), TestGateway.MIRROR, "/page");

        assertThat(here.text()).contains("href=\"https://" + TestGateway.HOST + "/next\"");
        assertThat(there.text()).contains("href=\"http://" + TestGateway.MIRROR + "/next\"");
        assertThat(here.field("etag")).isNotEqualTo("\"o\"").isNotEqualTo(there.field("etag"));
        assertThat(mirror.asked("/page")).isEqualTo(1);
        assertThat(mirror.get("/page", "If-None-Match: " + here.field("etag")).status())
                .isEqualTo(304);
        String half = mirror.get("/page", "Range: bytes=0-39").text();
        String rest = mirror.get("/page", "Range: bytes=40-").text();
        assertThat(half + rest).isEqualTo(here.text());
    }

    /** Own endpoints are below the prefix, and lead there. */
    @Test
    void ownPages_areBelowThePrefix() {
        TestGateway.write(mirror.gateway().folder(), "own", "Own", "News", "Text");
        await().until(() -> mirror.get("/-/feed.json").text().contains("\"Own\""));

        String feed = mirror.get("/-/feed.json").text();

        assertThat(feed).contains("https://" + TestGateway.HOST + "/-/feed.json");
        assertThat(feed).doesNotContain("https://" + TestGateway.HOST + "/feed");
        String front = mirror.get("/-/").text();
        assertThat(front).contains("https://" + TestGateway.HOST + "/-/assets/");
        assertThat(mirror.get("/feed.json").status()).isEqualTo(404);
    }
}
