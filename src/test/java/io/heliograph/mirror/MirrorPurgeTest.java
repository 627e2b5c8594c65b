package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored is asked for again when its owner says so, or an article changes (RFC 9875 and what was before it). */
class MirrorPurgeTest {

    private static final String[] FRESH = {"cache-control", "max-age=1000"};

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory);
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @Test
    void purgedPath_isAskedForAgain() {
        mirror.serve("/a", "body", FRESH).serve("/b", "body", FRESH);
        mirror.get("/a");
        mirror.get("/b");

        assertThat(purge("path=/a").status()).isEqualTo(200);

        mirror.get("/a");
        mirror.get("/b");
        assertThat(mirror.asked("/a")).isEqualTo(2);
        assertThat(mirror.asked("/b")).isEqualTo(1);
    }

    /** All that is stored of a resource goes, whatever it was chosen by. */
    @Test
    void purge_isOfAllVariants() {
        mirror.origin()
                .on(
                        "/variants",
                        request -> MirrorFixture.answer(
                                request,
                                String.valueOf(request.getHeader("accept-language")),
                                "vary",
                                "Accept-Language",
                                "surrogate-key",
                                "all-of-them",
                                "cache-control",
                                "max-age=1000"));
        for (String purged : new String[] {"path=/variants", "group=all-of-them"}) {
            for (String language : new String[] {"de", "fr"}) {
                mirror.get("/variants", "Accept-Language: " + language);
            }

            purge(purged);

            for (String language : new String[] {"de", "fr"}) {
                assertThat(mirror.get("/variants", "Accept-Language: " + language)
                                .field("cache-status"))
                        .as(purged + " " + language)
                        .contains("fwd=stale");
            }
        }
    }

    /** RFC 9875, and the fields of older caches. */
    @Test
    void purgedGroup_isAskedForAgain() {
        mirror.serve("/g1", "body", "cache-control", "max-age=1000", "cache-groups", "\"g\"")
                .serve("/g2", "body", "cache-control", "max-age=1000", "surrogate-key", "f g")
                .serve("/g3", "body", "cache-control", "max-age=1000", "cache-tag", "h");
        mirror.get("/g1");
        mirror.get("/g2");
        mirror.get("/g3");

        purge("group=g");

        mirror.get("/g1");
        mirror.get("/g2");
        mirror.get("/g3");
        assertThat(mirror.asked("/g1")).isEqualTo(2);
        assertThat(mirror.asked("/g2")).isEqualTo(2);
        assertThat(mirror.asked("/g3")).isEqualTo(1);
        // What is for caches alone is not passed on.
        assertThat(mirror.get("/g2").field("surrogate-key")).isEmpty();
    }

    @Test
    void purge_isForWhoMeansIt() {
        assertThat(RawHttp.ask(mirror.gateway().opsPort(), "POST", "127.0.0.1", "/api/purge?site=news&all=true")
                        .status())
                .isEqualTo(403);
        assertThat(purge("nothing").status()).isEqualTo(400);
        assertThat(RawHttp.ask(
                                mirror.gateway().opsPort(),
                                "POST",
                                "127.0.0.1",
                                "/api/purge?site=other&all=true",
                                "X-Requested-With: heliograph")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changedArticle_hasItsPagesAskedForAgain() {
        TestGateway.write(mirror.gateway().folder(), "ferry", "Ferry", "News", "Text");
        await().until(() -> mirror.get("/-/feed.json").text().contains("\"Ferry\""));
        mirror.serve("/", "front", FRESH);
        mirror.get("/");
        long before = mirror.asked("/");

        TestGateway.write(mirror.gateway().folder(), "ferry", "Ferry again", "News", "Text");

        await().until(() -> mirror.asked("/") > before);
    }

    @Test
    void metrics_tellWhatMirrorsDo() {
        mirror.serve("/m", "<p>", "cache-control", "max-age=1000", "content-type", "text/html");
        mirror.get("/m");
        mirror.get("/m");

        String metrics =
                RawHttp.get(mirror.gateway().opsPort(), "127.0.0.1", "/metrics").text();

        assertThat(metrics)
                .containsPattern("heliograph_mirror_answers_total\\{outcome=\"hit\",site=\"news\"} [1-9]")
                .containsPattern("heliograph_mirror_answers_total\\{outcome=\"miss\",site=\"news\"} [1-9]")
                .containsPattern("heliograph_mirror_rewrites_total\\{kind=\"html\",site=\"news\"} [1-9]")
                .containsPattern("heliograph_mirror_fetches_seconds_count\\{site=\"news\",status=\"2xx\"} [1-9]");
    }

    private static RawHttp.Answer purge(String what) {
        return RawHttp.ask(
                mirror.gateway().opsPort(),
                "POST",
                "127.0.0.1",
                "/api/purge?site=news&" + what,
                "X-Requested-With: heliograph");
    }
}
