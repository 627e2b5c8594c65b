package io.heliograph;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A web server that answers as a test tells it, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Consumer<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * A request.
     *
     * @param fields names in lower case
     */
    public record Asked(String uri, Map<String, String> fields) {

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    private ScriptedServer(Vertx vertx, HttpServerOptions options, String address, int port) {
        server = vertx.createHttpServer(options).requestHandler(this::handle);
        settle(server.listen(port, address));
    }

    /** A server on a free port of 127.0.0.1. */
    public static ScriptedServer start(Vertx vertx) {
        return start(vertx, new HttpServerOptions());
    }

    /** The same with options of its own. */
    public static ScriptedServer start(Vertx vertx, HttpServerOptions options) {
        return new ScriptedServer(vertx, options, "127.0.0.1", 0);
    }

    /** A server on an address of this machine; port 0 for a free one. */
    public static ScriptedServer start(Vertx vertx, String address, int port) {
        return new ScriptedServer(vertx, new HttpServerOptions(), address, port);
    }

    /** What comes of a future, within ten seconds. */
    public static <T> T settle(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells what to do when a path is asked for; 404 otherwise. */
    public ScriptedServer on(String path, Consumer<HttpServerRequest> answer) {
        answers.put(path, answer);
        return this;
    }

    /** Answers a path with a body. */
    public ScriptedServer serve(String path, String body) {
        return on(path, request -> request.response().end(body));
    }

    /** Answers a path with a redirect. */
    public ScriptedServer redirect(String path, int status, String location) {
        return on(
                path,
                request -> request.response()
                        .setStatusCode(status)
                        .putHeader("Location", location)
                        .end());
    }

    public int port() {
        return server.actualPort();
    }

    /** The URL of a path at the address 127.0.0.1. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What it was asked, in order. */
    public List<Asked> asked() {
        return asked;
    }

    public Asked lastAsked() {
        return asked.get(asked.size() - 1);
    }

    @Override
    public void close() {
        settle(server.close());
        answers.clear();
    }

    private void handle(HttpServerRequest request) {
        Map<String, String> fields = new ConcurrentHashMap<>();
        request.headers().forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
        asked.add(new Asked(request.uri(), fields));
        Consumer<HttpServerRequest> answer = answers.get(request.path());
        if (answer == null) {
            request.response().setStatusCode(404).end();
        } else {
            answer.accept(request);
        }
    }
}
