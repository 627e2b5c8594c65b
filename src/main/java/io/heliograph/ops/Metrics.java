package io.heliograph.ops;

import io.heliograph.mirror.MirrorControl;
import io.heliograph.mirror.MirrorListener;
import io.heliograph.origin.OriginListener;
import io.heliograph.representation.CacheFigures;
import io.heliograph.representation.Quarantine;
import io.heliograph.server.ServerListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What the rooms tell, counted for Prometheus. Every label is from a set that the configuration bounds; nothing that a
 * client sends becomes one.
 */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpMetrics http;
    private final OriginMetrics origins;
    private final MirrorMetrics mirrors;

    private QuarantineReport report;

    /** Ends the watch of the garbage collector, once there is one. */
    private volatile Runnable unwatch = () -> {};

    /** The registry holds on to nothing that it asks, so this object does. */
    private Supplier<CacheFigures> cacheFigures = () -> new CacheFigures(0, 0, 0, 0, 0, 0, 0);

    public Metrics(String version, InstantSource clock) {
        report = new QuarantineReport(new Quarantine(clock));
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                // The end "_count" is for histograms.
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        // Not a gauge: Micrometer takes the end "_info", which is for this kind alone, from the names of others.
        Info.builder()
                .name("heliograph_build_info")
                .help("What is running")
                .labelNames("version", "java")
                .register(registry.getPrometheusRegistry())
                .setLabelValues(version, String.valueOf(Runtime.version().feature()));
        http = new HttpMetrics(registry, clock);
        origins = new OriginMetrics(registry, clock);
        mirrors = new MirrorMetrics(registry);
    }

    /** Hears what the public listener does. */
    public ServerListener http() {
        return http;
    }

    /** Hears what origins give. */
    public OriginListener origins() {
        return origins;
    }

    /** Hears what mirrors do. */
    public MirrorListener mirrors() {
        return mirrors;
    }

    /** What is known of origins and sites beside what is heard. */
    public OriginGauges originGauges() {
        return origins.gauges();
    }

    /** Watches the JVM. Called once the gateway is ready: finding out about its JVM is a tenth of its start. */
    public void watchJvm() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        ProcessHandle self = ProcessHandle.current();
        // Micrometer's own counts nanoseconds, which no rule of Prometheus's allows.
        FunctionCounter.builder("process.cpu", self, Metrics::cpuSeconds)
                .description("Time that the process has spent on processors, of the user and of the system")
                .baseUnit("seconds")
                .register(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        JvmGcMetrics collector = new JvmGcMetrics();
        collector.bindTo(registry);
        unwatch = collector::close;
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Watches the cache of representations. */
    public void watchCache(Supplier<CacheFigures> figures) {
        cacheFigures = figures;
        cacheCounter("heliograph.cache.hits", "Answered from memory", CacheFigures::hits);
        cacheCounter("heliograph.cache.misses", "Answered after a load", CacheFigures::misses);
        cacheCounter("heliograph.cache.renders", "Documents rendered", CacheFigures::loads);
        cacheCounter("heliograph.cache.render.failures", "Renderings that failed", CacheFigures::failures);
        cacheCounter("heliograph.cache.evictions", "Thrown out for want of room", CacheFigures::evictions);
        cacheGauge("heliograph.cache.weight.bytes", "Bytes held", CacheFigures::weightBytes);
        cacheGauge("heliograph.cache.entries", "Representations held", CacheFigures::entries);
    }

    /**
     * Watches what mirrors hold.
     *
     * @param all by their sites
     */
    public void watchMirrors(Map<String, ? extends MirrorControl> all) {
        all.forEach((site, mirror) -> {
            Gauge.builder(
                            "heliograph.mirror.memory.bytes",
                            mirror,
                            m -> m.figures().memoryBytes())
                    .description("Bytes of responses in memory, as they are for hosts and codings, too")
                    .tag("site", site)
                    .register(registry);
            Gauge.builder(
                            "heliograph.mirror.disk.bytes",
                            mirror,
                            m -> m.figures().diskBytes())
                    .description("Bytes of responses on disk")
                    .tag("site", site)
                    .register(registry);
        });
    }

    /** Watches which articles are left out of the feeds of sites. */
    public void watchQuarantine(Quarantine quarantine, Collection<String> sites) {
        report = new QuarantineReport(quarantine);
        report.register(registry, sites);
    }

    /** What is left out of feeds, as JSON. */
    String quarantine() {
        return report.json();
    }

    /** Watches whether visitors may be sent here, so that an alert can see it too. */
    void watchReadiness(Readiness readiness) {
        Gauge.builder("heliograph.ready", readiness, r -> r.isReady() ? 1 : 0)
                .description("Whether /readyz says yes: 1 or 0")
                .register(registry);
    }

    /** All metrics in the format that a client accepts. */
    String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    private void cacheCounter(String name, String description, ToDoubleFunction<CacheFigures> figure) {
        FunctionCounter.builder(name, this, m -> figure.applyAsDouble(m.cacheFigures.get()))
                .description(description)
                .register(registry);
    }

    private void cacheGauge(String name, String description, ToDoubleFunction<CacheFigures> figure) {
        Gauge.builder(name, this, m -> figure.applyAsDouble(m.cacheFigures.get()))
                .description(description)
                .register(registry);
    }

    @Override
    public void close() {
        unwatch.run();
        registry.close();
    }
}
