package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.heliograph.http.FieldLines;
import io.heliograph.outbound.Dialler;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.outbound.Resolver;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that nobody wants, and bodies that do not come to their end, by a clock of the test. */
class OriginBodyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<HttpConnection> connections = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
    private final AtomicLong nanos = new AtomicLong(1);
    private Vertx vertx;
    private Context context;
    private ScriptedServer origin;
    private Courier courier;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        context = vertx.getOrCreateContext();
        origin = ScriptedServer.start(vertx);
        origin.on("/short", request -> {
            connections.add(request.connection());
            request.response().end("short");
        });
        origin.on("/held", request -> begin(request, 100, "text/html"));
        origin.on("/long", request -> begin(request, 100_000, "text/html"));
        // Events may be silent for longer, so that it is not their silence which ends them.
        origin.on("/events", request -> begin(request, 100_000, "text/event-stream"));
        Dialler dialler =
                new Dialler(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), InstantSource.system());
        courier = new Courier(vertx, dialler, InstantSource.system(), nanos::get);
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    /** To read what is short costs less than another connection. */
    @Test
    void shortBodyThatNobodyWants_leavesItsConnectionForTheNextRequest() {
        await().until(() -> {
            body("/short").abandon();
            int many = connections.size();
            return many > 1 && connections.get(many - 1) == connections.get(many - 2);
        });
    }

    @Test
    void longBodyThatNobodyWants_isBrokenOff() {
        OriginBody body = body("/long");
        CompletableFuture<Void> broken = brokenOff();

        body.abandon();

        assertThat(broken).succeedsWithin(20, TimeUnit.SECONDS);
    }

    @Test
    void shortBodyThatNobodyWants_isBrokenOff_ifItsEndDoesNotCome() {
        OriginBody body = body("/held");
        CompletableFuture<Void> broken = brokenOff();
        body.abandon();
        pass(body, Duration.ZERO);

        pass(body, Duration.ofSeconds(29));
        assertThat(broken).isNotDone();
        pass(body, Duration.ofSeconds(2));

        assertThat(broken).succeedsWithin(20, TimeUnit.SECONDS);
    }

    /** Drops that come one by one keep everybody waiting who wants the same. */
    @Test
    void bodyThatIsWantedWhole_hasTwoMinutes() {
        OriginBody body = body("/events");
        Future<Buffer> collected = collect(body);

        pass(body, Duration.ofSeconds(119));
        assertThat(collected.isComplete()).isFalse();
        pass(body, Duration.ofSeconds(2));

        assertThatThrownBy(() -> ScriptedServer.settle(collected)).hasRootCauseInstanceOf(OriginFailure.class);
    }

    @Test
    void bodyOfWhichNothingComes_hasThirtySeconds() {
        OriginBody body = body("/long");
        Future<Buffer> collected = collect(body);

        pass(body, Duration.ofSeconds(29));
        assertThat(collected.isComplete()).isFalse();
        pass(body, Duration.ofSeconds(2));

        assertThatThrownBy(() -> ScriptedServer.settle(collected)).hasRootCauseInstanceOf(OriginFailure.class);
    }

    @Test
    void bodyThatIsHereInTime_isWhole() {
        OriginBody body = body("/held");
        Future<Buffer> collected = collect(body);
        pass(body, Duration.ofSeconds(29));

        held.join().response().end("x".repeat(100));

        assertThat(ScriptedServer.settle(collected).length()).isEqualTo(100);
    }

    /** Sends a head, and no more. */
    private void begin(HttpServerRequest request, int length, String type) {
        request.response()
                .putHeader("content-length", Integer.toString(length))
                .putHeader("content-type", type)
                .writeHead();
        held.complete(request);
    }

    private CompletableFuture<Void> brokenOff() {
        CompletableFuture<Void> broken = new CompletableFuture<>();
        held.join().connection().closeHandler(closed -> broken.complete(null));
        return broken;
    }

    /** The body of an answer that has begun. */
    private OriginBody body(String path) {
        Upstream.Outgoing outgoing =
                new Upstream.Outgoing(URI.create(origin.url("")), "GET", path, FieldLines.NONE, null, hints -> {});
        return on(() -> courier.send(outgoing, PATIENCE)).body();
    }

    private Future<Buffer> collect(OriginBody body) {
        return on(() -> Future.succeededFuture(CollectedBody.of(body, 1 << 20, bytes -> {})));
    }

    /** Time passes, and the body is looked at. */
    private void pass(OriginBody body, Duration time) {
        nanos.addAndGet(time.toNanos());
        on(() -> {
            body.check();
            return Future.succeededFuture();
        });
    }

    private <T> T on(Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(on -> work.get().onComplete(done));
        return ScriptedServer.settle(done.future());
    }
}
