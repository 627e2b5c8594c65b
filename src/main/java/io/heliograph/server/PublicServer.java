package io.heliograph.server;

import io.heliograph.media.MediaLibrary;
import io.heliograph.representation.RepresentationCache;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The public listener: one acceptor for each event loop, all on one port. */
public final class PublicServer {

    /** How often connections are looked for that keep us waiting. */
    private static final Duration VISITS_CHECK = Duration.ofSeconds(1);

    /** A reader who takes nothing at all for so long has gone, as far as we are concerned. Known to Linux alone. */
    private static final Duration LONGEST_STALL = Duration.ofSeconds(60);

    /**
     * How long a piece may take. Of a file that is a mebibyte, and a player takes it no faster than it plays it: sound of
     * 32 kbit/s takes four minutes.
     */
    private static final Duration LONGEST_PIECE = Duration.ofMinutes(5);

    private static final int LONGEST_REQUEST_LINE = 8 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    /** Of the heap, which is also what direct memory may be: what may wait for slow readers before pieces get small. */
    private static final int WAITING_PART = 8;

    private static final Duration LOOP_CHECK = Duration.ofMillis(500);

    private final Vertx vertx;
    private final ServerSettings settings;
    private final HostTable hosts;
    private final Map<String, SiteFront> fronts;
    private final RepresentationCache cache;
    private final MediaLibrary library;
    private final WorkerExecutor workers;
    private final ServerListener listener;
    private final SiteBoard board;
    private final Allowance allowance;
    private final SocketAddress address;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();

    /**
     * A listener that is not started yet.
     *
     * @param fronts of the sites that are not all ours, by id
     * @param board what is known of the sites whose hosts these are
     * @param workers on which media files are opened
     */
    public PublicServer(
            Vertx vertx,
            ServerSettings settings,
            HostTable hosts,
            Map<String, SiteFront> fronts,
            SiteBoard board,
            RepresentationCache cache,
            MediaLibrary library,
            WorkerExecutor workers,
            ServerListener listener) {
        this.vertx = vertx;
        this.settings = settings;
        this.hosts = hosts;
        this.fronts = Map.copyOf(fronts);
        this.board = board;
        this.allowance = new Allowance(settings.allowance());
        this.cache = cache;
        this.library = library;
        this.workers = workers;
        this.listener = listener;
        this.address = settings.port() == 0
                ? SocketAddress.sharedRandomPort(1, settings.bind())
                : SocketAddress.inetSocketAddress(settings.port(), settings.bind());
    }

    /**
     * Listens on as many event loops as asked for.
     *
     * @return the port
     */
    public Future<Integer> start(int eventLoops) {
        long mostWaiting = Runtime.getRuntime().maxMemory() / WAITING_PART / eventLoops;
        return vertx.deployVerticle(() -> new Acceptor(mostWaiting), new DeploymentOptions().setInstances(eventLoops))
                .map(deployed -> servers.get(0).actualPort());
    }

    /** Takes no new connections, and waits for the requests under way as long as the settings say. */
    public Future<Void> drain() {
        farewells.forEach(Runnable::run);
        return Future.join(servers.stream()
                        .map(server -> server.shutdown(settings.drain().toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .mapEmpty();
    }

    /** Listens on one event loop. */
    private final class Acceptor extends VerticleBase {

        private final long mostWaiting;

        Acceptor(long mostWaiting) {
            this.mostWaiting = mostWaiting;
        }

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(options());
            TrustedPeers trusted = new TrustedPeers(settings.trusted());
            MediaHandler media = new MediaHandler(library, workers);
            Bodies bodies = new Bodies(mostWaiting);
            DocumentHandler documents = new DocumentHandler(cache, new Responder(bodies));
            MirrorHandler mirrors = new MirrorHandler(bodies);
            Visits visits = new Visits();
            Refuser refuser = new Refuser(listener, visits);
            FeedDesk desk = new FeedDesk(board, allowance, trusted, listener);
            Door door = new Door(refuser, visits);
            server.connectionHandler(connection -> {
                visits.opened(connection, System.nanoTime());
                checkProxy(connection, trusted);
            });
            server.requestHandler(door);
            server.invalidRequestHandler(refuser::refuseUnreadable);
            watchLoop();
            vertx.setPeriodic(VISITS_CHECK.toMillis(), tick -> visits.endLate(System.nanoTime()));
            return server.listen(address).onSuccess(listening -> {
                FirstFilter filter = new FirstFilter(hosts.withLocalPort(listening.actualPort()), fronts, trusted);
                PublicHandler handler =
                        new PublicHandler(vertx, filter, documents, media, mirrors, visits, refuser, desk, listener);
                door.open(handler);
                farewells.add(() -> context.runOnContext(on -> handler.leave()));
                servers.add(listening);
            });
        }

        /** Who speaks for others must be trusted to. */
        private void checkProxy(HttpConnection connection, TrustedPeers trusted) {
            if (settings.proxyProtocol() && !trusted.isTrusted(connection)) {
                connection.close();
            }
        }

        private void watchLoop() {
            long[] due = {System.nanoTime() + LOOP_CHECK.toNanos()};
            vertx.setPeriodic(LOOP_CHECK.toMillis(), tick -> {
                long now = System.nanoTime();
                listener.loopDelayed(Duration.ofNanos(Math.max(0, now - due[0])));
                due[0] = now + LOOP_CHECK.toNanos();
            });
        }
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout((int) LONGEST_PIECE.toSeconds())
                .setTcpUserTimeout((int) LONGEST_STALL.toMillis())
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setCompressionSupported(false)
                .setDecompressionSupported(false)
                .setHandle100ContinueAutomatically(false)
                .setUseProxyProtocol(settings.proxyProtocol())
                .setProxyProtocolTimeout(10)
                .setAcceptBacklog(4096)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false);
    }
}
