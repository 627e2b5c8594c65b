package io.heliograph.mirror;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway that mirrors two servers: the site's own, and one with hosts of its own beside two of the site's three.
 */
abstract class CompanionFixture {

    static final String CDN = "cdn.news.example";
    static final String CDN_MIRROR = "cdn.mirror.example";
    static final String THIRD = "third.example";

    @TempDir
    static Path directory;

    static Vertx vertx;
    static ScriptedServer www;
    static ScriptedServer cdn;
    static TestGateway gateway;
    static int number;

    /** Below it, what one test asks for. */
    String own = "";

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

    static Consumer<HttpServerRequest> html(String body) {
        return request ->
                MirrorFixture.answer(request, body, "content-type", "text/html", "cache-control", "max-age=60");
    }

    static RawHttp.Answer get(String host, String path, String... headers) {
        return RawHttp.get(gateway.port(), host, path, headers);
    }

    static long asked(ScriptedServer server, String path) {
        return server.asked().stream().filter(asked -> asked.uri().equals(path)).count();
    }
}
