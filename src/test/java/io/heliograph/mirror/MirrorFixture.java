package io.heliograph.mirror;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A gateway that mirrors an origin which answers as a test tells it. */
final class MirrorFixture implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer origin = ScriptedServer.start(vertx);
    private final TestGateway gateway;

    MirrorFixture(Path directory, String... settings) {
        gateway = gateway(directory, origin.url(""), settings);
    }

    /** A gateway that mirrors this origin. */
    static TestGateway gateway(Path directory, String origin, String... settings) {
        List<String> all = new ArrayList<>(List.of("sites.0.mirror.origin=" + origin, "sites.0.mirror.memory=64MB"));
        all.addAll(List.of(settings));
        return TestGateway.start(directory, all.toArray(String[]::new));
    }

    ScriptedServer origin() {
        return origin;
    }

    TestGateway gateway() {
        return gateway;
    }

    /** Answers a path with this body and these fields, names and values by turns. */
    MirrorFixture serve(String path, String body, String... fields) {
        origin.on(path, request -> answer(request, body, fields));
        return this;
    }

    static void answer(HttpServerRequest request, String body, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.response().putHeader(fields[i], fields[i + 1]);
        }
        if (!request.response().headers().contains("content-type")) {
            request.response().putHeader("content-type", "text/plain");
        }
        request.response().end(body);
    }

    RawHttp.Answer get(String path, String... headers) {
        return gateway.get(path, headers);
    }

    /** What {@code Cache-Status} (RFC 9211) says of the answer to a visitor. */
    String cacheStatus(String path, String... headers) {
        return get(path, headers).field("cache-status");
    }

    RawHttp.Answer ask(String method, String path, String... headers) {
        return RawHttp.ask(gateway.port(), method, TestGateway.HOST, path, headers);
    }

    /** How often the origin was asked for a path. */
    long asked(String path) {
        return origin.asked().stream().filter(asked -> asked.uri().equals(path)).count();
    }

    @Override
    public void close() {
        gateway.close();
        origin.close();
        ScriptedServer.settle(vertx.close());
    }
}
