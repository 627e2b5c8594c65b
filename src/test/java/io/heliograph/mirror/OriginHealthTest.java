package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which origin is asked, by what its answers and probes say (R21). */
class OriginHealthTest {

    private static final String[] PROBED = {
        "sites.0.mirror.health.path=/deep", "sites.0.mirror.health.every=1s", "sites.0.mirror.health.contains=well"
    };

    @TempDir
    Path directory;

    private Vertx vertx;
    private ScriptedServer origin;
    private final AtomicReference<String> deep = new AtomicReference<>("all is well");

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        origin = ScriptedServer.start(vertx);
        origin.on("/deep", request -> request.response().end(deep.get()));
        origin.on("/a", request -> MirrorFixture.answer(request, "page", "cache-control", "max-age=0"));
        origin.on("/b", request -> MirrorFixture.answer(request, "other", "cache-control", "max-age=0"));
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void originWhoseProbeLacksItsWords_isAwayUntilItHasThemAgain() {
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""), PROBED)) {
            gateway.get("/a");
            await().until(() -> metric(gateway, "heliograph_mirror_probes_total", "good") >= 1);
            deep.set("back soon");
            await().until(() -> state(gateway, "content") == 1);
            origin.on("/a", request -> MirrorFixture.answer(request, "back soon"));

            RawHttp.Answer stored = gateway.get("/a");

            assertThat(stored.text()).isEqualTo("page");
            assertThat(stored.field("cache-status")).contains("fwd=stale");
            assertThat(gateway.get("/b").status()).isEqualTo(502);
            assertThat(gateway.get("/b").field("cache-status")).contains("detail=away");
            assertThat(state(gateway, "up")).isZero();
            deep.set("well again");
            await().until(() -> state(gateway, "up") == 1);
            assertThat(gateway.get("/b").text()).isEqualTo("other");
            assertThat(state(gateway, "content")).isZero();
        }
    }

    @Test
    void probesThatNeverWereGood_countForNothing() {
        deep.set("nothing of the kind");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""), PROBED)) {
            await().until(() -> metric(gateway, "heliograph_mirror_probes_total", "content") >= 3);

            assertThat(gateway.get("/b").text()).isEqualTo("other");
            assertThat(state(gateway, "up")).isEqualTo(1);
        }
    }

    @Test
    void originThatOnlySaysItIsUnavailable_isLeftInPeace() {
        fail("/a", "/");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            for (int i = 0; i < 10; i++) {
                assertThat(gateway.get("/a").status()).isEqualTo(503);
            }

            await().until(() -> state(gateway, "errors") == 1);
            assertThat(metric(gateway, "heliograph_mirror_looks_total", "status"))
                    .isEqualTo(1);
            assertThat(gateway.get("/a").field("cache-status")).contains("detail=away");
            await().until(() -> gateway.get("/b").text().equals("other"));
            assertThat(state(gateway, "up")).isEqualTo(1);
        }
    }

    @Test
    void pageThatFailsAmongOthers_takesNothingAway() {
        fail("/a");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            for (int i = 0; i < 12; i++) {
                assertThat(gateway.get("/a").status()).isEqualTo(503);
                assertThat(gateway.get("/b").status()).isEqualTo(200);
            }
            assertThat(state(gateway, "up")).isEqualTo(1);
        }
    }

    @Test
    void pageThatAlwaysFails_takesNothingAway_whereItIsAllThatIsAskedFor() {
        fail("/a");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            for (int i = 0; i < 35; i++) {
                assertThat(gateway.get("/a").field("cache-status")).contains("fwd-status=503");
            }

            await().until(() -> asked("/") >= 1);
            assertThat(gateway.get("/b").text()).isEqualTo("other");
            assertThat(state(gateway, "up")).isEqualTo(1);
            // A look for ten failures, and none beside another.
            assertThat(asked("/")).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void pageThatAlwaysBreaks_takesNothingAway_whereItIsAllThatIsAskedFor() {
        origin.on("/a", request -> request.connection().close());
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            for (int i = 0; i < 12; i++) {
                assertThat(gateway.get("/a").field("cache-status")).contains("detail=broken");
            }

            await().until(() -> asked("/") >= 1);
            assertThat(gateway.get("/b").text()).isEqualTo("other");
            assertThat(state(gateway, "up")).isEqualTo(1);
        }
    }

    @Test
    void pageThatAlwaysFails_isHeldAgainstTheProbedPage_onceThatWasGood() {
        fail("/a", "/");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""), quietly())) {
            await().until(() -> metric(gateway, "heliograph_mirror_probes_total", "good") >= 1);
            for (int i = 0; i < 10; i++) {
                gateway.get("/a");
            }
            await().until(() -> asked("/deep") >= 2);

            assertThat(gateway.get("/b").text()).isEqualTo("other");
            deep.set("back soon");
            for (int i = 0; i < 10; i++) {
                gateway.get("/a");
            }
            await().until(() -> state(gateway, "errors") == 1);
        }
    }

    /** A path that is wrong says nothing: the front page is asked for in its place. */
    @Test
    void pageThatAlwaysFails_takesNothingAway_whereTheProbedPageNeverWasGood() {
        fail("/a");
        deep.set("nothing of the kind");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""), quietly())) {
            await().until(() -> metric(gateway, "heliograph_mirror_probes_total", "content") >= 1);
            for (int i = 0; i < 10; i++) {
                gateway.get("/a");
            }
            await().until(() -> asked("/") >= 1);

            assertThat(gateway.get("/b").text()).isEqualTo("other");
            assertThat(state(gateway, "up")).isEqualTo(1);
        }
    }

    /** One that was away comes back, though whoever is let through asks for the page that fails. */
    @Test
    void originThatIsBack_isNotKeptAway_byAPageThatAlwaysFails() {
        fail("/a", "/");
        try (TestGateway gateway = MirrorFixture.gateway(directory, origin.url(""))) {
            for (int i = 0; i < 10; i++) {
                gateway.get("/a");
            }
            await().until(() -> state(gateway, "errors") == 1);
            origin.serve("/", "front");

            await().until(() -> {
                gateway.get("/a");
                return state(gateway, "up") == 1;
            });

            assertThat(gateway.get("/b").text()).isEqualTo("other");
        }
    }

    private void fail(String... paths) {
        for (String path : paths) {
            origin.on(path, request -> request.response().setStatusCode(503).end());
        }
    }

    private long asked(String path) {
        return origin.asked().stream().filter(asked -> asked.uri().equals(path)).count();
    }

    /** Probed, and not again while a test runs. */
    private static String[] quietly() {
        String[] settings = PROBED.clone();
        settings[1] = "sites.0.mirror.health.every=1h";
        return settings;
    }

    private static double state(TestGateway gateway, String state) {
        return metric(gateway, "heliograph_mirror_origin_state", "state=\"" + state);
    }

    private static double metric(TestGateway gateway, String name, String label) {
        return RawHttp.get(gateway.opsPort(), "x", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
