package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.mirror.Look.Finding;
import io.heliograph.ops.Metrics;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.outbound.Resolver;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R21: what visitors' requests say of an origin counts only when the origin itself says so too. */
class SecondLookTest {

    private static final URI ORIGIN = URI.create("https://www.example.org");

    private final List<Promise<Finding>> looks = new ArrayList<>();
    private Vertx vertx;
    private OriginHealth health;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Dialler dialler = new Dialler(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), () -> now);
        health = new OriginHealth(
                "news",
                List.of(ORIGIN),
                dialler,
                (server, proven) -> {
                    Promise<Finding> look = Promise.promise();
                    looks.add(look);
                    return look.future();
                },
                () -> now,
                new Metrics("1", () -> now).mirrors());
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void silences_areFollowedByOneLook_howeverManyMoreComeMeanwhile() {
        silences(17);

        assertThat(looks).hasSize(1);
        assertThat(health.allows(ORIGIN)).isTrue();
    }

    @Test
    void badLook_takesTheOriginAway() {
        silences(5);

        looks.get(0).complete(Finding.TIMEOUT);

        assertThat(health.allows(ORIGIN)).isFalse();
    }

    @Test
    void goodLook_beginsTheCountAnew() {
        silences(5);
        looks.get(0).complete(Finding.GOOD);

        silences(4);

        assertThat(health.allows(ORIGIN)).isTrue();
        assertThat(looks).hasSize(1);
        silences(1);
        assertThat(looks).hasSize(2);
    }

    @Test
    void badLook_countsForNothing_whereAVisitorHadAGoodAnswerMeanwhile() {
        silences(5);
        health.answered(ORIGIN, 200);

        looks.get(0).complete(Finding.STATUS);

        assertThat(health.allows(ORIGIN)).isTrue();
    }

    /** All connections wait for slow pages: nobody has asked the origin anything. */
    @Test
    void requestsWithoutAConnection_sayNothing() {
        for (int i = 0; i < 100; i++) {
            health.failed(ORIGIN, OriginFailure.Kind.BUSY);
        }

        assertThat(looks).isEmpty();
        silences(5);
        looks.get(0).complete(Finding.BUSY);
        assertThat(health.allows(ORIGIN)).isTrue();
    }

    private void silences(int many) {
        for (int i = 0; i < many; i++) {
            health.failed(ORIGIN, OriginFailure.Kind.TIMEOUT);
        }
    }
}
