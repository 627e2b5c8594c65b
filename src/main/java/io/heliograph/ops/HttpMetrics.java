package io.heliograph.ops;

import io.heliograph.http.Client;
import io.heliograph.server.FeedOutcome;
import io.heliograph.server.ServerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts requests. A request that is like one before costs a look into a map or two. */
final class HttpMetrics implements ServerListener {

    /** Hosts beyond this many share one label. */
    private static final int MOST_HOSTS = 500;

    private static final Duration[] DURATIONS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private static final Duration[] DELAYS = {
        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final Map<Request, Counter> requests = new ConcurrentHashMap<>();
    private final Map<Feed, Counter> notModified = new ConcurrentHashMap<>();
    private final Map<String, Counter> rejected = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Timer loopDelay;
    private final FeedMetrics feeds;

    private record Request(String host, String route, String format, int status, String coding) {}

    private record Feed(String host, String format) {}

    HttpMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.feeds = new FeedMetrics(registry, clock);
        this.loopDelay = Timer.builder("heliograph.event.loop.delay")
                .description("How late an event loop came to a task that was due")
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    @Override
    public void answered(String host, String route, String format, int status, String coding, long nanos) {
        String named = label(host);
        requests.computeIfAbsent(new Request(named, route, format, status, coding), this::requestCounter)
                .increment();
        if (status == 304) {
            notModified
                    .computeIfAbsent(new Feed(named, format), this::notModifiedCounter)
                    .increment();
        }
        durations.computeIfAbsent(route, this::durationTimer).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void fed(String format, Client client, FeedOutcome outcome, long savedBytes) {
        feeds.fed(format, client, outcome, savedBytes);
    }

    @Override
    public void stated(String site, Object feed, String service, long subscribers) {
        feeds.stated(site, feed, service, subscribers);
    }

    @Override
    public void rejected(String reason) {
        rejected.computeIfAbsent(reason, this::rejectedCounter).increment();
    }

    @Override
    public void loopDelayed(Duration late) {
        loopDelay.record(late);
    }

    private String label(String host) {
        boolean known = hosts.contains(host) || hosts.size() < MOST_HOSTS && (hosts.add(host) || hosts.contains(host));
        return known ? host : "_other";
    }

    private Counter requestCounter(Request r) {
        return Counter.builder("heliograph.http.requests")
                .description("Requests answered")
                .tag("host", r.host())
                .tag("route", r.route())
                .tag("format", r.format())
                .tag("status", String.valueOf(r.status()))
                .tag("coding", r.coding())
                .register(registry);
    }

    private Counter notModifiedCounter(Feed feed) {
        return Counter.builder("heliograph.http.not.modified")
                .description("Requests answered with 304")
                .tag("host", feed.host())
                .tag("format", feed.format())
                .register(registry);
    }

    private Counter rejectedCounter(String reason) {
        return Counter.builder("heliograph.http.rejected")
                .description("Requests that no site of ours answers")
                .tag("reason", reason)
                .register(registry);
    }

    private Timer durationTimer(String route) {
        return Timer.builder("heliograph.http.request.duration")
                .description("From the first line of a request to the end of its answer")
                .tag("route", route)
                .serviceLevelObjectives(DURATIONS)
                .register(registry);
    }
}
