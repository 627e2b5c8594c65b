package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The questions under way: whoever asks what is being asked already waits for that answer. A flight belongs to nobody, so
 * that nobody who leaves can end it for the others.
 */
final class Flights {

    /** For how long nobody waits for others where the last answer was not for sharing. */
    private static final Duration APART = Duration.ofSeconds(10);

    private static final int MOST_APART = 10_000;

    private final InstantSource clock;
    private final ConcurrentHashMap<Flight, UnderWay> underWay = new ConcurrentHashMap<>();
    private final Cache<CacheKey, Boolean> apart = Caffeine.newBuilder()
            .maximumSize(MOST_APART)
            .expireAfterWrite(APART)
            .build();

    /**
     * What a flight is for.
     *
     * @param selecting the values of the fields that choose a variant, where it is known that some do; else empty
     * @param head whether the head alone is wanted
     */
    record Flight(CacheKey key, String selecting, boolean head) {}

    /**
     * One's place in a flight.
     *
     * @param since when the flight began
     */
    record Seat(Future<Landing> landing, boolean isLeader, Instant since) {}

    private record UnderWay(Promise<Landing> landing, Instant since) {}

    Flights(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether answers for a resource are not for sharing, as far as is known. */
    boolean isApart(CacheKey key) {
        return apart.getIfPresent(key) != null;
    }

    /** Joins a flight, or begins it. */
    Seat join(Flight flight, Supplier<Future<Landing>> question) {
        UnderWay mine = new UnderWay(Promise.promise(), clock.instant());
        UnderWay theirs = underWay.putIfAbsent(flight, mine);
        if (theirs != null) {
            return new Seat(theirs.landing().future(), false, theirs.since());
        }
        // Whatever goes wrong in asking ends the flight, or it would never end.
        Future.<Void>succeededFuture().compose(begin -> question.get()).onComplete(result -> {
            if (result.succeeded() && !result.result().isShared() && !flight.head()) {
                apart.put(flight.key(), true);
            }
            if (result.succeeded() && result.result() instanceof Landing.Coming coming && coming.isStored()) {
                // Who comes while the body does gets it from its beginning.
                coming.body().whenOver(() -> underWay.remove(flight, mine));
            } else {
                underWay.remove(flight, mine);
            }
            mine.landing().handle(result);
        });
        return new Seat(mine.landing().future(), true, mine.since());
    }
}
