package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** RFC 9111, section 4: requests that are collapsed into one. */
class FlightsTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    /** Else each visitor of a stale page waits anew for an origin that has kept silent towards others for long. */
    @Test
    void whoJoins_isToldSinceWhenTheOthersWait() {
        // Given
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Flights flights = new Flights(now::get);
        Flights.Flight flight = new Flights.Flight(new CacheKey(URI.create("https://www.example.org"), "/"), "", false);
        Promise<Landing> silent = Promise.promise();

        // When
        Flights.Seat first = flights.join(flight, silent::future);
        now.set(NOON.plusSeconds(2));
        Flights.Seat second = flights.join(flight, () -> Future.failedFuture("asked twice"));
        silent.fail("nothing came");
        Flights.Seat next = flights.join(flight, silent::future);

        // Then
        assertThat(first)
                .extracting(Flights.Seat::since, Flights.Seat::isLeader)
                .containsExactly(NOON, true);
        assertThat(second)
                .extracting(Flights.Seat::since, Flights.Seat::isLeader)
                .containsExactly(NOON, false);
        assertThat(next.since()).isEqualTo(NOON.plusSeconds(2));
    }
}
