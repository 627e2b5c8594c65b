package io.heliograph.ops;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The operations listener. */
public final class OpsServer {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Vertx vertx;
    private final OpsSettings settings;
    private final Metrics metrics;
    private final Readiness readiness;
    private final WorkerExecutor workers;

    /**
     * A listener that is not started yet.
     *
     * @param workers on which metrics are written
     */
    public OpsServer(Vertx vertx, OpsSettings settings, Metrics metrics, Readiness readiness, WorkerExecutor workers) {
        this.vertx = vertx;
        this.settings = settings;
        this.metrics = metrics;
        this.readiness = readiness;
        this.workers = workers;
        metrics.watchReadiness(readiness);
    }

    /**
     * Listens.
     *
     * @return the server; it closes with Vert.x
     */
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        router.route().handler(OpsServer::checkMethod);
        router.route("/metrics").handler(this::metrics);
        router.route("/livez").handler(context -> text(context.response(), 200, "live\n"));
        router.route("/readyz")
                .handler(context -> text(context.response(), readiness.isReady() ? 200 : 503, readiness.describe()));
        router.route("/quarantine")
                .handler(context -> context.response()
                        .putHeader("content-type", "application/json; charset=utf-8")
                        .putHeader("cache-control", "no-store")
                        .end(metrics.quarantine()));
        router.route("/")
                .handler(context ->
                        text(context.response(), 200, "Heliograph operations: /metrics /livez /readyz /quarantine\n"));
        HttpServerOptions options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(60)
                .setCompressionSupported(true);
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (isForUs(request)) {
                        router.handle(request);
                    } else {
                        text(request.response(), 421, "only names and addresses of this machine are answered here\n");
                    }
                })
                .listen(settings.port(), settings.bind());
    }

    private boolean isForUs(HttpServerRequest request) {
        return !LocalHost.isLoopback(settings.bind())
                || request.headers().getAll("host").stream().allMatch(LocalHost::isLocal);
    }

    private static void checkMethod(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (List.of("GET", "HEAD").contains(request.method().name())) {
            context.next();
        } else {
            HttpServerResponse response =
                    context.response().putHeader("allow", "GET, HEAD").putHeader("connection", "close");
            // Nobody waits for a body.
            text(response, 405, "only GET and HEAD are answered here\n")
                    .onComplete(sent -> request.connection().close());
        }
    }

    private void metrics(RoutingContext context) {
        String accept = String.valueOf(context.request().getHeader("accept"));
        String type = accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        workers.executeBlocking(() -> metrics.scrape(type), false)
                .onSuccess(body -> context.response()
                        .putHeader("content-type", type)
                        .putHeader("cache-control", "no-store")
                        .end(body))
                .onFailure(context::fail);
    }

    private static Future<Void> text(HttpServerResponse response, int status, String text) {
        return response.setStatusCode(status)
                .putHeader("content-type", "text/plain; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(text);
    }
}
