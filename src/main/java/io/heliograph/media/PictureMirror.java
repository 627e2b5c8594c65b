package io.heliograph.media;

import io.heliograph.media.PictureLedger.Entry;
import io.heliograph.outbound.FetchFailure;
import io.heliograph.outbound.FetchRequest;
import io.heliograph.outbound.Fetched;
import io.heliograph.outbound.Fetcher;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pictures that live on other hosts and keeps them in the library. A few are fetched at a time, over all
 * sites; nobody waits for long, and what is not there by then goes on coming. Everything but files and pixels happens on
 * one event loop.
 */
public final class PictureMirror {

    private static final int AT_ONCE = 8;
    private static final int OF_A_HOST = 2;
    private static final int LONGEST_LINE = 20_000;

    /** Whoever comes when so many wait takes what is there: their turn will not come within anybody's patience. */
    private static final int LONG_LINE = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

    /** Of what is fetched beside others, so that they fit into memory; what is larger is fetched alone. */
    private static final long SMALL_BYTES = 4L << 20;

    private static final String ACCEPT = "image/webp, image/jpeg, image/png, image/gif, image/*;q=0.5";

    private final Vertx vertx;
    private final Context context;
    private final Fetcher fetcher;
    private final WorkerExecutor workers;
    private final PictureDesk desk;
    private final Duration patience;
    private final PictureLine<Errand> line = new PictureLine<>(OF_A_HOST);
    private final Deque<Errand> large = new ArrayDeque<>();
    private final Map<String, Errand> errands = new HashMap<>();
    private final Set<Runnable> impatient = new LinkedHashSet<>();
    private boolean stopped;
    private int running;
    private boolean runningLarge;

    /**
     * A mirror for all sites.
     *
     * @param workers on which pictures are developed
     */
    public PictureMirror(
            Vertx vertx, Fetcher fetcher, MediaLibrary library, WorkerExecutor workers, InstantSource clock) {
        this(vertx, fetcher, library, workers, clock, PATIENCE);
    }

    PictureMirror(
            Vertx vertx,
            Fetcher fetcher,
            MediaLibrary library,
            WorkerExecutor workers,
            InstantSource clock,
            Duration patience) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.fetcher = fetcher;
        this.workers = workers;
        this.desk = new PictureDesk(library, clock);
        this.patience = patience;
    }

    /**
     * Where pictures are wanted.
     *
     * @param site that wants them
     * @param typed URL that the configuration names, whose host may be private; {@code http://none.invalid/} for none
     * @param contact URL at which the operator can be found
     */
    public record Wanting(String site, URI typed, String contact) {}

    /**
     * What came of asking.
     *
     * @param now by URL, what there is when patience ends
     * @param all completes when nothing is waiting any more
     */
    public record Round(Map<URI, Mirrored> now, Future<Void> all) {}

    /** Mirrors pictures. Answers at once if all is known, and in any case when patience ends. */
    public Future<Round> mirror(Wanting wanting, Collection<URI> urls) {
        Promise<Round> done = Promise.promise();
        workers.executeBlocking(() -> desk.look(wanting.site(), urls), false)
                .onFailure(done::tryFail)
                .onSuccess(known -> context.runOnContext(start -> begin(wanting, known, done)));
        return done.future();
    }

    private void begin(Wanting wanting, Map<URI, PictureDesk.Known> known, Promise<Round> done) {
        Map<URI, Mirrored> now = new LinkedHashMap<>();
        Map<URI, Future<Mirrored>> waiting = new LinkedHashMap<>();
        known.forEach((url, what) -> {
            now.put(url, what.state());
            if (what.isDue()) {
                Future<Mirrored> coming = errand(wanting, url, what.entry());
                if (what.state() instanceof Mirrored.Waiting) {
                    waiting.put(url, coming);
                }
            }
        });
        Future<Void> all =
                Future.join(new ArrayList<>(waiting.values())).otherwiseEmpty().mapEmpty();
        Duration wait = line.size() > LONG_LINE ? SHORT_PATIENCE : patience;
        Runnable end = () -> finish(now, waiting, all, done);
        long timer = vertx.setTimer(stopped ? 1 : Math.max(1, wait.toMillis()), ended -> end.run());
        impatient.add(end);
        done.future().onComplete(ended -> {
            vertx.cancelTimer(timer);
            impatient.remove(end);
        });
        all.onComplete(ended -> end.run());
        work();
    }

    private static void finish(
            Map<URI, Mirrored> now, Map<URI, Future<Mirrored>> waiting, Future<Void> all, Promise<Round> done) {
        if (!done.future().isComplete()) {
            waiting.forEach((url, coming) -> {
                if (coming.succeeded()) {
                    now.put(url, coming.result());
                }
            });
            done.complete(new Round(now, all));
        }
    }

    /** One picture to be fetched, whoever waits for it. */
    private record Errand(Wanting wanting, URI url, Entry before, Promise<Mirrored> done) {
        String key() {
            return wanting.site() + ' ' + wanting.typed() + ' ' + url;
        }

        String host() {
            return url.getHost();
        }
    }

    private Future<Mirrored> errand(Wanting wanting, URI url, Entry before) {
        Errand errand = new Errand(wanting, url, before, Promise.promise());
        Errand same = errands.get(errand.key());
        if (same != null) {
            return same.done().future();
        }
        if (line.size() >= LONGEST_LINE) {
            return Future.succeededFuture(new Mirrored.Waiting());
        }
        errands.put(errand.key(), errand);
        line.add(wanting.site(), errand.host(), errand);
        return errand.done().future();
    }

    private void work() {
        while (running < AT_ONCE && !stopped) {
            Errand errand = line.next().orElse(null);
            if (errand == null) {
                break;
            }
            running++;
            fetch(errand, SMALL_BYTES).onComplete(fetched -> {
                running--;
                line.done(errand.host());
                work();
            });
        }
        if (!runningLarge && !large.isEmpty() && !stopped) {
            runningLarge = true;
            fetch(large.poll(), PictureDesk.LARGEST_BYTES).onComplete(fetched -> {
                runningLarge = false;
                work();
            });
        }
    }

    private Future<Void> fetch(Errand errand, long mostBytes) {
        Wanting wanting = errand.wanting();
        FetchRequest request = new FetchRequest(
                errand.url(),
                ACCEPT,
                errand.before().etag(),
                errand.before().lastModified(),
                wanting.contact(),
                mostBytes,
                wanting.typed());
        Promise<Void> done = Promise.promise();
        fetcher.fetch(request)
                .onComplete(fetched -> context.runOnContext(back -> {
                    if (stopped) {
                        done.complete();
                        return;
                    }
                    if (mostBytes < PictureDesk.LARGEST_BYTES && isTooLarge(fetched.cause())) {
                        large.add(errand);
                        done.complete();
                        return;
                    }
                    settle(errand, fetched)
                            .onComplete(settled -> context.runOnContext(end -> {
                                errands.remove(errand.key());
                                errand.done()
                                        .complete(
                                                settled.succeeded()
                                                        ? settled.result()
                                                        : PictureDesk.own(settled.cause()));
                                done.complete();
                            }));
                }));
        return done.future();
    }

    private Future<Mirrored> settle(Errand errand, AsyncResult<Fetched> fetched) {
        return workers.executeBlocking(
                () -> fetched.succeeded()
                        ? desk.take(errand.wanting().site(), errand.url(), errand.before(), fetched.result())
                        : desk.miss(errand.wanting().site(), errand.url(), errand.before(), fetched.cause()),
                false);
    }

    private static boolean isTooLarge(@Nullable Throwable cause) {
        return cause instanceof FetchFailure failure && failure.reason() == FetchFailure.Reason.TOO_LARGE;
    }

    /** Begins nothing more, and answers whoever waits with what there is. */
    public void stop() {
        context.runOnContext(stop -> {
            stopped = true;
            List.copyOf(impatient).forEach(Runnable::run);
        });
    }

    /** Forgets what was swept from a site's library. Blocks. */
    public void forgetSwept(String site) throws IOException {
        desk.forgetSwept(site);
    }

    /** Fetches that are under way or in line; for tests. */
    List<String> underWay() {
        return List.copyOf(errands.keySet());
    }
}
