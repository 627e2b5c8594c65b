package io.heliograph.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The slices of large files: those that are stored, and those that the origin is asked for, each once for all who want it.
 * What is stored of one version is never put together with what comes of another (RFC 9111, section 3.4).
 */
final class Slices {

    /** For how long a file is not asked for in slices that could not be had so. */
    private static final Duration UNSLICED = Duration.ofMinutes(10);

    /** A file that changes more often in this time has servers that do not agree about it. */
    private static final Duration CHANGES = Duration.ofMinutes(1);

    private static final int MOST_CHANGES = 3;
    private static final int MOST_REMEMBERED = 10_000;

    private final Shelf shelf;
    private final Fetches fetches;
    private final InstantSource clock;
    private final ConcurrentHashMap<Flight, Promise<Landing>> underWay = new ConcurrentHashMap<>();
    private final ReadAhead ahead = new ReadAhead();
    private final Cache<CacheKey, Boolean> unsliced = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(UNSLICED)
            .build();
    private final Cache<CacheKey, Integer> changes = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(CHANGES)
            .build();

    private record Flight(CacheKey slice, FieldLines fields) {}

    /** One's place among those who wait for a slice. */
    record Seat(Future<Landing> landing, boolean isLeader) {}

    /**
     * A slice.
     *
     * @param head of the file, as it is known now
     * @param stored whether it was here
     */
    record Cut(Variant head, Buffer bytes, boolean stored) {}

    /** The origin has no such version of a file any more, or does not give it in slices. */
    static final class NoLonger extends Exception {

        private static final long serialVersionUID = 1L;

        NoLonger(CacheKey key) {
            super(key + " is not what it was", null, false, false);
        }
    }

    Slices(Shelf shelf, Fetches fetches, InstantSource clock) {
        this.shelf = shelf;
        this.fetches = fetches;
        this.clock = clock;
    }

    /** Whether a file cannot be had in slices, as far as is known. */
    boolean isUnsliced(CacheKey key) {
        return unsliced.getIfPresent(key) != null;
    }

    /**
     * Asks for a slice of a file of which nothing is known.
     *
     * @param good whether what others have brought in the meantime can be used
     */
    Seat begin(Question question, Slice slice, Predicate<Variant> good) {
        CacheKey anyVersion =
                new CacheKey(question.key().server(), question.key().target(), Long.toString(slice.index()));
        return join(anyVersion, question, () -> landed(question.key(), slice, good));
    }

    /** Whether a slice of a version is stored. */
    boolean holds(CacheKey key, Content.Sliced content, Slice slice) {
        return shelf.holds(key.slice(content.tag(), slice));
    }

    /**
     * A slice of a version; fails with {@link NoLonger} where that is not to be had any more.
     *
     * @param question for it, if it is not stored
     */
    Future<Cut> get(Variant head, Content.Sliced content, Slice slice, Question question) {
        CacheKey own = question.key().slice(content.tag(), slice);
        CacheKey key = question.key();
        List<Variant> here = shelf.get(own);
        if (here.isEmpty() && shelf.isOnDisk(own)) {
            return shelf.load(own).compose(loaded -> {
                Buffer bytes = bytes(loaded, key, head, slice);
                return bytes.length() > 0
                        ? Future.succeededFuture(new Cut(head, bytes, true))
                        : ask(own, content, slice, question);
            });
        }
        Buffer bytes = bytes(here, key, head, slice);
        return bytes.length() > 0
                ? Future.succeededFuture(new Cut(head, bytes, true))
                : ask(own, content, slice, question);
    }

    /** A slice that others have brought after it was looked for. */
    private Optional<Landing> landed(CacheKey key, Slice slice, Predicate<Variant> good) {
        for (Variant head : shelf.get(key)) {
            if (head.content() instanceof Content.Sliced content && good.test(head)) {
                Buffer bytes = bytes(shelf.get(key.slice(content.tag(), slice)), key, head, slice);
                if (bytes.length() > 0) {
                    return Optional.of(new Landing.Sliced(head, slice, bytes));
                }
            }
        }
        return Optional.empty();
    }

    private Buffer bytes(List<Variant> stored, CacheKey key, Variant head, Slice slice) {
        for (Variant variant : stored) {
            if (variant.content() instanceof Content.Part part
                    && head.content() instanceof Content.Sliced content
                    && shelf.isSliceOf(key, head, variant)
                    && part.total() == content.length()
                    && part.first() == slice.first()
                    && part.body().length() == slice.bytes(content.length())) {
                return part.body();
            }
        }
        return Buffer.buffer();
    }

    private Future<Cut> ask(CacheKey own, Content.Sliced content, Slice slice, Question question) {
        Seat seat = join(
                own,
                question,
                () -> landed(question.key(), slice, head -> head.content().equals(content)));
        return seat.landing().compose(landing -> {
            if (landing instanceof Landing.Sliced sliced
                    && sliced.slice().equals(slice)
                    && content.equals(sliced.head().content())) {
                return Future.succeededFuture(new Cut(sliced.head(), sliced.bytes(), false));
            }
            landing.letGo();
            if (landing instanceof Landing.Sliced) {
                changed(question.key());
            } else if (landing.response().status() >= 500) {
                return Future.failedFuture(new OriginFailure(
                        OriginFailure.Kind.BROKEN,
                        "it answered " + landing.response().status()));
            } else {
                // What is known of it is not true any more.
                shelf.purge(question.key(), Standing.PURGED, clock.instant());
            }
            return Future.failedFuture(new NoLonger(question.key()));
        });
    }

    private void changed(CacheKey key) {
        if (changes.asMap().merge(key, 1, Integer::sum) >= MOST_CHANGES) {
            unsliced.put(key, true);
        }
    }

    private Seat join(CacheKey slice, Question question, Supplier<Optional<Landing>> landed) {
        Flight flight = new Flight(slice, question.fields());
        Promise<Landing> mine = Promise.promise();
        Promise<Landing> theirs = underWay.putIfAbsent(flight, mine);
        if (theirs != null) {
            return new Seat(theirs.future(), false);
        }
        // A flight may have ended between the look at what is stored and this one's beginning.
        Optional<Landing> here = landed.get();
        if (here.isPresent()) {
            underWay.remove(flight, mine);
            mine.complete(here.get());
            return new Seat(mine.future(), false);
        }
        // Whatever goes wrong in asking ends the flight, or it would never end.
        Future.<Void>succeededFuture().compose(begin -> fetches.ask(question)).onComplete(result -> {
            underWay.remove(flight, mine);
            if (result.succeeded() && isWithoutSlices(result.result())) {
                unsliced.put(question.key(), true);
            }
            mine.handle(result);
        });
        return new Seat(mine.future(), true);
    }

    /** Whether the origin answered in a way that it would answer for each slice. */
    private static boolean isWithoutSlices(Landing landing) {
        return landing instanceof Landing.NotSliced
                || !(landing instanceof Landing.Sliced) && landing.response().status() == 200;
    }

    /** The slices that come before they are wanted, for all visitors. */
    ReadAhead ahead() {
        return ahead;
    }
}
