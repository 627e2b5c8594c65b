package io.heliograph.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How old what we have is: of each origin, and of each site. */
public final class OriginGauges {

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, OriginFacts> origins = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> newest = new ConcurrentHashMap<>();

    /**
     * What is known of an origin.
     *
     * @param lastSuccess seconds since 1970, 0 if it never succeeded
     * @param failures polls that failed since
     */
    private record OriginFacts(AtomicLong lastSuccess, AtomicLong failures) {}

    OriginGauges(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * An origin's state.
     *
     * @param lastSuccess {@link Instant#EPOCH} if it never succeeded
     */
    public void origin(String site, String origin, Instant lastSuccess, int failures) {
        facts(site, origin).lastSuccess().set(lastSuccess.getEpochSecond());
        facts(site, origin).failures().set(failures);
    }

    /** When the newest visible article of a site was published. */
    public void newestArticle(String site, Instant published) {
        newest.computeIfAbsent(site, this::newestGauge).set(published.getEpochSecond());
    }

    void failures(String site, String origin, int failures) {
        facts(site, origin).failures().set(failures);
    }

    static Tags tags(String site, String origin) {
        // Not the query: there may be a secret in it.
        int query = origin.indexOf('?');
        return Tags.of("site", site, "origin", query < 0 ? origin : origin.substring(0, query));
    }

    private OriginFacts facts(String site, String origin) {
        Tags tags = tags(site, origin);
        return origins.computeIfAbsent(tags.toString(), key -> {
            OriginFacts facts = new OriginFacts(new AtomicLong(), new AtomicLong());
            Gauge.builder("heliograph.origin.age.seconds", facts.lastSuccess(), this::age)
                    .description("Time since the origin last answered well")
                    .tags(tags)
                    .register(registry);
            Gauge.builder("heliograph.origin.failures", facts.failures(), AtomicLong::get)
                    .description("Polls that failed since the last good one")
                    .tags(tags)
                    .register(registry);
            return facts;
        });
    }

    private AtomicLong newestGauge(String site) {
        AtomicLong seconds = new AtomicLong();
        Gauge.builder("heliograph.newest.article.age.seconds", seconds, this::age)
                .description("Time since the newest visible article was published")
                .tag("site", site)
                .register(registry);
        return seconds;
    }

    /** Seconds since a moment; not a number, which Prometheus leaves out of comparisons, if it never was. */
    private double age(AtomicLong moment) {
        return moment.get() == 0 ? Double.NaN : clock.instant().getEpochSecond() - moment.get();
    }
}
