package io.heliograph.origin;

import static io.heliograph.ScriptedServer.settle;
import static io.heliograph.origin.FeedSamples.rssChannel;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.store.OriginState;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed over HTTP: conditional requests (RFC 9110, section 13), and when to ask again. */
class FeedOriginTest extends FeedOriginFixture {

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
}
