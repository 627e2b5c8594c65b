package io.heliograph.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits for a fetch. Sites take turns, however many pictures one of them has; a host is asked for few at a time, and
 * those behind it do not wait for it. Used on one event loop.
 *
 * @param <T> what waits
 */
final class PictureLine<T> {

    /** So far is looked ahead for a host that is not busy. */
    private static final int LOOK_AHEAD = 100;

    private final int mostOfAHost;
    private final Map<String, Deque<Place<T>>> lanes = new LinkedHashMap<>();
    private final Map<String, Integer> busy = new HashMap<>();
    private int size;

    private record Place<T>(String host, T what) {}

    PictureLine(int mostOfAHost) {
        this.mostOfAHost = mostOfAHost;
    }

    int size() {
        return size;
    }

    void add(String site, String host, T what) {
        lanes.computeIfAbsent(site, s -> new ArrayDeque<>()).add(new Place<>(host, what));
        size++;
    }

    /** The next whose turn it is, and whose host has room; {@link #done} is to follow. */
    Optional<T> next() {
        for (String site : lanes.keySet().toArray(new String[0])) {
            Deque<Place<T>> lane = lanes.getOrDefault(site, new ArrayDeque<>());
            Optional<Place<T>> free = lane.stream()
                    .limit(LOOK_AHEAD)
                    .filter(place -> busy.getOrDefault(place.host(), 0) < mostOfAHost)
                    .findFirst();
            if (free.isPresent()) {
                lane.remove(free.get());
                // To the end of the round.
                lanes.remove(site);
                if (!lane.isEmpty()) {
                    lanes.put(site, lane);
                }
                busy.merge(free.get().host(), 1, Integer::sum);
                size--;
                return Optional.of(free.get().what());
            }
        }
        return Optional.empty();
    }

    /** A host has finished one. */
    void done(String host) {
        busy.computeIfPresent(host, (h, count) -> count == 1 ? null : count - 1);
    }
}
