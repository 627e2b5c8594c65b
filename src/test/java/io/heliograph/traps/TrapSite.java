package io.heliograph.traps;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.heliograph.ScriptedServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** The site of traps: its servers, each on a port of its own, and what browsers asked of them. */
final class TrapSite implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final List<Pages.Page> pages;
    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<Server, HttpServer> servers = new EnumMap<>(Server.class);
    /** The same, where nobody has any business once the site is mirrored. */
    private final Map<Server, HttpServer> forbidden = new EnumMap<>(Server.class);

    private final HttpServer elsewhere;
    private final List<String> strays = new CopyOnWriteArrayList<>();

    private TrapSite(List<Pages.Page> pages) {
        this.pages = pages;
        Brotli4jLoader.ensureAvailability();
        pages.forEach(page -> page.assets().forEach(asset -> assets.put(asset.server() + asset.path(), asset)));
        StringBuilder front = new StringBuilder("<!DOCTYPE html><title>Lantern</title><ul>");
        pages.forEach(page -> front.append("<li><a href=\"")
                .append(Server.WWW.base())
                .append(page.path())
                .append("\">"));
        assets.put(Server.WWW + "/", Asset.of(Server.WWW, "/", "text/html; charset=utf-8", front.toString()));
        for (Server server : Server.values()) {
            servers.put(server, listen(server, false));
            forbidden.put(server, listen(server, true));
        }
        elsewhere = ScriptedServer.settle(vertx.createHttpServer()
                .requestHandler(request -> {
                    String name = request.authority().host();
                    // Chromium has business of its own with its makers.
                    if (!name.endsWith(".google.com") && !name.endsWith(".googleapis.com")) {
                        strays.add("elsewhere: " + name + request.uri());
                    }
                    request.response().setStatusCode(502).end();
                })
                .listen(0, "127.0.0.1"));
    }

    private HttpServer listen(Server server, boolean stray) {
        return ScriptedServer.settle(vertx.createHttpServer()
                .requestHandler(request -> {
                    if (stray) {
                        strays.add(server + " " + request.method() + " " + request.uri() + " of "
                                + request.getHeader("referer"));
                    }
                    handle(server, request);
                })
                .webSocketHandler(socket -> socket.writeTextMessage("hello from the socket"))
                .listen(0, "127.0.0.1"));
    }

    static TrapSite start(int pages, long seed) {
        return new TrapSite(new Pages(pages, seed).all());
    }

    List<Pages.Page> pages() {
        return pages;
    }

    /** Every file, by server and path. */
    Map<String, Asset> assets() {
        return assets;
    }

    int port(Server server) {
        return servers.get(server).actualPort();
    }

    /** Where a browser finds the servers themselves. */
    String rules() {
        StringBuilder rules = new StringBuilder();
        servers.forEach((server, http) -> rules.append(rule(server.host(), http.actualPort())));
        return rules + "MAP * 127.0.0.1:" + elsewhere.actualPort();
    }

    /** Where a browser finds a mirror; whatever leads to a server that is mirrored is noted. */
    String rules(List<String> names, int gateway) {
        StringBuilder rules = new StringBuilder();
        names.forEach(name -> rules.append(rule(name, gateway)));
        for (Server server : Server.values()) {
            HttpServer http = server.isMirrored() ? forbidden.get(server) : servers.get(server);
            rules.append(rule(server.host(), http.actualPort()));
        }
        return rules + "MAP * 127.0.0.1:" + elsewhere.actualPort();
    }

    private static String rule(String name, int port) {
        return "MAP " + name + " 127.0.0.1:" + port + ",";
    }

    /** Requests for servers that are mirrored, and for names that nobody has. */
    List<String> strays() {
        return strays;
    }

    private void handle(Server server, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        Asset asset = assets.get(server + request.path());
        if (request.method() == HttpMethod.POST) {
            response.setStatusCode(204).end();
        } else if (request.path().startsWith("/echo/")) {
            response.putHeader("content-type", "text/plain").end("asked " + request.uri());
        } else if (asset == null) {
            response.setStatusCode(404).putHeader("content-type", "text/plain").end("nothing here");
        } else {
            answer(asset, request, response);
        }
    }

    private static void answer(Asset asset, HttpServerRequest request, HttpServerResponse response) {
        // Browsers know this coding behind TLS alone.
        boolean unknown = asset.delivery() == Asset.Delivery.BROTLI
                && !String.valueOf(request.getHeader("accept-encoding")).contains("br");
        if (unknown) {
            answer(asset.by(Asset.Delivery.WHOLE), request, response);
            return;
        }
        byte[] body = coded(asset);
        response.setStatusCode(asset.status());
        List<String> fields = asset.fields();
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals("x-cors")) {
                access(fields.get(i + 1), request, response);
            } else {
                response.headers().add(fields.get(i), fields.get(i + 1));
            }
        }
        if (request.method() == HttpMethod.OPTIONS) {
            response.putHeader("access-control-allow-headers", "*")
                    .setStatusCode(204)
                    .end();
            return;
        }
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
        if (asset.status() == 200) {
            response.putHeader("etag", tag);
            if (tag.equals(request.getHeader("if-none-match"))) {
                response.setStatusCode(304).end();
                return;
            }
        }
        if (asset.status() == 204) {
            response.end();
            return;
        }
        String range = request.getHeader("range");
        if (range != null && range.matches("bytes=\\d+-\\d*") && asset.status() == 200) {
            String[] ends = range.substring(6).split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = ends[1].isEmpty() ? body.length - 1 : Math.min(body.length - 1, Integer.parseInt(ends[1]));
            if (from <= to) {
                response.setStatusCode(206).putHeader("content-range", "bytes " + from + "-" + to + "/" + body.length);
                body = Arrays.copyOfRange(body, from, to + 1);
            }
        }
        send(asset, request, response, body);
    }

    private static void send(Asset asset, HttpServerRequest request, HttpServerResponse response, byte[] body) {
        String coding = switch (asset.delivery()) {
            case GZIP -> "gzip";
            case DEFLATE -> "deflate";
            case BROTLI -> "br";
            default -> "";
        };
        if (!coding.isEmpty()) {
            response.putHeader("content-encoding", coding);
        }
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader("content-length", Integer.toString(body.length)).end();
        } else if (asset.delivery() == Asset.Delivery.PIECES) {
            response.setChunked(true);
            for (int i = 0; i < body.length; i += 997) {
                response.write(Buffer.buffer(Arrays.copyOfRange(body, i, Math.min(body.length, i + 997))));
            }
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    /** Leave for pages of the site to read it, and for nobody else's. */
    private static void access(String whom, HttpServerRequest request, HttpServerResponse response) {
        response.putHeader("vary", "Origin");
        if (Server.WWW.base().equals(request.getHeader("origin"))) {
            response.putHeader("access-control-allow-origin", Server.WWW.base());
            if (whom.equals("credentials")) {
                response.putHeader("access-control-allow-credentials", "true");
            }
        }
    }

    private static byte[] coded(Asset asset) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            return switch (asset.delivery()) {
                case GZIP -> coded(asset, new GZIPOutputStream(out), out);
                case DEFLATE -> coded(asset, new DeflaterOutputStream(out), out);
                case BROTLI -> Encoder.compress(asset.body());
                default -> asset.body();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] coded(Asset asset, OutputStream coder, ByteArrayOutputStream out) throws IOException {
        try (coder) {
            coder.write(asset.body());
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        ScriptedServer.settle(vertx.close());
    }
}
