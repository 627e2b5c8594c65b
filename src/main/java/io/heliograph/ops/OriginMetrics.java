package io.heliograph.ops;

import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.OriginFailure;
import io.heliograph.origin.OriginListener;
import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Counts what origins give. */
final class OriginMetrics implements OriginListener {

    private final MeterRegistry registry;
    private final OriginGauges gauges;

    OriginMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.gauges = new OriginGauges(registry, clock);
    }

    OriginGauges gauges() {
        return gauges;
    }

    @Override
    public void polled(String site, String origin, Gathered gathered, Saved saved, Instant at) {
        gauges.origin(site, origin, at, 0);
        Tags tags = OriginGauges.tags(site, origin);
        polls(tags, gathered.unchanged() ? "unchanged" : "ok");
        entries(tags, "added", "none", saved.added());
        entries(tags, "updated", "none", saved.updated());
        entries(tags, "unchanged", "none", saved.unchanged());
        entries(tags, "left_out", "other_origin", saved.duplicates());
        entries(tags, "deleted", "none", gathered.deleted().size());
        for (EntryProblem problem : gathered.problems()) {
            String result = problem.reason().isTaken() ? "repaired" : "left_out";
            entries(tags, result, lower(problem.reason()), 1);
        }
    }

    @Override
    public void failed(String site, String origin, OriginFailure failure, int failures, Instant next) {
        gauges.failures(site, origin, failures);
        polls(OriginGauges.tags(site, origin), lower(failure.reason()));
    }

    @Override
    public void changed(Changes changes) {
        Counter.builder("heliograph.site.changes")
                .description("Changes that readers see")
                .tag("site", changes.site())
                .register(registry)
                .increment();
    }

    private void polls(Tags tags, String result) {
        Counter.builder("heliograph.origin.polls")
                .description("Times an origin was asked")
                .tags(tags)
                .tag("result", result)
                .register(registry)
                .increment();
    }

    private void entries(Tags tags, String result, String reason, int count) {
        if (count > 0) {
            Counter.builder("heliograph.origin.entries")
                    .description("Entries that an origin gave, by what became of them")
                    .tags(tags)
                    .tag("result", result)
                    .tag("reason", reason)
                    .register(registry)
                    .increment(count);
        }
    }

    private static String lower(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
