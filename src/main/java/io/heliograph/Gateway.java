package io.heliograph;

import io.heliograph.article.Site;
import io.heliograph.config.GatewayConfig;
import io.heliograph.config.SiteSettings;
import io.heliograph.media.MediaLibrary;
import io.heliograph.media.PictureMirror;
import io.heliograph.ops.Metrics;
import io.heliograph.ops.OpsServer;
import io.heliograph.ops.OriginGauges;
import io.heliograph.ops.Readiness;
import io.heliograph.origin.Embargoes;
import io.heliograph.origin.FolderWatch;
import io.heliograph.origin.Origin;
import io.heliograph.origin.OriginListener;
import io.heliograph.origin.Poller;
import io.heliograph.origin.SiteOrigin;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.Fetcher;
import io.heliograph.outbound.Resolver;
import io.heliograph.page.Pages;
import io.heliograph.representation.Quarantine;
import io.heliograph.representation.Renderer;
import io.heliograph.representation.RepresentationCache;
import io.heliograph.server.PublicServer;
import io.heliograph.server.SiteBoard;
import io.heliograph.store.ArticleStore;
import io.heliograph.store.JdbcArticleStore;
import io.heliograph.store.OriginState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: the rooms, put together. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final GatewayConfig config;
    private final InstantSource clock = InstantSource.system();
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Readiness readiness = new Readiness();
    private final ArticleStore store;
    private final MediaLibrary library;
    private final Fetcher fetcher;
    private final PictureMirror mirror;
    private final ConfiguredSites sites;
    private final SiteBoard board;
    private final Vertx vertx;
    private final WorkerExecutor ingest;
    private final Metrics metrics;
    private final Optional<FolderWatch> watch;
    private final Poller poller;
    private final Embargoes embargoes;
    private final SiteMirrors mirrors;
    private final Upkeep upkeep;
    private final ChannelLog channels;
    private final PublicServer server;
    private final OpsServer ops;
    private int port;
    private int opsPort;
    private Future<Void> firstLoad = Future.succeededFuture();

    private Gateway(GatewayConfig config) {
        this.config = config;
        store = JdbcArticleStore.open(config.store());
        library = new MediaLibrary(config.media());
        sites = ConfiguredSites.of(config.sites(), store);
        board = sites.board();
        for (SiteSettings settings : sites.all()) {
            // Before anybody can ask for them.
            store.choices(settings.site().id(), settings.site().syndication().choices(), clock.instant());
        }
        vertx = LeanVertx.start(cores);
        ingest = vertx.createSharedWorkerExecutor("ingest", Math.max(2, cores), 10, TimeUnit.MINUTES);
        WorkerExecutor files = vertx.createSharedWorkerExecutor("files", 8, 1, TimeUnit.MINUTES);
        fetcher = new Fetcher(vertx, config.outbound(), Resolver.system(vertx), "Heliograph/" + Version.NUMBER);
        // Pictures have workers of their own: while they are developed, articles come in.
        WorkerExecutor darkroom = vertx.createSharedWorkerExecutor("pictures", 2, 10, TimeUnit.MINUTES);
        mirror = new PictureMirror(vertx, fetcher, library, darkroom, clock);
        metrics = new Metrics(Version.NUMBER, clock);

        Quarantine quarantine = new Quarantine(clock);
        metrics.watchQuarantine(
                quarantine, sites.all().stream().map(s -> s.site().id()).toList());
        Renderer renderer = new Renderer(sites.book(store), store, new Pages(), clock, quarantine);
        RepresentationCache cache =
                new RepresentationCache(config.representations(), renderer, new RenderWorkers(vertx, cores));
        metrics.watchCache(cache::figures);

        Dialler dialler = new Dialler(vertx, config.outbound(), Resolver.system(vertx), clock);
        mirrors = new SiteMirrors(vertx, dialler, clock, metrics.mirrors());
        channels = new ChannelLog(store, ingest);
        List<OriginListener> listeners = List.of(
                new OriginLog(),
                channels,
                metrics.origins(),
                new OriginWatch(board),
                new Publisher(cache, store, ingest, metrics.originGauges()),
                mirrors);
        watch = folderWatch();
        poller = new Poller(vertx, ingest, store, clock, new Random(), listeners);
        embargoes = new Embargoes(vertx, ingest, store, clock, listeners);
        server = new PublicServer(
                vertx,
                config.server(),
                sites.hostTable(),
                mirrors.fronts(sites.all()),
                board,
                cache,
                library,
                files,
                metrics.http());
        upkeep = new Upkeep(vertx, ingest, metrics, sites, store, library, mirror, clock);
        metrics.watchMirrors(mirrors.all());
        ops = new OpsServer(vertx, config.ops(), metrics, readiness, files, mirrors.all());
    }

    /**
     * Builds and starts a gateway. Returns when its listeners are bound; articles go on coming in.
     *
     * @throws io.heliograph.store.StoreFailure if the store cannot be opened
     * @throws java.io.UncheckedIOException if the media library cannot be
     * @throws BindFailure if a port cannot be had
     */
    static Gateway start(GatewayConfig config) throws BindFailure {
        Gateway gateway = new Gateway(config);
        try {
            gateway.listen();
            gateway.load();
            return gateway;
        } catch (BindFailure | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /** The public listener's port. */
    int port() {
        return port;
    }

    /** The operations listener's port. */
    int opsPort() {
        return opsPort;
    }

    /** Waits until each origin has answered or failed once, or had given something in an earlier run; not for longer. */
    boolean loadsWithin(Duration patience) throws InterruptedException {
        try {
            firstLoad.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a first load never fails", e);
        }
    }

    /** Takes no new visitors, lets those who are being answered finish, stores what is being stored, and ends. */
    @Override
    public void close() {
        readiness.draining();
        upkeep.close();
        embargoes.close();
        mirror.stop();
        settle(Future.join(poller.stop(), server.drain()), "stop");
        mirrors.close();
        settle(vertx.close(), "end");
        watch.ifPresent(Gateway::close);
        store.close();
        metrics.close();
    }

    private void listen() throws BindFailure {
        // What grew old while the gateway was down is no news to its first visitor.
        store.age(clock.instant());
        readiness.storeOpened();
        port = bound(
                server.start(cores),
                "server",
                config.server().bind(),
                config.server().port());
        opsPort = bound(
                ops.start().map(HttpServer::actualPort),
                "ops",
                config.ops().bind(),
                config.ops().port());
        readiness.listening();
    }

    private void load() {
        Origins factory = new Origins(fetcher, library, mirror, watch, ingest, clock);
        List<SiteOrigin> origins = new ArrayList<>();
        for (SiteSettings settings : sites.all()) {
            Site site = settings.site();
            Set<String> keys = new LinkedHashSet<>();
            settings.origins().forEach(wanted -> {
                Origin origin = factory.of(wanted, site);
                if (keys.add(origin.key())) {
                    origins.add(new SiteOrigin(site.id(), site.authority(), origin));
                }
            });
            store.origins(site.id(), keys);
            tellWhatIsKnown(site, keys);
        }
        firstLoad = poller.start(origins).onSuccess(loaded -> {
            readiness.firstLoadDone();
            channels.loaded(sites.all().stream().map(s -> s.site().id()).toList());
            upkeep.watchJvm();
        });
        embargoes.start();
        upkeep.start();
    }

    /** The age of what is here is known before anything new comes. */
    private void tellWhatIsKnown(Site site, Set<String> origins) {
        OriginGauges gauges = metrics.originGauges();
        store.newest(site.id()).ifPresent(newest -> gauges.newestArticle(site.id(), newest));
        for (String key : origins) {
            OriginState state = store.origin(site.id(), key);
            gauges.origin(site.id(), key, state.lastSuccess(), state.failures());
            board.heard(
                    site.id(),
                    key,
                    state.failures() > 0,
                    state.hasSucceeded() ? state.lastSuccess().getEpochSecond() : 0);
        }
    }

    private static Optional<FolderWatch> folderWatch() {
        if (!FolderWatch.isNative()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FolderWatch());
        } catch (IOException e) {
            LOG.atInfo().setCause(e).log("Folders cannot be watched on this machine; they are looked at every second");
            return Optional.empty();
        }
    }

    private static int bound(Future<Integer> listening, String listener, String bind, int port) throws BindFailure {
        try {
            return listening.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BindFailure(listener, bind, port, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new BindFailure(listener, bind, port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BindFailure(listener, bind, port, e);
        }
    }

    private static void settle(Future<?> future, String what) {
        try {
            future.toCompletionStage().toCompletableFuture().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("The gateway did not {} cleanly; nothing that was accepted is lost", what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(FolderWatch watch) {
        try {
            watch.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("The folder watch did not close");
        }
    }
}
