package io.heliograph.traps;

import io.heliograph.ScriptedServer;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A crawler without scripts: asks for every file of the site on a host, and holds it against the origin's. */
final class LinkCrawl implements AutoCloseable {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w-]+)");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client =
            vertx.createHttpClient(new HttpClientOptions().setDecompressionSupported(true));
    private final TrapSite site;
    private final int gateway;
    private int asked;

    /** An answer. */
    record Answer(int status, Map<String, String> fields, byte[] body) {

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        String text() {
            if (body.length > 1 && (body[0] & 0xff) == 0xff && (body[1] & 0xff) == 0xfe) {
                return new String(body, StandardCharsets.UTF_16LE);
            }
            if (body.length > 2 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb) {
                return new String(body, StandardCharsets.UTF_8);
            }
            Matcher charset = CHARSET.matcher(field("content-type") + " "
                    + new String(Arrays.copyOf(body, Math.min(body.length, 3000)), StandardCharsets.ISO_8859_1));
            boolean known = charset.find() && Charset.isSupported(charset.group(1));
            return new String(body, known ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
        }
    }

    LinkCrawl(TrapSite site, int gateway) {
        this.site = site;
        this.gateway = gateway;
    }

    int asked() {
        return asked;
    }

    /** What is not as it should be on a host, a line each. */
    List<String> findings(View view, List<Pages.Page> pages) {
        List<String> found = new ArrayList<>();
        for (Pages.Page page : pages) {
            for (Asset asset : page.assets()) {
                if (asset.server().isMirrored()) {
                    file(view, asset, found);
                }
            }
        }
        return found;
    }

    private void file(View view, Asset asset, List<String> found) {
        Answer origin = ask(site.port(asset.server()), URI.create(asset.url()));
        String url = view.url(asset.server(), asset.path());
        Answer mirrored = ask(gateway, URI.create(url));
        String what = url + " (" + asset.field("content-type") + ")";
        if (origin.status() != mirrored.status()) {
            found.add(what + ": " + origin.status() + " | " + mirrored.status());
            return;
        }
        String location = place(view, mirrored);
        if (!location.equals(place(View.origin(), origin))) {
            found.add(what + ": location " + origin.field("location") + " | " + mirrored.field("location"));
        }
        String type = mirrored.field("content-type");
        boolean text = asset.isPage()
                || asset.path().matches(".*\\.(bin|m?js|css)(\\?.*)?")
                || type.matches("(?i).*(html|css|script|json|xml|mpegurl|vtt|opml|text).*");
        if (!text && !Arrays.equals(origin.body(), mirrored.body())) {
            found.add(what + ": other bytes, " + origin.body().length + " | " + mirrored.body().length + " of "
                    + mirrored.field("content-length"));
        }
        if (text) {
            for (String remaining : Remains.of(asset.path().endsWith(".bin") ? "json" : type, mirrored.text())) {
                found.add(what + ": remains " + remaining);
            }
        }
        for (String name : List.of(
                "location",
                "link",
                "content-location",
                "refresh",
                "access-control-allow-origin",
                "content-security-policy")) {
            if (mirrored.field(name).matches("(?i)(.*[ <:]|)//(www|img|cdn)\\.lantern\\.example.*")
                    && !mirrored.field(name).matches("/[^/].*|.*canonical.*")) {
                found.add(what + ": " + name + " " + mirrored.field(name));
            }
        }
        if (type.contains("html") && origin.status() == 200) {
            links(view, asset, origin, mirrored, what, found);
        }
        if (asset.isPage() && mirrored.status() == 200 && mirrored.body().length > 10) {
            parts(url, mirrored, what, found);
        }
    }

    /** All links of a page lead to the same. */
    private static void links(View view, Asset asset, Answer origin, Answer mirrored, String what, List<String> found) {
        List<String> theirs = links(origin.text(), asset.url()).stream()
                .map(View.origin()::normal)
                .map(LinkCrawl::read)
                .toList();
        List<String> ours = links(mirrored.text(), view.url(asset.server(), asset.path())).stream()
                .map(view::normal)
                .map(LinkCrawl::read)
                .toList();
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String a = i < theirs.size() ? theirs.get(i) : "";
            String b = i < ours.size() ? ours.get(i) : "";
            // jsoup knows fewer ways to write a URL than browsers do.
            if (!a.equals(b) && !(a.isEmpty() && theirs.size() == ours.size())) {
                found.add(what + ": link " + a + " | " + b);
                return;
            }
        }
    }

    /** A URL as browsers read it, which jsoup does not in every way. */
    private static String read(String link) {
        String plain = Normalizer.normalize(
                        link.replaceAll("(?i)%2e", ".")
                                .replaceAll("(?i)%61", "a")
                                .replace('\u3002', '.'),
                        Normalizer.Form.NFKC)
                .replaceAll("(?<=\\.example)(?=$|[?#])", "/")
                .replace("//WWW.", "//www.");
        String before = "";
        while (!before.equals(plain)) {
            before = plain;
            plain = plain.replaceAll("/(?:\\./)+", "/").replaceFirst("(\\.example)/\\.\\./", "$1/");
            plain = plain.replaceFirst("(\\.example(?:/[^/?#]+)*?)/(?!\\.\\./)[^/?#]+/\\.\\./", "$1/");
        }
        return plain;
    }

    private static List<String> links(String page, String url) {
        List<String> links = new ArrayList<>();
        for (Element element : Jsoup.parse(page, url).select("[href], [src], [action], [data], [poster], [cite]")) {
            for (String name : List.of("href", "src", "action", "data", "poster", "cite")) {
                if (element.hasAttr(name) && !element.attr(name).startsWith("data:")) {
                    links.add(element.absUrl(name));
                }
            }
        }
        return links;
    }

    /** The ranges of a page put together are the page, and its tag holds. */
    private void parts(String url, Answer whole, String what, List<String> found) {
        int third = whole.body().length / 3;
        Buffer all = Buffer.buffer();
        for (String range : List.of("0-" + (third - 1), third + "-" + (2 * third - 1), 2 * third + "-")) {
            Answer part = ask(gateway, URI.create(url), "range", "bytes=" + range, "accept-encoding", "identity");
            if (part.status() != 206) {
                if (part.status() != 200 || !whole.field("cache-control").contains("no-store")) {
                    found.add(what + ": range " + part.status());
                }
                return;
            }
            all.appendBytes(part.body());
        }
        if (!Arrays.equals(all.getBytes(), whole.body())) {
            found.add(what + ": ranges are another page");
        }
        String tag =
                ask(gateway, URI.create(url), "accept-encoding", "identity").field("etag");
        int again = ask(gateway, URI.create(url), "if-none-match", tag, "accept-encoding", "identity")
                .status();
        if (!tag.startsWith("\"") || again != 304) {
            found.add(what + ": tag " + tag + " " + again);
        }
    }

    private Answer ask(int port, URI url, String... fields) {
        asked++;
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .setHost(url.getHost())
                .setPort(url.getPort() < 0 ? 80 : url.getPort())
                .setURI(url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
        for (int i = 0; i < fields.length; i += 2) {
            options.putHeader(fields[i], fields[i + 1]);
        }
        Promise<Answer> answer = Promise.promise();
        // All on one event loop: a body that comes before anybody listens is lost.
        vertx.runOnContext(now -> client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> answer(response, body.getBytes())))
                .onComplete(answer));
        return ScriptedServer.settle(answer.future());
    }

    private static Answer answer(HttpClientResponse response, byte[] body) {
        Map<String, String> all = new TreeMap<>();
        response.headers()
                .forEach((name, value) -> all.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        return new Answer(response.statusCode(), all, body);
    }

    @Override
    public void close() {
        ScriptedServer.settle(vertx.close());
    }

    /** Where an answer leads to: above the root is the root. */
    private static String place(View view, Answer answer) {
        return view.normal(answer.field("location")).replaceFirst("^/(\\.\\.?/)+", "/");
    }
}
