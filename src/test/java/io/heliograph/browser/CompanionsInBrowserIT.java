package io.heliograph.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mirrored page whose style sheet, font, modules, picture, data and frame are a further server's, in a real browser: to
 * it, host and companion are two origins. Everything works, and nothing is asked for elsewhere.
 */
class CompanionsInBrowserIT {

    private static final String HOST = "http://" + TestGateway.MIRROR;
    private static final String COMPANION = "http://cdn.mirror.example";
    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"7\"/>";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static ScriptedServer www;
    private static ScriptedServer cdn;
    private static TestGateway gateway;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException, NoSuchAlgorithmException {
        vertx = Vertx.vertx();
        www = ScriptedServer.start(vertx);
        cdn = ScriptedServer.start(vertx);
        String css = "@font-face { font-family: F; src: url(/font.woff2) } body { font-family: F;" + " background: url("
                + www.url("/ground.svg") + ") } p { color: rgb(1, 2, 3) }";
        serve(cdn, "/style.css", "text/css", css);
        serve(cdn, "/font.woff2", "font/woff2", "no font");
        serve(cdn, "/picture.svg", "image/svg+xml", PICTURE);
        serve(www, "/ground.svg", "image/svg+xml", PICTURE);
        serve(cdn, "/data.json", "application/json", "{\"link\":\"" + www.url("/there") + "\"}");
        serve(cdn, "/near.js", "text/javascript", "export const near = '" + cdn.url("/x") + "';");
        serve(www, "/far.js", "text/javascript", "export const far = '" + cdn.url("/y") + "';");
        serve(cdn, "/main.js", "text/javascript", """
                import { near } from '/near.js';
                import { far } from '%1$s/far.js';
                const data = await (await fetch('%2$s/data.json', { credentials: 'include' })).json();
                const asked = await (await fetch('%2$s/asked', { headers: { 'X-Wish': 'a' } })).text();
                const framed = new Promise(done => addEventListener('message', e => done(e.origin + ' ' + e.data)));
                const frame = document.createElement('iframe');
                frame.src = '%2$s/frame.html';
                document.body.append(frame);
                window.seen = framed.then(frame => JSON.stringify({ near, far, link: data.link, asked, frame }));
                """.formatted(www.url(""), cdn.url("")));
        serve(
                cdn,
                "/frame.html",
                "text/html",
                "<script>fetch('" + www.url("/api") + "').then(r => r.text()).then(t => parent.postMessage(t, '"
                        + www.url("") + "'))</script>");
        serve(www, "/api", "text/plain", "from the site");
        cdn.on("/asked", CompanionsInBrowserIT::asked);
        serve(
                www,
                "/",
                "text/html",
                "<!DOCTYPE html><link rel=stylesheet crossorigin href='" + cdn.url("/style.css") + "' integrity='"
                        + sri(css) + "'><link rel=icon href=data:,><p>Words</p><img src='" + cdn.url("/picture.svg")
                        + "'><script type=module src='" + cdn.url("/main.js") + "'></script>");
        gateway = TestGateway.start(
                directory.resolve("gateway"),
                "sites.0.mirror.origin=" + www.url(""),
                "sites.0.mirror.memory=64MB",
                "sites.0.mirror.also=[{ origin: \"" + cdn.url("") + "\", hosts: [\"https://cdn.news.example\", \""
                        + COMPANION + "\"] }]");
        chromium = Chromium.start(directory.resolve("browser"), gateway.port());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        gateway.close();
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void page_worksAcrossHostAndCompanion_andAsksForNothingElsewhere() {
        try (Tab tab = chromium.open()) {
            List<Tab.Request> requests = tab.go(HOST + "/");
            JsonObject seen = new JsonObject((String) tab.evaluate("window.seen"));

            assertThat(requests)
                    .extracting(Tab.Request::url)
                    .filteredOn(url -> !url.startsWith("data:"))
                    .allMatch(url -> url.startsWith(HOST + "/") || url.startsWith(COMPANION + "/"))
                    .contains(
                            COMPANION + "/style.css",
                            COMPANION + "/font.woff2",
                            COMPANION + "/picture.svg",
                            HOST + "/ground.svg",
                            COMPANION + "/main.js",
                            COMPANION + "/near.js",
                            HOST + "/far.js",
                            COMPANION + "/data.json",
                            COMPANION + "/asked");
            assertThat(seen.getString("near")).isEqualTo(COMPANION + "/x");
            assertThat(seen.getString("far")).isEqualTo(COMPANION + "/y");
            assertThat(seen.getString("link")).isEqualTo(HOST + "/there");
            assertThat(seen.getString("asked")).isEqualTo("no wish comes through");
            assertThat(seen.getString("frame")).isEqualTo(COMPANION + " from the site");
            assertThat(tab.evaluate("getComputedStyle(document.querySelector('p')).color"))
                    .isEqualTo("rgb(1, 2, 3)");
            assertThat(tab.evaluate("document.images[0].naturalWidth")).isEqualTo(7);
        }
    }

    /** A server that lets pages of the site ask, and says which. */
    private static void serve(ScriptedServer server, String path, String type, String body) {
        server.on(path, request -> {
            allow(request).response().putHeader("cache-control", "max-age=60").putHeader("content-type", type);
            request.response().end(body);
        });
    }

    private static void asked(HttpServerRequest request) {
        allow(request)
                .response()
                .putHeader("access-control-allow-headers", "x-wish")
                .putHeader("content-type", "text/plain")
                .end(request.headers().contains("x-wish") ? "a wish" : "no wish comes through");
    }

    private static HttpServerRequest allow(HttpServerRequest request) {
        request.response().putHeader("vary", "Origin");
        String origin = request.getHeader("origin");
        if (origin != null) {
            request.response()
                    .putHeader("access-control-allow-origin", origin)
                    .putHeader("access-control-allow-credentials", "true");
        }
        return request;
    }

    private static String sri(String body) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }
}
