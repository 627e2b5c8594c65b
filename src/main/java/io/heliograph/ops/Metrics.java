package io.heliograph.ops;

import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.representation.CacheFigures;
import io.heliograph.server.ServerListener;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Counts what the rooms tell, for Prometheus. Every label is from a set that the configuration bounds; nothing that a
 * client sends becomes one.
 */
public final class Metrics implements ServerListener, OriginListener, AutoCloseable {

    /** Hosts beyond this many share one label. */
    private static final int MOST_HOSTS = 500;

    private static final Duration[] BUCKETS = {
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

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final InstantSource clock;
    private final Map<Request, Counter> requests = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();
    private final Map<Request, Counter> notModified = new ConcurrentHashMap<>();
    private final Map<String, OriginGauges> origins = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> newest = new ConcurrentHashMap<>();
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();
    private final Timer loopDelay;

    private record Request(String host, String route, String format, int status, String coding) {}

    /** When an origin last succeeded, seconds since 1970, 0 if never; and how often it failed since. */
    private record OriginGauges(AtomicLong lastSuccess, AtomicLong failures) {}

    public Metrics(String version, InstantSource clock) {
        this.clock = clock;
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collector.bindTo(registry);
        // Not a gauge: Micrometer takes the end "_info", which is for this kind alone, from the names of others.
        Info.builder()
                .name("heliograph_build_info")
                .help("What is running")
                .labelNames("version", "java")
                .register(registry.getPrometheusRegistry())
                .setLabelValues(version, String.valueOf(Runtime.version().feature()));
        loopDelay = Timer.builder("heliograph.event.loop.delay")
                .description("How late an event loop came to a task that was due")
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
    }

    /** Watches the cache of representations. */
    public void watchCache(Supplier<CacheFigures> figures) {
        cacheCounter("heliograph.cache.hits", "Answered from memory", figures, CacheFigures::hits);
        cacheCounter("heliograph.cache.misses", "Answered after a load", figures, CacheFigures::misses);
        cacheCounter("heliograph.cache.renders", "Documents rendered", figures, CacheFigures::loads);
        cacheCounter("heliograph.cache.render.failures", "Renderings that failed", figures, CacheFigures::failures);
        cacheCounter("heliograph.cache.evictions", "Thrown out for want of room", figures, CacheFigures::evictions);
        Gauge.builder("heliograph.cache.weight.bytes", figures, f -> f.get().weightBytes())
                .description("Bytes held")
                .register(registry);
        Gauge.builder("heliograph.cache.entries", figures, f -> f.get().entries())
                .description("Representations held")
                .register(registry);
    }

    /** Watches whether visitors may be sent here, so that an alert can see it too. */
    void watchReadiness(Readiness readiness) {
        Gauge.builder("heliograph.ready", readiness, r -> r.isReady() ? 1 : 0)
                .description("Whether /readyz says yes: 1 or 0")
                .register(registry);
    }

    /** When the newest article of a site was published. */
    public void newestArticle(String site, Instant published) {
        AtomicLong seconds = newest.computeIfAbsent(site, s -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder("heliograph.newest.article.age.seconds", value, this::age)
                    .description("Time since the newest visible article was published")
                    .tags("site", s)
                    .register(registry);
            return value;
        });
        seconds.set(published.getEpochSecond());
    }

    /** All metrics in the format that a client accepts. */
    String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    /* ---------------- The public listener ---------------- */

    @Override
    public void answered(String host, String route, String format, int status, String coding, long nanos) {
        String named = host(host);
        requests.computeIfAbsent(new Request(named, route, format, status, coding), this::requestCounter)
                .increment();
        if (status == 304) {
            notModified
                    .computeIfAbsent(new Request(named, "", format, 0, ""), this::notModifiedCounter)
                    .increment();
        }
        durations.computeIfAbsent(route, this::durationTimer).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void rejected(String reason) {
        registry.counter("heliograph.http.rejected", "reason", reason).increment();
    }

    @Override
    public void loopDelayed(Duration late) {
        loopDelay.record(late);
    }

    private Counter requestCounter(Request r) {
        return Counter.builder("heliograph.http.requests")
                .description("Requests answered")
                .tags(
                        "host",
                        r.host(),
                        "route",
                        r.route(),
                        "format",
                        r.format(),
                        "status",
                        String.valueOf(r.status()),
                        "coding",
                        r.coding())
                .register(registry);
    }

    private Counter notModifiedCounter(Request r) {
        return Counter.builder("heliograph.http.not.modified")
                .description("Requests answered with 304")
                .tags("host", r.host(), "format", r.format())
                .register(registry);
    }

    private Timer durationTimer(String route) {
        return Timer.builder("heliograph.http.request.duration")
                .description("From the first line of a request to the end of its answer")
                .tags("route", route)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private String host(String host) {
        return hosts.contains(host) || hosts.size() < MOST_HOSTS && hosts.add(host) || hosts.contains(host)
                ? host
                : "_other";
    }

    /* ---------------- The origins ---------------- */

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        Tags tags = tags(site, origin);
        gauges(site, origin).lastSuccess().set(at.getEpochSecond());
        gauges(site, origin).failures().set(0);
        registry.counter("heliograph.origin.polls", tags.and("result", gathered.unchanged() ? "unchanged" : "ok"))
                .increment();
        entries(tags, "added", "none", saved.added());
        entries(tags, "updated", "none", saved.updated());
        entries(tags, "unchanged", "none", saved.unchanged());
        entries(tags, "left_out", "other_origin", saved.duplicates());
        entries(tags, "deleted", "none", gathered.deleted().size());
        for (EntryProblem problem : gathered.problems()) {
            String result = problem.reason().isTaken() ? "repaired" : "left_out";
            entries(tags, result, problem.reason().name().toLowerCase(Locale.ROOT), 1);
        }
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        gauges(site, origin).failures().set(failures);
        registry.counter(
                        "heliograph.origin.polls",
                        tags(site, origin).and("result", failure.reason().name().toLowerCase(Locale.ROOT)))
                .increment();
    }

    @Override
    public void changed(Changes changes) {
        registry.counter("heliograph.site.changes", "site", changes.site()).increment();
    }

    private void entries(Tags tags, String result, String reason, int count) {
        if (count > 0) {
            registry.counter("heliograph.origin.entries", tags.and("result", result, "reason", reason))
                    .increment(count);
        }
    }

    private OriginGauges gauges(String site, String origin) {
        return origins.computeIfAbsent(site + '\n' + label(origin), key -> {
            OriginGauges gauges = new OriginGauges(new AtomicLong(), new AtomicLong());
            Gauge.builder("heliograph.origin.age.seconds", gauges.lastSuccess(), this::age)
                    .description("Time since the origin last answered well")
                    .tags(tags(site, origin))
                    .register(registry);
            Gauge.builder("heliograph.origin.failures", gauges.failures(), AtomicLong::get)
                    .description("Polls that failed since the last good one")
                    .tags(tags(site, origin))
                    .register(registry);
            return gauges;
        });
    }

    private static Tags tags(String site, String origin) {
        return Tags.of("site", site, "origin", label(origin));
    }

    /** An origin's key without a query, in which there may be a secret. */
    private static String label(String origin) {
        int query = origin.indexOf('?');
        return query < 0 ? origin : origin.substring(0, query);
    }

    /** Seconds since a moment; not a number, which Prometheus leaves out of comparisons, if it never was. */
    private double age(AtomicLong moment) {
        return moment.get() == 0 ? Double.NaN : clock.instant().getEpochSecond() - moment.get();
    }

    private void cacheCounter(
            String name, String description, Supplier<CacheFigures> figures, ToDoubleFunction<CacheFigures> figure) {
        FunctionCounter.builder(name, figures, f -> figure.applyAsDouble(f.get()))
                .description(description)
                .register(registry);
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
