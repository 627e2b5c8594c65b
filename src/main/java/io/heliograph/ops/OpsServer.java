package io.heliograph.ops;

import io.heliograph.mirror.MirrorControl;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The operations listener. */
public final class OpsServer {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Vertx vertx;
    private final OpsSettings settings;
    private final Metrics metrics;
    private final Readiness readiness;
    private final WorkerExecutor workers;
    private final Map<String, ? extends MirrorControl> mirrors;

    /**
     * A listener that is not started yet.
     *
     * @param workers on which metrics are written
     * @param mirrors by the ids of their sites
     */
    public OpsServer(
            Vertx vertx,
            OpsSettings settings,
            Metrics metrics,
            Readiness readiness,
            WorkerExecutor workers,
            Map<String, ? extends MirrorControl> mirrors) {
        this.vertx = vertx;
        this.settings = settings;
        this.metrics = metrics;
        this.readiness = readiness;
        this.workers = workers;
        this.mirrors = Map.copyOf(mirrors);
        metrics.watchReadiness(readiness);
    }

    /**
     * Listens.
     *
     * @return the server; it closes with Vert.x
     */
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        router.post("/api/purge").handler(this::purge);
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
        router.route("/leaks")
                .handler(context -> context.response()
                        .putHeader("content-type", "application/json; charset=utf-8")
                        .putHeader("cache-control", "no-store")
                        .end(LeakReport.json(mirrors)));
        router.route("/")
                .handler(context -> text(
                        context.response(),
                        200,
                        "Heliograph operations: /metrics /livez /readyz /quarantine /leaks\n"));
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

    /** Makes stored responses of a site's mirror stale: those of a path, of a group, or all. */
    private void purge(RoutingContext context) {
        MultiMap asked = context.queryParams();
        MirrorControl mirror = mirrors.get(String.valueOf(asked.get("site")));
        String path = asked.get("path");
        String group = asked.get("group");
        boolean all = "true".equals(asked.get("all"));
        // A form on a page of somebody else's could send this; it cannot send the field.
        if (!"heliograph".equals(context.request().getHeader("x-requested-with"))) {
            text(context.response(), 403, "the field X-Requested-With: heliograph is missing\n");
        } else if (mirror == null) {
            text(context.response(), 404, "site names no site with a mirror: one of " + mirrors.keySet() + "\n");
        } else if (path != null && path.startsWith("/")) {
            int query = path.indexOf('?');
            mirror.purgeUrl(query < 0 ? path : path.substring(0, query), query < 0 ? "" : path.substring(query + 1));
            text(context.response(), 200, "the path is asked for again when it is wanted next\n");
        } else if (group != null) {
            mirror.purgeGroup(group);
            text(context.response(), 200, "the group is asked for again when it is wanted next\n");
        } else if (all) {
            mirror.purgeAll();
            text(context.response(), 200, "everything is asked for again when it is wanted next\n");
        } else {
            text(context.response(), 400, "what is to be purged? path=/…, group=…, or all=true\n");
        }
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
