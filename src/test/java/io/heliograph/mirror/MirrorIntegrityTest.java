package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R15: what a page names with a hash has that hash on the mirror, whatever was asked for first. */
class MirrorIntegrityTest {

    @TempDir
    Path directory;

    private static final String FRESH = "max-age=1000";

    @Test
    void page_thatIsAskedForFirst_namesItsScriptsWithTheirHashes() {
        try (MirrorFixture mirror = new MirrorFixture(directory)) {
            serve(mirror, "");

            String page = mirror.get("/page").text();

            assertThat(page)
                    .contains("integrity=\"" + hash(mirror.get("/script.js").text()) + "\"");
            assertThat(mirror.asked("/script.js")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://WWW.lamp.example:80/script.js",
                "http://www%2elamp.ex%61mple/script.js",
                "http://www.lamp.example/./a/%2e%2e/scr%69pt.js#x",
            })
    void script_whoseUrlIsWrittenInAnotherWay_isTheSame(String url) {
        Vertx vertx = Vertx.vertx();
        try (ScriptedServer origin = ScriptedServer.start(vertx);
                TestGateway gateway = MirrorFixture.gateway(
                        directory,
                        "http://www.lamp.example",
                        "sites.0.mirror.addresses=[\"127.0.0.1:" + origin.port() + "\"]")) {
            String script = "load('http://www.lamp.example/more');";
            String page = page(hash(script)).replace("/script.js", url);
            origin.on(
                    "/script.js",
                    request -> MirrorFixture.answer(
                            request, script, "content-type", "text/javascript", "cache-control", FRESH));
            origin.on("/page", request -> MirrorFixture.answer(request, page, "content-type", "text/html"));

            String there = gateway.get("/page").text();

            assertThat(there)
                    .contains("integrity=\"" + hash(gateway.get("/script.js").text()) + "\"");
            assertThat(origin.asked())
                    .filteredOn(asked -> asked.uri().equals("/script.js"))
                    .hasSize(1);
        } finally {
            ScriptedServer.settle(vertx.close());
        }
    }

    /** One that is wrong at the origin goes on being refused by browsers. */
    @Test
    void hash_thatIsWrong_staysWrong() {
        try (MirrorFixture mirror = new MirrorFixture(directory)) {
            serve(mirror, "altered();");

            assertThat(mirror.get("/page").text()).contains("integrity=\"" + hash(script(mirror)) + "\"");
        }
    }

    @Test
    void page_fromDisk_namesItsScriptsWithTheirHashes() {
        Vertx vertx = Vertx.vertx();
        try (ScriptedServer origin = ScriptedServer.start(vertx)) {
            String script = "load('" + origin.url("/more") + "');";
            origin.on(
                    "/script.js",
                    request -> MirrorFixture.answer(
                            request, script, "content-type", "text/javascript", "cache-control", FRESH));
            origin.on(
                    "/page",
                    request -> MirrorFixture.answer(
                            request, page(hash(script)), "content-type", "text/html", "cache-control", FRESH));
            try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
                gateway.get("/page");
                await().until(() -> new StoredFiles(directory).count() == 2);
            }

            try (TestGateway later = MirrorFixture.gateway(directory, origin.url(""))) {
                String page = later.get("/page").text();

                assertThat(page)
                        .contains("integrity=\"" + hash(later.get("/script.js").text()) + "\"");
                assertThat(origin.asked()).hasSize(2);
            }
        } finally {
            ScriptedServer.settle(vertx.close());
        }
    }

    @Test
    void page_thatNamesItselfWithAHash_isAnswered() {
        try (MirrorFixture mirror = new MirrorFixture(directory)) {
            String self = mirror.origin().url("/self");
            mirror.serve(
                    "/self",
                    "<script src='" + self + "' integrity='sha256-x'></script>",
                    "content-type",
                    "text/html",
                    "cache-control",
                    FRESH);

            assertThat(mirror.get("/self").status()).isEqualTo(200);
            assertThat(mirror.asked("/self")).isEqualTo(1);
        }
    }

    private static void serve(MirrorFixture mirror, String added) {
        mirror.serve("/script.js", script(mirror) + added, "content-type", "text/javascript", "cache-control", FRESH);
        mirror.serve("/page", page(hash(script(mirror))), "content-type", "text/html", "cache-control", FRESH);
    }

    private static String page(String hash) {
        return "<script src='/script.js' integrity=\"" + hash + "\"></script>";
    }

    private static String script(MirrorFixture mirror) {
        return "load('" + mirror.origin().url("/more") + "');";
    }

    private static String hash(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(body.getBytes(StandardCharsets.UTF_8));
            return "sha384-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
