package io.heliograph.ops;

import io.heliograph.representation.Quarantine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;

/** Which articles are left out of feeds: numbers for Prometheus, and a list for the operator. */
final class QuarantineReport {

    private final Quarantine quarantine;

    QuarantineReport(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    void register(MeterRegistry registry, Collection<String> sites) {
        quarantine.tell((site, format, rule) -> Counter.builder("heliograph.feed.quarantines")
                .description("Times that a feed was written without an article that breaks a rule")
                .tag("site", site)
                .tag("format", format)
                .tag("rule", rule.label())
                .register(registry)
                .increment());
        for (String site : sites) {
            Gauge.builder("heliograph.feed.quarantined.articles", quarantine, q -> q.articles(site))
                    .description("Articles that some feed leaves out, for they break a rule")
                    .tag("site", site)
                    .register(registry);
        }
    }

    /** Everything that is left out, by site and article. */
    String json() {
        JsonArray list = new JsonArray();
        quarantine.held().stream()
                .sorted(Comparator.comparing(Quarantine.Held::site)
                        .thenComparing(Quarantine.Held::path)
                        .thenComparing(Quarantine.Held::feed))
                .forEach(held -> list.add(new JsonObject()
                        .put("site", held.site())
                        .put("article", held.path())
                        .put("id", held.id())
                        .put("feed", held.feed())
                        .put("rule", held.rule().label())
                        .put("must", held.rule().words())
                        .put("source", held.rule().source())
                        .put("found", held.detail())
                        .put("since", held.since().toString())));
        return new JsonObject().put("quarantined", list).encodePrettily() + "\n";
    }
}
