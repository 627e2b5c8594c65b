package io.heliograph;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import io.heliograph.article.Article;
import io.heliograph.article.ArticleId;
import io.heliograph.article.Author;
import io.heliograph.article.Host;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Story;
import io.heliograph.article.TagAuthority;
import io.heliograph.feed.Atom;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonFeed;
import io.heliograph.feed.Rss;
import io.heliograph.feed.profile.Press;
import io.heliograph.feed.profile.Printed;
import io.heliograph.rewrite.Slotted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
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

/** What one publication of a feed costs: writing 50 full-text articles, filling a host, coding. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FeedBenchmark {

    private static final String[] WORDS =
            "harbour lamp ferry tide bell wind morning council school market boat island quay storm light paper"
                    .split(" ");

    private final Format rss = new Rss();
    private final Format atom = new Atom();
    private final Format json = new JsonFeed();
    private Feed feed;
    private Slotted slotted;
    private byte[] bytes;

    @Setup
    public void articles() {
        Random random = new Random(1);
        Site site = new Site(
                "news",
                "The News",
                "About",
                "en",
                new TagAuthority("news.example", "2026"),
                ZoneOffset.UTC,
                List.of(Host.parse("https://news.example")));
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < Feed.DEFAULT_LIMIT; i++) {
            articles.add(article(i, random, site));
        }
        feed = new Feed(site, Selection.WHOLE, "The News", articles, "");
        slotted = rss.write(feed).modified(rss.stamp(Instant.EPOCH));
        bytes = slotted.on("https://news.example");
        Brotli4jLoader.ensureAvailability();
    }

    @Benchmark
    public Slotted writeRss() {
        return rss.write(feed);
    }

    @Benchmark
    public Slotted writeAtom() {
        return atom.write(feed);
    }

    @Benchmark
    public Slotted writeJson() {
        return json.write(feed);
    }

    /** Writing, and the look at what was written by every rule. */
    @Benchmark
    public Printed printRss() {
        return Press.print(rss, feed);
    }

    @Benchmark
    public Printed printAtom() {
        return Press.print(atom, feed);
    }

    @Benchmark
    public Printed printJson() {
        return Press.print(json, feed);
    }

    @Benchmark
    public byte[] fillHost() {
        return slotted.on("https://mirror.example");
    }

    @Benchmark
    public byte[] codeGzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Benchmark
    public byte[] codeBrotli() throws IOException {
        return Encoder.compress(bytes, new Encoder.Parameters().setQuality(5));
    }

    @Benchmark
    public byte[] codeZstd() {
        return Zstd.compress(bytes, 6);
    }

    private static Article article(int i, Random random, Site site) {
        StringBuilder html = new StringBuilder();
        for (int p = 0; p < 5; p++) {
            html.append("<p>");
            for (int w = 0; w < 80; w++) {
                html.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            html.append("<a href=\"\u0001/story-").append(random.nextInt(99)).append("\">more &amp; more</a></p>\n");
        }
        Instant date = Instant.parse("2026-11-01T10:00:00Z").minusSeconds(i * 1000L);
        Story story = new Story(
                "Story number " + i + ": fish & chips",
                "What story " + i + " is about, in a sentence.",
                html.toString(),
                List.of(new Author("Ann Vale", "")),
                "News",
                List.of("one", "two", "three"),
                "",
                List.of(new Image(Href.own("/media/h/p.jpg"), 1600, 900, "image/jpeg", 9, "alt", "caption", "credit")),
                List.of(),
                List.of());
        return new Article(ArticleId.of("urn:uuid:" + i, site.authority()), "/story-" + i, "", date, date, story);
    }
}
