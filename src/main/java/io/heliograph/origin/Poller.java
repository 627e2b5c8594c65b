package io.heliograph.origin;

import io.heliograph.store.ArticleStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each origin in time and stores what it gives. Everything here happens on one event loop; what blocks is done on
 * workers. A few origins are asked at a time, the rest wait in line.
 */
public final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private static final int AT_ONCE = 16;

    /** For origins that are being asked when the gateway ends. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final Context context;
    private final WorkerExecutor workers;
    private final ArticleStore store;
    private final Intake intake;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<OriginListener> listeners;
    private final List<Turn> turns = new ArrayList<>();
    private final Deque<Turn> line = new ArrayDeque<>();
    private final Promise<Void> firstLoad = Promise.promise();
    private int asking;
    private int notLoaded;
    private boolean stopped;

    /**
     * A poller for all sites of a gateway.
     *
     * @param workers on which the store is used
     * @param random spreads polls in time
     */
    public Poller(
            Vertx vertx,
            WorkerExecutor workers,
            ArticleStore store,
            InstantSource clock,
            RandomGenerator random,
            List<OriginListener> listeners) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.workers = workers;
        this.store = store;
        this.intake = new Intake(store, clock);
        this.clock = clock;
        this.random = random;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Starts to poll.
     *
     * @return completes when each origin has answered or failed once, or had given something in an earlier run
     */
    public Future<Void> start(Collection<SiteOrigin> origins) {
        context.runOnContext(start -> {
            notLoaded = origins.size();
            if (notLoaded == 0) {
                firstLoad.tryComplete();
            }
            for (SiteOrigin origin : origins) {
                Turn turn = new Turn(origin);
                turns.add(turn);
                origin.origin().onChange(() -> context.runOnContext(now -> turn.soon()));
                turn.begin();
            }
        });
        return firstLoad.future();
    }

    /**
     * Stops polling; completes when nothing is being stored any more. An origin that has not answered by then is left: it is
     * asked again after the next start.
     */
    public Future<Void> stop() {
        Promise<Void> done = Promise.promise();
        context.runOnContext(stop -> {
            stopped = true;
            line.clear();
            turns.forEach(Turn::cancel);
            long timer = vertx.setTimer(LAST_WAIT.toMillis(), late -> {
                all(turn -> turn.poll.leave()).onComplete(ended -> done.tryComplete());
            });
            all(turn -> turn.running).onComplete(ended -> {
                vertx.cancelTimer(timer);
                done.tryComplete();
            });
        });
        return done.future();
    }

    private Future<?> all(Function<Turn, Future<?>> of) {
        return Future.join(turns.stream().<Future<?>>map(of).toList());
    }

    private void next() {
        while (asking < AT_ONCE && !line.isEmpty() && !stopped) {
            asking++;
            Turn turn = line.poll();
            turn.ask().onComplete(asked -> {
                asking--;
                next();
            });
        }
    }

    /** One origin's place in the round. */
    private final class Turn {
        private final SiteOrigin of;
        private final Poll poll;
        private Future<Void> running = Future.succeededFuture();
        private long timer = -1;
        private boolean inLine;
        private boolean again;
        private boolean loaded;

        Turn(SiteOrigin of) {
            this.of = of;
            this.poll = new Poll(of, workers, store, intake, clock, Poller.this::spread, listeners);
        }

        void begin() {
            poll.state().onSuccess(known -> {
                if (known.hasSucceeded()) {
                    loaded();
                }
                Duration wait = Duration.between(clock.instant(), known.nextPoll());
                if (of.origin().isRemote() && known.hasSucceeded() && wait.toMillis() > 0) {
                    schedule(wait);
                } else {
                    enter();
                }
            });
        }

        /** Asks without delay, or once more if it is being asked now. */
        void soon() {
            if (!running.isComplete()) {
                again = true;
            } else if (!inLine) {
                cancel();
                enter();
            }
        }

        void cancel() {
            if (timer >= 0) {
                vertx.cancelTimer(timer);
                timer = -1;
            }
        }

        private void schedule(Duration wait) {
            if (!stopped) {
                cancel();
                timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> enter());
            }
        }

        private void enter() {
            timer = -1;
            if (!inLine && !stopped) {
                inLine = true;
                line.add(this);
                next();
            }
        }

        Future<Void> ask() {
            inLine = false;
            again = false;
            Promise<Void> done = Promise.promise();
            running = done.future();
            poll.ask()
                    .onSuccess(this::schedule)
                    .onFailure(e -> {
                        LOG.atError()
                                .addKeyValue("site", of.site())
                                .addKeyValue("origin", of.origin().key())
                                .setCause(e)
                                .log("The store did not answer; this origin is asked again in ten seconds");
                        schedule(Duration.ofSeconds(10));
                    })
                    .onComplete(ended -> {
                        loaded();
                        done.complete();
                        if (again) {
                            soon();
                        }
                    });
            return running;
        }

        private void loaded() {
            if (!loaded) {
                loaded = true;
                if (--notLoaded == 0) {
                    firstLoad.tryComplete();
                }
            }
        }
    }

    /** A time spread by a tenth either way, so that many origins are not asked at one moment. */
    private Duration spread(Duration wait) {
        long millis = wait.toMillis();
        return millis < 10_000 ? wait : Duration.ofMillis(millis * 9 / 10 + random.nextLong(millis / 5));
    }
}
