package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchSettings;
import io.heliograph.outbound.Fetcher;
import io.heliograph.outbound.Resolver;
import io.heliograph.store.OriginState;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A feed at a real server that answers as told. */
abstract class FeedOriginFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final String ONE = rss("<title>One</title><guid isPermaLink='false'>1</guid>");

    final Vertx vertx = Vertx.vertx();
    ScriptedServer server;

    @BeforeEach
    void begin() {
        server = ScriptedServer.start(vertx);
    }

    @AfterEach
    void end() {
        server.close();
        settle(vertx.close());
    }

    void answer(Consumer<HttpServerResponse> answer) {
        server.on("/feed", request -> answer.accept(request.response()));
    }

    Fetcher fetcher() {
        return new Fetcher(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), "Heliograph/test");
    }

    FeedOrigin origin(Duration every) {
        return new FeedOrigin(
                new FeedSettings(URI.create(server.url("/feed")), every, Pictures.LINK),
                FeedSamples.HOSTS,
                fetcher(),
                FeedSamples.NO_PICTURES,
                vertx.createSharedWorkerExecutor("feed", 1),
                () -> NOW);
    }

    static OriginState state(String etag, String lastModified) {
        return new OriginState("T", "D", "en", etag, lastModified, 0, NOW, NOW);
    }

    Gathered gather(OriginState state) {
        return settle(origin(Duration.ZERO).gather(state, Set.of()));
    }

    OriginFailure failure(OriginState state, Set<String> stored) {
        return failure(() -> origin(Duration.ZERO)
                .gather(state, stored)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
    }

    static OriginFailure failure(FeedOrigin origin) {
        return failure(() -> origin.gather(OriginState.NEW, Set.of())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
    }

    interface Call {
        Gathered call() throws Exception;
    }

    static OriginFailure failure(Call call) {
        try {
            call.call();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(OriginFailure.class);
            return (OriginFailure) e.getCause();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("it gave something");
    }
}
