package io.heliograph.origin;

import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;

/** One place where articles come from. */
public interface Origin {

    /** Names the origin within its site, in the store, logs and metrics: its URL or folder. */
    String key();

    /** Whether to wait, after a restart, until the time for the next poll has come. */
    boolean isRemote();

    /**
     * Asks for what the origin has. Fails with an {@link OriginFailure}. Asked again only when the answer is there.
     *
     * @param state what is remembered of the origin
     * @param stored what the store has of it, by {@link io.heliograph.article.Draft#source}
     */
    Future<Gathered> gather(OriginState state, Set<String> stored);

    /**
     * How long to wait after a failure.
     *
     * @param failures how many there were since the last good poll, this one included
     */
    Duration retry(OriginFailure failure, int failures);

    /** Has {@code poll} called whenever the origin itself notices that something changed. */
    void onChange(Runnable poll);
}
