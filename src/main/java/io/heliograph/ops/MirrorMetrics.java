package io.heliograph.ops;

import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.heliograph.mirror.MirrorListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what mirrors do. */
final class MirrorMetrics implements MirrorListener {

    private static final Duration[] DURATIONS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    /** By site; looked up for each hit. */
    private final Map<String, Map<Outcome, Counter>> answers = new ConcurrentHashMap<>();

    private final Map<Label, Counter> failures = new ConcurrentHashMap<>();
    private final Map<Label, Counter> rewritten = new ConcurrentHashMap<>();
    private final Map<Label, Counter> leaks = new ConcurrentHashMap<>();
    private final Map<Label, Timer> fetches = new ConcurrentHashMap<>();
    private final Map<String, Counter> received = new ConcurrentHashMap<>();
    private final Map<String, Counter> stored = new ConcurrentHashMap<>();

    private final Map<Label, Counter> probes = new ConcurrentHashMap<>();
    private final Map<Label, Counter> looks = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sockets = new ConcurrentHashMap<>();
    private final Map<State, AtomicInteger> states = new ConcurrentHashMap<>();

    /** A server of a site, one of its addresses or none of them, and how it may be. */
    private record State(String site, String origin, String address, String state) {}

    /** A site, and one of a small fixed set. */
    private record Label(String site, String value) {}

    MirrorMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String site, Outcome outcome) {
        Map<Outcome, Counter> ofSite = answers.get(site);
        Counter counter = ofSite == null ? null : ofSite.get(outcome);
        if (counter == null) {
            counter = answers.computeIfAbsent(site, name -> new ConcurrentHashMap<>())
                    .computeIfAbsent(
                            outcome,
                            made -> counter(
                                    "heliograph.mirror.answers",
                                    "Answers, by how they came about",
                                    new Label(site, made.name().toLowerCase(Locale.ROOT)),
                                    "outcome"));
        }
        counter.increment();
    }

    @Override
    public void fetched(String site, int status, long nanos) {
        fetches.computeIfAbsent(new Label(site, status / 100 + "xx"), this::fetchTimer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void received(String site, long bytes) {
        received.computeIfAbsent(
                        site,
                        s -> Counter.builder("heliograph.mirror.received")
                                .description("Bytes of bodies that came from the origin")
                                .baseUnit("bytes")
                                .tag("site", s)
                                .register(registry))
                .increment((double) bytes);
    }

    @Override
    public void failed(String site, String kind) {
        failures.computeIfAbsent(
                        new Label(site, kind),
                        label -> counter(
                                "heliograph.mirror.origin.failures", "Questions without an answer", label, "reason"))
                .increment();
    }

    @Override
    public void rewritten(String site, String kind, int found) {
        Label label = new Label(site, kind);
        leaks(label).increment(found);
        rewritten
                .computeIfAbsent(
                        label, l -> counter("heliograph.mirror.rewrites", "Documents parsed and rewritten", l, "kind"))
                .increment();
    }

    @Override
    public void leaked(String site) {
        leaks(new Label(site, "report")).increment();
    }

    private Counter leaks(Label label) {
        return leaks.computeIfAbsent(
                label,
                l -> counter("heliograph.mirror.leaks", "Hosts of the origin that remained in documents", l, "kind"));
    }

    /** The state that a server is in has 1, those that it was in have 0. */
    @Override
    public void health(String site, String origin, String before, String state) {
        if (!before.isEmpty()) {
            state(new State(site, origin, "", before)).set(0);
        }
        state(new State(site, origin, "", state)).set(1);
    }

    @Override
    public void address(String site, String origin, String address, String before, String state) {
        if (!before.isEmpty()) {
            state(new State(site, origin, address, before)).set(0);
        }
        state(new State(site, origin, address, state)).set(1);
    }

    private AtomicInteger state(State key) {
        return states.computeIfAbsent(key, k -> {
            AtomicInteger value = new AtomicInteger();
            Gauge.Builder<AtomicInteger> gauge = k.address().isEmpty()
                    ? Gauge.builder("heliograph.mirror.origin.state", value, AtomicInteger::get)
                            .description("How the servers of a mirrored site are: up, or why not")
                    : Gauge.builder("heliograph.mirror.address.state", value, AtomicInteger::get)
                            .description("How the configured addresses of mirrored servers are: up, or why not")
                            .tag("address", k.address());
            gauge.tag("site", k.site())
                    .tag("origin", k.origin())
                    .tag("state", k.state())
                    .register(registry);
            return value;
        });
    }

    @Override
    public void probed(String site, String finding) {
        probes.computeIfAbsent(
                        new Label(site, finding),
                        label -> counter("heliograph.mirror.probes", "Probes of the origin", label, "result"))
                .increment();
    }

    @Override
    public void looked(String site, String finding) {
        looks.computeIfAbsent(
                        new Label(site, finding),
                        label -> counter(
                                "heliograph.mirror.looks",
                                "Looks at the origin because visitors' requests failed",
                                label,
                                "result"))
                .increment();
    }

    @Override
    public void sockets(String site, int more) {
        sockets.computeIfAbsent(site, s -> {
                    AtomicInteger value = new AtomicInteger();
                    Gauge.builder("heliograph.mirror.sockets", value, AtomicInteger::get)
                            .description("WebSockets that are open to the origin")
                            .tag("site", s)
                            .register(registry);
                    return value;
                })
                .addAndGet(more);
    }

    @Override
    public void stored(String site) {
        stored.computeIfAbsent(
                        site,
                        s -> Counter.builder("heliograph.mirror.stored")
                                .description("Responses stored")
                                .tag("site", s)
                                .register(registry))
                .increment();
    }

    private Counter counter(String name, String description, Label label, String tag) {
        return Counter.builder(name)
                .description(description)
                .tag("site", label.site())
                .tag(tag, label.value())
                .register(registry);
    }

    private Timer fetchTimer(Label label) {
        return Timer.builder("heliograph.mirror.fetches")
                .description("From a question to the origin to the head of its answer")
                .tag("site", label.site())
                .tag("status", label.value())
                .serviceLevelObjectives(DURATIONS)
                .register(registry);
    }
}
