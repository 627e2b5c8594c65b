package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static io.heliograph.origin.FeedSamples.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.store.OriginState;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says in place of a feed, and how long it is left alone then. */
class FeedOriginFailureTest extends FeedOriginFixture {

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
                new FeedSettings(URI.create(url), Duration.ZERO, Pictures.LINK),
                FeedSamples.HOSTS,
                fetcher(),
                FeedSamples.NO_PICTURES,
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
}
