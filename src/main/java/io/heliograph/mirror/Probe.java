package io.heliograph.mirror;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Looks at an origin from time to time. */
final class Probe {

    /** While something is wrong, the next look comes no later. */
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Duration every;
    private final Supplier<Future<Look.Finding>> look;
    private final Verdict verdict;
    private volatile boolean stopped;

    /** What is made of what was found. */
    @FunctionalInterface
    interface Verdict {
        /** Whether all is as it should be, so that the next look has time. */
        boolean isGood(Look.Finding finding);
    }

    /**
     * A probe that has not begun.
     *
     * @param every from one look to the next
     * @param look never fails
     * @param verdict takes what each found
     */
    Probe(Vertx vertx, Duration every, Supplier<Future<Look.Finding>> look, Verdict verdict) {
        this.vertx = vertx;
        this.every = every;
        this.look = look;
        this.verdict = verdict;
    }

    /** Begins; it ends with Vert.x. */
    void start() {
        vertx.runOnContext(on -> again());
    }

    void stop() {
        stopped = true;
    }

    private void again() {
        look.get().onComplete(found -> {
            if (stopped) {
                return;
            }
            boolean good = verdict.isGood(found.result());
            Duration pause = good || every.compareTo(LONGEST_DOUBT) < 0 ? every : LONGEST_DOUBT;
            vertx.setTimer(pause.toMillis(), next -> again());
        });
    }
}
