package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.ScriptedServer;
import io.heliograph.TestGateway;
import io.heliograph.mirror.RewrittenTypes.Document;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gateway that mirrors a gateway: what was rewritten is rewritten to the same, and only what goes round is a loop. */
class GatewayChainTest {

    private static final List<String> HOSTS = List.of(TestGateway.HOST, TestGateway.MIRROR);

    /** By which a gateway finds the other. */
    private static final String LOCAL = "sites.0.hosts.2=http://localhost";

    @TempDir
    static Path directory;

    private static final Vertx VERTX = Vertx.vertx();
    private static MirrorFixture first;
    private static TestGateway second;

    @BeforeAll
    static void start() {
        first = new MirrorFixture(directory.resolve("first"), LOCAL);
        second = MirrorFixture.gateway(directory.resolve("second"), url(first.gateway()));
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        ScriptedServer.settle(VERTX.close());
    }

    static Stream<Document> documents() {
        return RewrittenTypes.all().stream();
    }

    /** Rewriting is idempotent: the second gateway leads to its hosts what the first led to its own, and nothing else. */
    @ParameterizedTest
    @MethodSource("documents")
    void secondGateway_changesNothingMore(Document document) {
        first.origin()
                .on(
                        document.path(),
                        request -> request.response()
                                .putHeader("content-type", document.type())
                                .putHeader("cache-control", "max-age=1000")
                                .end(Buffer.buffer(document.at(first.origin().url("")))));
        for (String host : HOSTS) {
            Answer once = RawHttp.get(first.gateway().port(), host, document.path());
            Answer twice = RawHttp.get(second.port(), host, document.path());

            assertThat(once.status()).isEqualTo(200);
            assertThat(twice.status()).isEqualTo(200);
            assertThat(once.text()).contains("://" + host + "/");
            assertThat(twice.text()).isEqualTo(once.text());
        }
        assertThat(first.asked(document.path())).isEqualTo(1);
    }

    /** RFC 9110, section 7.6.3: each gateway of a chain names itself, and the origin hears of both. */
    @Test
    void chainOfTwo_isNoLoop() {
        first.serve("/via", "body", "cache-control", "no-store");

        Answer answer = second.get("/via");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(first.origin().lastAsked().field("via"))
                .matches("1\\.1 heliograph-[0-9a-f]{16}, 1\\.1 heliograph-[0-9a-f]{16}");
    }

    /** Two gateways each of which mirrors the other: the request that comes round is refused, once. */
    @Test
    void gatewaysThatMirrorEachOther_refuseWhatComesRound() {
        AtomicInteger behind = new AtomicInteger();
        AtomicInteger passed = new AtomicInteger();
        NetServer relay = relay(behind, passed);
        String toOther = "http://localhost:" + relay.actualPort();
        try (TestGateway one = MirrorFixture.gateway(directory.resolve("one"), toOther, LOCAL);
                TestGateway other =
                        MirrorFixture.gateway(directory.resolve("other"), url(one), "sites.0.hosts.2=" + toOther)) {
            behind.set(other.port());

            Answer answer = other.get("/round");

            assertThat(answer.status()).isEqualTo(508);
            assertThat(passed).hasValue(1);
        }
    }

    private static String url(TestGateway gateway) {
        return "http://localhost:" + gateway.port();
    }

    /** Passes connections on to a port of this machine that is told later. */
    private static NetServer relay(AtomicInteger port, AtomicInteger passed) {
        NetClient client = VERTX.createNetClient();
        NetServer server = VERTX.createNetServer().connectHandler(socket -> {
            passed.incrementAndGet();
            socket.pause();
            client.connect(port.get(), "127.0.0.1")
                    .onSuccess(to -> {
                        join(socket, to);
                        join(to, socket);
                        socket.resume();
                    })
                    .onFailure(e -> socket.close());
        });
        return ScriptedServer.settle(server.listen(0, "127.0.0.1"));
    }

    private static void join(NetSocket from, NetSocket to) {
        from.handler(to::write);
        from.closeHandler(closed -> to.close());
    }
}
