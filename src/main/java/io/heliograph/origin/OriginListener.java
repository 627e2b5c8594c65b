package io.heliograph.origin;

import io.heliograph.store.Changes;
import io.heliograph.store.Saved;
import java.time.Instant;

/** Hears what origins give. Called on the poller's own event loop, so it must not block. */
public interface OriginListener {

    /**
     * An origin answered, and all it gave is stored.
     *
     * @param saved sums over the batches
     */
    void polled(String site, String origin, Gathered gathered, Saved saved, Instant at);

    /** An origin gave nothing that can be used. */
    void failed(String site, String origin, OriginFailure failure, int failures, Instant next);

    /** What readers see changed. Told after the change is stored, once for each transaction. */
    void changed(Changes changes);
}
