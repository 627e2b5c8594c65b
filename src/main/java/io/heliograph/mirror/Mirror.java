package io.heliograph.mirror;

import io.heliograph.article.Host;
import io.heliograph.http.CacheDecision.Reason;
import io.heliograph.http.CacheDecision.Standing;
import io.heliograph.http.CacheRules;
import io.heliograph.http.CacheStatus;
import io.heliograph.http.FieldLines;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.heliograph.outbound.Dialler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mirror of one site's web origin. */
public final class Mirror implements MirrorControl {

    /** Where browsers send reports, below the prefix. */
    public static final String REPORTS = "/csp-reports";

    private static final Duration LONGEST_HEURISTIC = Duration.ofDays(1);
    private static final Duration MISSING = Duration.ofSeconds(10);

    /** Of the memory, what is for stored responses; the rest is for what was made of them for hosts and codings. */
    private static final double STORED_PART = 0.6;

    private static final FieldLines NOT_HERE = FieldLines.of("cache-control", "no-store");

    private final String site;
    private final MirrorListener listener;
    private final InstantSource clock;
    private final RequestFields requestFields;
    private final OriginSite origin;
    private final Disk disk;
    private final Renditions renditions;
    private final PurgeLog purges;
    private final Invalidations invalidations;
    private final Station station;
    private final Passage passage;
    private final Warming warming;
    private final Lookout lookout;
    private final Leaks leaks = new Leaks();
    private final ViolationReports reports;
    private final Sockets sockets;
    private final boolean takesSockets;
    private final String robots;

    /**
     * A mirror.
     *
     * @param hosts of the site
     * @param prefix under which our own endpoints are
     * @param pseudonym of this gateway in {@code Via}: {@code heliograph-} and 16 hexadecimal digits
     * @param product name and version for {@code User-Agent}
     */
    public Mirror(
            Vertx vertx,
            String site,
            List<Host> hosts,
            String prefix,
            MirrorSettings settings,
            Dialler connections,
            Coder coder,
            WorkerExecutor workers,
            InstantSource clock,
            String pseudonym,
            String product,
            MirrorListener listener) {
        this.site = site;
        this.listener = listener;
        this.clock = clock;
        Dialler dialler = connections.at(AddressChecks.addresses(settings), AddressChecks.teller(site, listener));
        CacheRules rules = new CacheRules(
                settings.strict(), settings.maxStale(), LONGEST_HEURISTIC, settings.strict() ? Duration.ZERO : MISSING);
        ResponseCache memory = new ResponseCache((long) (settings.memoryBytes() * STORED_PART), hosts.size());
        requestFields = new RequestFields(settings, pseudonym, product);
        origin = new OriginSite(settings, prefix, hosts);
        ContentMaker maker = new ContentMaker(site, origin, memory, leaks, clock, listener);
        disk = new Disk(settings.folder(), settings.diskBytes(), workers, maker, rules);
        purges = new PurgeLog(settings.folder(), settings.diskBytes(), workers);
        invalidations = new Invalidations(purges, key -> {
            memory.remove(key);
            disk.remove(key);
        });
        Shelf shelf = new Shelf(memory, disk, invalidations);
        Intake intake = new Intake(site, settings, shelf, maker, workers, this::companions, listener);
        URI server = origin.route("/", "").server();
        FieldLines own = requestFields.forOrigin(FieldLines.NONE, false);
        lookout = new Lookout(vertx, site, settings, origin, server, own, dialler, workers, clock, listener);
        Upstream upstream = lookout.upstream();
        reports = new ViolationReports(site, origin, leaks, listener, clock);
        sockets = new Sockets(site, origin, server, requestFields, dialler, lookout.health(), listener);
        takesSockets = settings.sockets();
        if (takesSockets) {
            listener.sockets(site, 0);
        }
        robots = settings.robots();
        renditions = new Renditions((long) (settings.memoryBytes() * (1 - STORED_PART)), coder, workers);
        Fetches fetches = new Fetches(site, requestFields, rules, upstream, shelf, intake, clock, listener);
        station = new Station(
                origin,
                requestFields,
                rules,
                shelf,
                new Flights(clock),
                fetches,
                new Slices(shelf, fetches, clock),
                new Heads(shelf, rules, clock),
                new Presenter(settings, origin, renditions, clock),
                clock);
        warming = new Warming(vertx, station);
        passage = new Passage(requestFields, rules, upstream, intake, shelf, origin, clock);
    }

    /**
     * Finds out what is stored on disk from before, and begins to look after the origin. Blocks.
     *
     * @throws IOException if the folder cannot be had
     */
    public void open() throws IOException {
        disk.open();
        purges.open(invalidations);
        lookout.start();
    }

    /** The {@code X-Robots-Tag} of all that is at the origin's URLs; empty for none. */
    public String robots() {
        return robots;
    }

    /** Whether visitors may open WebSockets. */
    public boolean takesSockets() {
        return takesSockets;
    }

    /** Opens a WebSocket to the origin; never fails. Called on an event loop, on which the socket lives. */
    public Future<SocketAnswer> socket(MirrorRequest request) {
        if (requestFields.isLoop(request.fields())) {
            return Future.succeededFuture(new SocketAnswer.Refused(OriginFailure.Kind.LOOP.status()));
        }
        CacheKey key = origin.route(request);
        return sockets.open(request.with(origin.meantFor(key, request)), key);
    }

    /**
     * Whether a page on one host of the site asks what it may ask of another, so that the origin has to say. Other questions
     * with OPTIONS are like those with any method.
     */
    public boolean isPreflight(MirrorRequest request) {
        return request.path().startsWith("/")
                && origin.own().isPreflight(request, origin.route(request).server());
    }

    /** Whether browsers are asked for reports. */
    public boolean takesReports() {
        return origin.own().takesReports();
    }

    /**
     * Takes a report of a browser.
     *
     * @return the status of the answer: 204, or why not
     */
    public int reported(String type, Buffer body) {
        return reports.take(type, body);
    }

    @Override
    public List<Leaks.Entry> leaks() {
        return leaks.all();
    }

    @Override
    public MirrorFigures figures() {
        return new MirrorFigures(station.shelf().memoryBytes() + renditions.bytes(), disk.bytes());
    }

    /** Looks after the origin no more. */
    public void close() {
        lookout.stop();
    }

    /** Answers a request; never fails. Called on an event loop, on which the answer comes. */
    public Future<MirrorAnswer> answer(MirrorRequest request) {
        Future<MirrorAnswer> reply = reply(request);
        if (reply.succeeded()) {
            listener.answered(site, reply.result().outcome());
            return reply;
        }
        return reply.otherwise(e -> down(OriginFailure.of(e), Reason.BYPASS))
                .onSuccess(answer -> listener.answered(site, answer.outcome()));
    }

    private Future<MirrorAnswer> reply(MirrorRequest request) {
        if (requestFields.isLoop(request.fields())) {
            return Future.succeededFuture(
                    down(new OriginFailure(OriginFailure.Kind.LOOP, "it was here before"), Reason.BYPASS));
        }
        if (request.fields().value("service-worker").strip().equals("script")) {
            return Future.succeededFuture(LastWorker.answer(request));
        }
        if (origin.isNowhere(request)) {
            return Future.succeededFuture(new MirrorAnswer.Whole(Outcome.PASS, 404, NOT_HERE, 0, Buffer.buffer()));
        }
        Optional<String> moved = origin.moved(request);
        if (moved.isPresent()) {
            FieldLines there = NOT_HERE.with("location", moved.get());
            return Future.succeededFuture(new MirrorAnswer.Whole(Outcome.PASS, 307, there, 0, Buffer.buffer()));
        }
        CacheKey key = origin.route(request);
        return reply(request.with(origin.meantFor(key, request)), key);
    }

    private Future<MirrorAnswer> reply(MirrorRequest request, CacheKey key) {
        if (request.method().equals("GET") || request.isHead()) {
            return new Exchange(station, request, key).answer();
        }
        return passage.send(request, key)
                .compose(landing -> {
                    if (landing instanceof Landing.Here here) {
                        return station.presenter()
                                .answer(request, key, here.variant(), Passage.outcome(), Passage.status(here.status()));
                    }
                    Landing.Coming coming = (Landing.Coming) landing;
                    BodyReader body = coming.body().reader();
                    if (body == null) {
                        throw new IllegalStateException("nobody else reads it");
                    }
                    return Future.succeededFuture(station.presenter()
                            .streamed(
                                    request,
                                    key,
                                    coming.whole(),
                                    coming.length(),
                                    body,
                                    Passage.outcome(),
                                    Passage.status(coming.whole().status())));
                })
                .otherwise(e -> down(OriginFailure.of(e), Reason.METHOD));
    }

    private static MirrorAnswer down(OriginFailure failure, Reason reason) {
        return new MirrorAnswer.OriginDown(
                Outcome.FAILED,
                failure.kind().status(),
                CacheStatus.forwarded(reason)
                        .detail(failure.kind().name().toLowerCase(Locale.ROOT))
                        .field());
    }

    /**
     * Articles changed: their pages, those of the folders above them and the front page are stale, and what is in memory of
     * them is asked for again at once.
     *
     * @param paths of the articles, with their queries if they have any
     */
    public void changed(Collection<String> paths) {
        warming.changed(paths);
    }

    private Future<Void> companions(Set<CacheKey> keys) {
        return warming.companions(keys);
    }

    @Override
    public void purgeUrl(String path, String query) {
        station.shelf().purge(origin.route(path, query), Standing.PURGED, clock.instant());
    }

    @Override
    public void purgeGroup(String group) {
        station.shelf().purgeGroup(group, Standing.PURGED, clock.instant());
    }

    @Override
    public void purgeAll() {
        station.shelf().purgeAll(clock.instant());
    }
}
