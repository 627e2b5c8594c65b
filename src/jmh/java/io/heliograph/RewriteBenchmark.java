package io.heliograph;

import io.heliograph.rewrite.Integrity;
import io.heliograph.rewrite.OriginMap;
import io.heliograph.rewrite.Original;
import io.heliograph.rewrite.RewriteRules;
import io.heliograph.rewrite.RewriteRules.Canonical;
import io.heliograph.rewrite.Rewriter;
import io.heliograph.rewrite.Rewritten;
import io.heliograph.rewrite.Slotted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one version of a mirrored page costs: reading it once, and filling it for a host. The page has a megabyte (10^6
 * bytes), so that times in a second are megabytes in a second; it has a link every 150 bytes, and inline styles, scripts and data.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RewriteBenchmark {

    private static final int MEGABYTE = 1_000_000;

    private static final String[] PARTS = {
        "<p class=\"lead story\">The ferry left the harbour at seven, an hour late, and nobody on the quay was surprised. <a"
                + " href=\"https://www.example.org/2026/ferry?from=front&amp;n=3\" class=\"more\">Read more</a></p>\n",
        "<figure><img src=\"https://cdn.example.org/i/1200/harbour.jpg\" srcset=\"https://cdn.example.org/i/600/harbour.jpg 600w,"
                + " https://cdn.example.org/i/1200/harbour.jpg 1200w\" sizes=\"100vw\" width=\"1200\" height=\"800\" alt=\"Boats\">"
                + "<figcaption>Boats at low tide. Photograph: A. Vale</figcaption></figure>\n",
        "<li><a href=\"/tides/\" data-track='{\"area\":\"nav\"}'>Tides</a></li><li><a href=\"/letters/\">Letters</a></li>\n",
        "<div style=\"background-image:url('https://cdn.example.org/b.png')\" id=\"b\"><span>Weather</span></div>\n",
        "<script>window.dataLayer=window.dataLayer||[];dataLayer.push({'page':'https://www.example.org/a','n':1/2});</script>\n",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"url\":\"https:\\/\\/www.example.org\\/a\"}</script>\n",
        "<style>.a{color:#333;background:url(https://www.example.org/a.png)}.b>i{margin:0 auto}</style>\n",
    };

    private final Rewriter rewriter = new Rewriter(new RewriteRules(
            OriginMap.of("https://www.example.org", "/-", List.of("https://cdn.example.org")),
            List.of("https://news.example"),
            Canonical.ORIGIN));
    private Original page = new Original(new byte[0], "", "", true);
    private Slotted body = rewriter.rewrite(page, Integrity.UNKNOWN).body();

    @Setup
    public void page() {
        Random random = new Random(1);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><title>News</title></head><body>\n");
        while (html.length() < MEGABYTE) {
            // Mostly the first three: text, pictures, lists.
            html.append(PARTS[random.nextInt(4) == 0 ? random.nextInt(PARTS.length) : random.nextInt(3)]);
        }
        byte[] bytes = html.substring(0, MEGABYTE).getBytes(StandardCharsets.UTF_8);
        page = new Original(bytes, "https://www.example.org/", "text/html; charset=utf-8", true);
        body = rewriter.rewrite(page, Integrity.UNKNOWN).body();
    }

    @Benchmark
    public Rewritten rewriteHtml() {
        return rewriter.rewrite(page, Integrity.UNKNOWN);
    }

    @Benchmark
    public byte[] fillHost() {
        return body.on("https://news.example");
    }
}
