package io.heliograph.ops;

import io.heliograph.http.Client;
import io.heliograph.server.FeedOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who reads feeds and how politely, in numbers alone: kinds of clients, what became of their requests, and the subscribers
 * whom services say they have. A request costs a look into a map and an addition.
 */
@SuppressWarnings("EnumOrdinal") // places in a table that no other process sees
final class FeedMetrics {

    /** Feeds of services that are counted at a time. Who comes later waits until another has not come for long. */
    private static final int MOST_COUNTS = 10_000;

    /** A service that did not come for so long has no subscribers any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(3);

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Map<String, Format> formats = new ConcurrentHashMap<>();
    private final Map<Counted, Count> counts = new ConcurrentHashMap<>();
    private final Map<Service, Boolean> services = new ConcurrentHashMap<>();

    /** The counters of one format. */
    private static final class Format {
        private final Counter[][] requests = new Counter[Client.values().length][FeedOutcome.values().length];
        private final Map<FeedOutcome, Counter> saved = new EnumMap<>(FeedOutcome.class);
    }

    private record Service(String site, String name) {}

    private record Counted(String site, String service, Object feed) {}

    private record Count(long subscribers, long atSecond) {}

    FeedMetrics(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void fed(String format, Client client, FeedOutcome outcome, long savedBytes) {
        Format of = formats.computeIfAbsent(format, this::counters);
        of.requests[client.ordinal()][outcome.ordinal()].increment();
        Counter saved = savedBytes > 0 ? of.saved.get(outcome) : null;
        if (saved != null) {
            saved.increment((double) savedBytes);
        }
    }

    void stated(String site, Object feed, String service, long subscribers) {
        long now = clock.instant().getEpochSecond();
        Counted counted = new Counted(site, service, feed);
        if (counts.containsKey(counted) || counts.size() < MOST_COUNTS) {
            counts.put(counted, new Count(subscribers, now));
            services.computeIfAbsent(new Service(site, service), this::gauge);
        } else {
            forget(now);
        }
    }

    private void forget(long nowSecond) {
        counts.values().removeIf(count -> nowSecond - count.atSecond() > FORGOTTEN.toSeconds());
    }

    private double subscribers(Service service) {
        forget(clock.instant().getEpochSecond());
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().site().equals(service.site())
                        && entry.getKey().service().equals(service.name()))
                .mapToLong(entry -> entry.getValue().subscribers())
                .sum();
    }

    private boolean gauge(Service service) {
        Gauge.builder("heliograph.feed.subscribers", this, metrics -> metrics.subscribers(service))
                .description("Subscribers whom a service says it fetches feeds for")
                .tag("site", service.site())
                .tag("service", service.name())
                .strongReference(true)
                .register(registry);
        return true;
    }

    private Format counters(String name) {
        Format format = new Format();
        for (FeedOutcome outcome : FeedOutcome.values()) {
            for (Client client : Client.values()) {
                format.requests[client.ordinal()][outcome.ordinal()] = Counter.builder("heliograph.feed.requests")
                        .description("Requests for feeds, by who asked and what became of them")
                        .tag("format", name)
                        .tag("client", client.name().toLowerCase(Locale.ROOT))
                        .tag("outcome", outcome.label())
                        .register(registry);
            }
            if (outcome == FeedOutcome.NOT_MODIFIED || outcome == FeedOutcome.DELTA) {
                format.saved.put(
                        outcome,
                        Counter.builder("heliograph.feed.saved.bytes")
                                .description("Bytes of feeds that were not sent, for the client had them")
                                .tag("format", name)
                                .tag("outcome", outcome.label())
                                .register(registry));
            }
        }
        return format;
    }
}
