package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.RawHttp;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An origin with several addresses in the configuration: failover, return, and how each is (R21). */
class OriginAddressesTest {

    private static final String NAME = "http://www.example.org";

    @TempDir
    Path directory;

    private Vertx vertx;
    private ScriptedServer one;
    private ScriptedServer two;
    private final AtomicReference<String> deep = new AtomicReference<>("all is well");

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        one = serving(ScriptedServer.start(vertx), "one");
        two = serving(ScriptedServer.start(vertx), "two");
        one.on("/deep", request -> request.response().end(deep.get()));
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void secondAddress_servesWhileTheFirstIsGone_andTheFirstAgainWhenItIsBack() {
        try (TestGateway gateway = gateway()) {
            int port = one.port();
            assertThat(gateway.get("/a").text()).isEqualTo("one");
            assertThat(one.lastAsked().field("host")).isEqualTo("www.example.org");
            one.close();

            assertThat(gateway.get("/a").text()).isEqualTo("two");

            await().until(() -> state(gateway, one, "unreachable") == 1);
            assertThat(state(gateway, one, "up")).isZero();
            assertThat(state(gateway, two, "up")).isEqualTo(1);
            assertThat(gateway.get("/b").text()).isEqualTo("two");
            ScriptedServer back = serving(ScriptedServer.start(vertx, "127.0.0.1", port), "one again");
            await().until(() -> state(gateway, back, "up") == 1);
            assertThat(gateway.get("/a").text()).isEqualTo("one again");
            assertThat(state(gateway, back, "unreachable")).isZero();
        }
    }

    @Test
    void addressWhoseProbeLacksItsWords_isLeftBeforeVisitorsSeeIt() {
        try (TestGateway gateway = gateway()) {
            await().until(() ->
                    one.asked().stream().anyMatch(asked -> asked.uri().equals("/deep")));
            deep.set("back soon");

            await().until(() -> state(gateway, one, "content") == 1);

            assertThat(gateway.get("/a").text()).isEqualTo("two");
            deep.set("all is well");
            await().until(() -> state(gateway, one, "up") == 1);
            assertThat(gateway.get("/b").text()).isEqualTo("one");
        }
    }

    @Test
    void addressThatSaysItCannotAnswer_isLeftForTheNext() {
        try (TestGateway gateway = gateway("sites.0.mirror.health.every=1h")) {
            await().until(() -> probed(gateway) >= 1);
            fail("/a", "/b", "/deep");
            for (int i = 0; i < 10; i++) {
                gateway.get("/a");
            }

            await().until(() -> state(gateway, one, "errors") == 1);
            assertThat(gateway.get("/a").text()).isEqualTo("two");
        }
    }

    @Test
    void addressOnWhichOnePageAlwaysFails_isNotLeft() {
        fail("/a");
        try (TestGateway gateway = gateway("sites.0.mirror.health.every=1h")) {
            for (int i = 0; i < 25; i++) {
                assertThat(gateway.get("/a").status()).isEqualTo(503);
            }

            assertThat(gateway.get("/b").text()).isEqualTo("one");
            assertThat(state(gateway, one, "up")).isEqualTo(1);
        }
    }

    /** The first address says so of these paths. */
    private void fail(String... paths) {
        for (String path : paths) {
            one.on(path, request -> request.response().setStatusCode(503).end());
        }
    }

    @Test
    void addressesThatAreAllGone_areAnOriginThatIsAway() {
        try (TestGateway gateway = gateway()) {
            assertThat(gateway.get("/a").text()).isEqualTo("one");
            one.close();
            two.close();

            RawHttp.Answer stored = gateway.get("/a");

            assertThat(stored.text()).isEqualTo("one");
            assertThat(stored.field("cache-status")).contains("fwd=stale");
            assertThat(gateway.get("/b").status()).isEqualTo(502);
        }
    }

    @Test
    void addressThatLeadsNowhere_isPassedOver_andSaysSo() {
        try (TestGateway gateway =
                gateway("sites.0.mirror.addresses=[one.invalid, \"127.0.0.1:" + two.port() + "\"]")) {
            assertThat(gateway.get("/a").text()).isEqualTo("two");

            assertThat(state(gateway, "one.invalid", "unreachable")).isEqualTo(1);
            assertThat(state(gateway, "127.0.0.1:" + two.port(), "up")).isEqualTo(1);
        }
    }

    private TestGateway gateway(String... more) {
        String[] settings = {
            "sites.0.mirror.addresses=[\"127.0.0.1:" + one.port() + "\", \"127.0.0.1:" + two.port() + "\"]",
            "sites.0.mirror.health.path=/deep",
            "sites.0.mirror.health.every=1s",
            "sites.0.mirror.health.contains=well"
        };
        String[] all = new String[settings.length + more.length];
        System.arraycopy(settings, 0, all, 0, settings.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return MirrorFixture.gateway(directory, NAME, all);
    }

    private static ScriptedServer serving(ScriptedServer server, String name) {
        server.on("/deep", request -> request.response().end("all is well"));
        server.on("/a", request -> MirrorFixture.answer(request, name, "cache-control", "max-age=0"));
        return server.on("/b", request -> MirrorFixture.answer(request, name, "cache-control", "max-age=0"));
    }

    private static double state(TestGateway gateway, ScriptedServer address, String state) {
        return state(gateway, "127.0.0.1:" + address.port(), state);
    }

    private static double state(TestGateway gateway, String address, String state) {
        return metric(
                gateway, "heliograph_mirror_address_state{", "address=\"" + address + "\"", "state=\"" + state + "\"");
    }

    /** How often the server was well when it was probed. */
    private static double probed(TestGateway gateway) {
        return metric(gateway, "heliograph_mirror_probes_total{", "result=\"good\"");
    }

    private static double metric(TestGateway gateway, String name, String... labels) {
        return RawHttp.get(gateway.opsPort(), "x", "/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name) && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
