package io.heliograph;

import io.heliograph.http.Accept;
import io.heliograph.http.Authority;
import io.heliograph.http.BadRequest;
import io.heliograph.http.Conditional;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.http.RequestTarget;
import io.heliograph.http.UserAgent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every request costs before its answer is looked up. Run with {@code -prof gc} to see what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RequestBenchmark {

    private final Set<ContentCoding> codings = EnumSet.allOf(ContentCoding.class);
    private final List<String> types = List.of("application/rss+xml", "application/atom+xml", "application/feed+json");
    private final EntityTag tag = EntityTag.strong("lhk3ihpqzpgpxtu3gfio4jafu5-gabc");
    private final Instant modified = Instant.parse("2026-11-01T10:00:00Z");
    private String host = "news.example:8443";
    private String target = "/sections/harbour/feed.rss?limit=20";
    private String agent = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 16 subscribers; like FeedFetcher-Google)";
    private String acceptEncoding = "gzip, deflate, br, zstd";
    private String accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Benchmark
    public String readAuthority() throws BadRequest {
        return Authority.parse(host);
    }

    @Benchmark
    public RequestTarget readTarget() throws BadRequest {
        return RequestTarget.parse(target);
    }

    @Benchmark
    public ContentCoding chooseCoding() {
        return ContentCoding.choose(acceptEncoding, codings);
    }

    @Benchmark
    public int chooseType() {
        return Accept.choose(accept, types);
    }

    @Benchmark
    public UserAgent readUserAgent() {
        return UserAgent.of(agent);
    }

    @Benchmark
    public long readSubscribers() {
        return UserAgent.subscribers(agent);
    }

    @Benchmark
    public Conditional.Outcome decideConditional() {
        return new Conditional("", "", "\"other\", W/" + tag.field(), "").decide(tag, modified);
    }
}
