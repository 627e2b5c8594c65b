package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static io.heliograph.origin.FeedSamples.rss;
import static io.heliograph.origin.FeedSamples.rssChannel;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed over HTTP: conditional requests (RFC 9110, section 13), and what the server says in place of a feed. */
class FeedOriginTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ONE = rss("<title>One</title><guid isPermaLink='false'>1</guid>");

    private final Vertx vertx = Vertx.vertx();
    private ScriptedServer server;

    @BeforeEach
    void begin() {
        server = ScriptedServer.start(vertx);
    }

    @AfterEach
    void end() {
        server.close();
        settle(vertx.close());
    }

    /* ---------------- Good answers ---------------- */

    @Test
    void document_isRead_withItsValidators() {
        answer(response -> response.putHeader("ETag", "W/\"a\"")
                .putHeader("Last-Modified", "Mon, 23 Nov 2026 09:00:00 GMT")
                .end(ONE));

        Gathered gathered = gather(OriginState.NEW);

        assertThat(gathered.title()).isEqualTo("The Origin");
        assertThat(gathered.language()).isEqualTo("en-GB");
        assertThat(gathered.etag()).isEqualTo("W/\"a\"");
        assertThat(gathered.lastModified()).isEqualTo("Mon, 23 Nov 2026 09:00:00 GMT");
        assertThat(gathered.drafts()).extracting(d -> d.story().title()).containsExactly("One");
        assertThat(gathered.unchanged()).isFalse();
        assertThat(gathered.next()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void request_saysWhoAsks_andForWhat() {
        answer(response -> response.end(ONE));

        gather(OriginState.NEW);

        assertThat(server.lastAsked().field("user-agent")).isEqualTo("Heliograph/test (+https://news.example/)");
        assertThat(server.lastAsked().field("accept")).contains("application/atom+xml", "application/feed+json");
        assertThat(server.lastAsked().fields()).doesNotContainKeys("if-none-match", "if-modified-since");
    }

    @Test
    void request_carriesTheValidators_verbatim() {
        answer(response -> response.setStatusCode(304).end());

        gather(state("W/\"a, b\"", "yesterday"));

        assertThat(server.lastAsked().field("if-none-match")).isEqualTo("W/\"a, b\"");
        assertThat(server.lastAsked().field("if-modified-since")).isEqualTo("yesterday");
    }

    @Test
    void notModified_isUnchanged_andKeepsTheValidators() {
        answer(response -> response.setStatusCode(304).end());

        Gathered gathered = gather(state("\"a\"", "then"));

        assertThat(gathered.unchanged()).isTrue();
        assertThat(gathered.drafts()).isEmpty();
        assertThat(gathered.etag()).isEqualTo("\"a\"");
        assertThat(gathered.lastModified()).isEqualTo("then");
    }

    /** RFC 9110, section 15.4.5. */
    @Test
    void notModified_mayBringNewValidators() {
        answer(response -> response.setStatusCode(304)
                .putHeader("ETag", "\"b\"")
                .putHeader("Last-Modified", "now")
                .end());

        Gathered gathered = gather(state("\"a\"", "then"));

        assertThat(gathered.etag()).isEqualTo("\"b\"");
        assertThat(gathered.lastModified()).isEqualTo("now");
    }

    @Test
    void documentWithoutValidators_hasNone_whateverTheLastOneHad() {
        answer(response -> response.end(ONE));

        Gathered gathered = gather(state("\"a\"", "then"));

        assertThat(gathered.etag()).isEmpty();
        assertThat(gathered.lastModified()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isFollowed_andLinksAreRelativeToWhereItLeads(int status) {
        server.redirect("/feed", status, "/new/feed");
        server.serve(
                "/new/feed",
                "<rss version='2.0'><channel><title>T</title><item><title>One</title>"
                        + "<link>story</link></item></channel></rss>");

        Gathered gathered = gather(OriginState.NEW);

        assertThat(gathered.drafts()).extracting(d -> d.link()).containsExactly(server.url("/new/story"));
    }

    /* ---------------- When to ask again ---------------- */

    @ParameterizedTest
    @CsvSource({
        "'', '', PT15M",
        "max-age=60, '', PT15M",
        "max-age=3600, '', PT1H",
        "'public, max-age=\"7200\"', '', PT2H",
        "s-max-age=9999999, '', PT15M",
        "max-age=999999999, '', PT24H",
        "max-age=99999999999999999999, '', PT24H",
        "max-age=-5, '', PT15M",
        "no-cache, 90, PT1H30M",
        "max-age=3600, 120, PT2H",
        "'', 0, PT15M",
        "'', 999999, PT24H",
        "'', 99999999, PT15M",
        "'', soon, PT15M",
    })
    void next_isTheLongestThatFeedAndServerAskFor_withinBounds(String cacheControl, String ttl, Duration next) {
        answer(response -> response.putHeader("Cache-Control", cacheControl)
                .end(rssChannel("<ttl>" + ttl + "</ttl>", "<title>One</title>")));

        assertThat(gather(OriginState.NEW).next()).isEqualTo(next);
    }

    @Test
    void next_isAsConfigured_whateverTheyAskFor() {
        answer(response -> response.putHeader("Cache-Control", "max-age=86400").end(ONE));

        assertThat(settle(origin(Duration.ofSeconds(30)).gather(OriginState.NEW, Set.of()))
                        .next())
                .isEqualTo(Duration.ofSeconds(30));
    }

    /* ---------------- Failures ---------------- */

    @ParameterizedTest
    @CsvSource({
        "410, GONE, gone for good",
        "429, THROTTLED, status 429",
        "503, THROTTLED, status 503",
        "400, STATUS, status 400",
        "401, STATUS, status 401",
        "403, STATUS, status 403",
        "404, STATUS, status 404",
        "500, STATUS, status 500",
        "502, STATUS, status 502",
        "204, STATUS, status 204",
        "206, STATUS, status 206",
        "300, STATUS, status 300",
    })
    void anyOtherStatus_isAFailure(int status, OriginFailure.Reason reason, String message) {
        answer(response -> response.setStatusCode(status).end());

        OriginFailure failure = failure(OriginState.NEW, Set.of());

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(message);
    }

    /** RFC 9110, section 10.2.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|PT2M",
                " 120 |PT2M",
                "0|PT0S",
                "Mon, 23 Nov 2026 10:05:00 GMT|PT5M",
                "Monday, 23-Nov-26 10:05:00 GMT|PT5M",
                "Mon, 23 Nov 2026 09:00:00 GMT|PT0S",
                "999999999|PT24H",
                "Mon, 23 Nov 2099 10:05:00 GMT|PT24H",
                "99999999999999999999|PT0S",
                "-5|PT0S",
                "1.5|PT0S",
                "soon|PT0S",
                "''|PT0S",
            })
    void retryAfter_isReadAsSecondsOrDate_withinBounds(String field, Duration asked) {
        answer(response ->
                response.setStatusCode(503).putHeader("Retry-After", field).end());

        assertThat(failure(OriginState.NEW, Set.of()).retryAfter()).isEqualTo(asked);
    }

    @Test
    void serverThatIsNotThere_isUnreachable() {
        String url = server.url("/feed");
        server.close();

        OriginFailure failure = failure(new FeedOrigin(
                new FeedSettings(URI.create(url), Duration.ZERO),
                FeedSamples.HOSTS,
                fetcher(),
                vertx.createSharedWorkerExecutor("feed", 1),
                () -> NOW));
        server = ScriptedServer.start(vertx);

        assertThat(failure.reason()).isEqualTo(OriginFailure.Reason.UNREACHABLE);
    }

    @Test
    void serverThatCutsOff_isUnreachable() {
        answer(response -> {
            response.setChunked(true).write(ONE.substring(0, 100));
            response.reset();
        });

        assertThat(failure(OriginState.NEW, Set.of()).reason()).isEqualTo(OriginFailure.Reason.UNREACHABLE);
    }

    @Test
    void documentThatIsTooLarge_isRefused() {
        answer(response -> response.end("x".repeat((10 << 20) + 1)));

        assertThat(failure(OriginState.NEW, Set.of()).reason()).isEqualTo(OriginFailure.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "nonsense", "{\"a\": 1}"})
    void documentThatIsNoFeed_isUnreadable(String body) {
        answer(response -> response.end(body));

        assertThat(failure(OriginState.NEW, Set.of()).reason()).isEqualTo(OriginFailure.Reason.UNREADABLE);
    }

    @Test
    void feedWithoutEntries_isAFailure_whereThereWereSome() {
        answer(response -> response.end(rss()));

        OriginFailure failure = failure(OriginState.NEW, Set.of("1", "2"));
        Gathered gathered = gather(OriginState.NEW);

        assertThat(failure).hasMessageContaining("the 2 articles it gave are kept");
        assertThat(gathered.drafts()).isEmpty();
    }

    @Test
    void entriesThatLeaveTheFeed_areNotDeleted() {
        answer(response -> response.end(ONE));

        Gathered gathered = settle(origin(Duration.ZERO).gather(OriginState.NEW, Set.of("1", "2", "3")));

        assertThat(gathered.deleted()).isEmpty();
    }

    /* ---------------- When to ask again after failures ---------------- */

    @ParameterizedTest
    @CsvSource({
        "1, PT1M",
        "2, PT2M",
        "3, PT4M",
        "6, PT32M",
        "9, PT4H16M",
        "10, PT6H",
        "1000, PT6H",
        "2147483647, PT6H",
    })
    void retry_backsOff_upToSixHours(int failures, Duration wait) {
        assertThat(origin(Duration.ZERO).retry(new OriginFailure(OriginFailure.Reason.UNREACHABLE, "x"), failures))
                .isEqualTo(wait);
    }

    @Test
    void retry_waitsAsLongAsTheServerAsks() {
        OriginFailure failure = new OriginFailure(OriginFailure.Reason.THROTTLED, "x", Duration.ofHours(7));

        assertThat(origin(Duration.ZERO).retry(failure, 1)).isEqualTo(Duration.ofHours(7));
        assertThat(origin(Duration.ZERO).retry(failure, 20)).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void retry_isSooner_whereTheFeedIsAskedOftener() {
        assertThat(origin(Duration.ofSeconds(10)).retry(new OriginFailure(OriginFailure.Reason.STATUS, "x"), 1))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void retry_ofWhatIsGone_isADayLater() {
        assertThat(origin(Duration.ofSeconds(10)).retry(new OriginFailure(OriginFailure.Reason.GONE, "x"), 1))
                .isEqualTo(Duration.ofHours(24));
    }

    private void answer(Consumer<HttpServerResponse> answer) {
        server.on("/feed", request -> answer.accept(request.response()));
    }

    private Fetcher fetcher() {
        return new Fetcher(vertx, new FetchSettings(Set.of()), Resolver.system(vertx), "Heliograph/test");
    }

    private FeedOrigin origin(Duration every) {
        return new FeedOrigin(
                new FeedSettings(URI.create(server.url("/feed")), every),
                FeedSamples.HOSTS,
                fetcher(),
                vertx.createSharedWorkerExecutor("feed", 1),
                () -> NOW);
    }

    private static OriginState state(String etag, String lastModified) {
        return new OriginState("T", "D", "en", etag, lastModified, 0, NOW, NOW);
    }

    private Gathered gather(OriginState state) {
        return settle(origin(Duration.ZERO).gather(state, Set.of()));
    }

    private OriginFailure failure(OriginState state, Set<String> stored) {
        return failure(() -> origin(Duration.ZERO)
                .gather(state, stored)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
    }

    private static OriginFailure failure(FeedOrigin origin) {
        return failure(() -> origin.gather(OriginState.NEW, Set.of())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
    }

    private interface Call {
        Gathered call() throws Exception;
    }

    private static OriginFailure failure(Call call) {
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
