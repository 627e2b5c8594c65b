package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawler that follows whatever it finds never leaves the host, and finds the whole site. */
class MirrorCrawlTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("R9 to R12, R20: from robots.txt, over pages and what they load, of both servers")
    void crawler_staysOnTheHost_andFindsAll() {
        Vertx vertx = Vertx.vertx();
        try (ScriptedServer further = ScriptedServer.start(vertx);
                MirrorFixture mirror = new MirrorFixture(directory, "sites.0.mirror.also=[" + further.url("") + "]")) {
            // Given
            String w = mirror.origin().url("");
            String c = further.url("");
            serve(mirror, w, c);
            further.on("/f.html", r -> MirrorFixture.answer(r, "<a href=/g.html>g</a>", "content-type", "text/html"));
            further.on(
                    "/g.html",
                    r -> MirrorFixture.answer(r, "<a href='" + w + "/end'>e</a>", "content-type", "text/html"));
            further.on(
                    "/s.js",
                    r -> MirrorFixture.answer(r, "load('" + w + "/end?js')", "content-type", "text/javascript"));

            // When
            Set<String> found = crawl(mirror, "http://" + TestGateway.MIRROR, "/robots.txt");

            // Then
            String also = "/-/o/" + c.substring(7);
            assertThat(found)
                    .containsExactlyInAnyOrder(
                            "/robots.txt",
                            "/sitemap.xml",
                            "/",
                            "/a?b=1",
                            "/end",
                            "/end?js",
                            "/end?json",
                            "/end?esc",
                            "/app.js",
                            "/data.json",
                            also + "/f.html",
                            also + "/g.html",
                            also + "/s.js");
        } finally {
            ScriptedServer.settle(vertx.close());
        }
    }

    private static void serve(MirrorFixture mirror, String w, String c) {
        String host = w.substring(7);
        Map<String, String> html = Map.of(
                "/",
                "<a href='/a?b=1'>a</a><script src='" + c + "/s.js'></script><script src=/app.js></script><iframe src='"
                        + c.substring(5) + "/f.html'></iframe>",
                "/a",
                "<script>load('\\x68ttp:\\/\\/" + host + "\\/end?esc')</script>",
                "/end",
                "end");
        html.forEach((path, body) -> mirror.serve(path, body, "content-type", "text/html"));
        mirror.serve("/robots.txt", "User-agent: *\nSitemap: " + w + "/sitemap.xml\n");
        mirror.serve(
                "/sitemap.xml", "<urlset><url><loc>" + w + "/</loc></url></urlset>", "content-type", "application/xml");
        mirror.serve("/app.js", "load('http://' + '" + host + "' + '/data.json')", "content-type", "text/javascript");
        mirror.serve(
                "/data.json",
                "{\"next\":\"" + w.replace("/", "\\/") + "\\/end?json\"}",
                "content-type",
                "application/json");
    }

    /** Paths of all that is found from one on; fails where something leads elsewhere. */
    private static Set<String> crawl(MirrorFixture mirror, String base, String start) {
        Set<String> seen = new TreeSet<>(Set.of(start));
        Deque<String> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            String path = todo.remove();
            RawHttp.Answer answer = RawHttp.get(mirror.gateway().port(), TestGateway.MIRROR, path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            for (String url : links(answer.text(), answer.field("content-type"))) {
                String absolute = URI.create(base + path).resolve(url).toString();
                assertThat(absolute).as(path).startsWith(base + "/");
                String next = absolute.substring(base.length());
                if (seen.add(next)) {
                    todo.add(next);
                }
            }
        }
        return seen;
    }

    private static Set<String> links(String body, String type) {
        Set<String> links = new TreeSet<>();
        if (type.startsWith("text/html")) {
            for (Element element : Jsoup.parse(body).select("[href], [src]")) {
                links.add(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
            }
        }
        // Whatever a script would make of its strings: escapes read, and what is added up put together.
        String plain = body.replace("' + '", "").replace("\\x68", "h").replace("\\/", "/");
        for (String word : plain.split("[\\s\"'<>()]+")) {
            if (word.startsWith("http://")) {
                links.add(word);
            }
        }
        return links;
    }
}
