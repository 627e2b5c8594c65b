package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ClosingServer;
import io.heliograph.RawHttp;
import io.heliograph.RawHttp.Answer;
import io.heliograph.TestGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * RFC 9112, section 9.3.1, and RFC 9110, section 9.2.2: a connection that was idle may end at the moment when it is used
 * again, and what may be asked twice is.
 */
class IdleConnectionTest {

    /** More than the attempts that one might think are enough. */
    private static final int IDLE = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(ClosingServer.End.class)
    void connectionThatEnds_isNoFailure(ClosingServer.End end) throws IOException {
        try (ClosingServer origin = new ClosingServer(end, 1);
                TestGateway gateway = MirrorFixture.gateway(directory, origin.url())) {
            assertThat(gateway.get("/first").text()).isEqualTo("body");

            assertThat(gateway.get("/second").text()).isEqualTo("body");
        }
    }

    /** However many connections were idle: the second attempt is on one that never was. */
    @ParameterizedTest
    @EnumSource(ClosingServer.End.class)
    void allConnectionsThatEnd_areNoFailure(ClosingServer.End end) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(IDLE);
        try (ClosingServer origin = new ClosingServer(end, IDLE);
                TestGateway gateway = MirrorFixture.gateway(directory, origin.url())) {
            List<Future<Answer>> first = IntStream.range(0, IDLE)
                    .mapToObj(i -> visitors.submit(() -> gateway.get("/first-" + i)))
                    .toList();
            for (Future<Answer> answer : first) {
                assertThat(answer.get().status()).isEqualTo(200);
            }

            assertThat(gateway.get("/second").status()).isEqualTo(200);
            assertThat(origin.asked("/second")).isEqualTo(2);
        } finally {
            visitors.shutdownNow();
        }
    }

    /** What may not be made twice meets no connection that was idle. */
    @ParameterizedTest
    @EnumSource(ClosingServer.End.class)
    void requestThatMayChangeSomething_hasAConnectionOfItsOwn(ClosingServer.End end) throws IOException {
        try (ClosingServer origin = new ClosingServer(end, 1);
                TestGateway gateway =
                        MirrorFixture.gateway(directory, origin.url(), "sites.0.mirror.methods=[GET, POST]")) {
            assertThat(gateway.get("/first").status()).isEqualTo(200);

            assertThat(post(gateway, "/form").text()).isEqualTo("body");
            assertThat(post(gateway, "/form").text()).isEqualTo("body");

            assertThat(origin.asked("/form")).isEqualTo(2);
        }
    }

    /** RFC 9110, section 9.2.2: a request that may change something is not made twice. */
    @ParameterizedTest
    @EnumSource(ClosingServer.End.class)
    void requestThatMayChangeSomething_isNotRepeated(ClosingServer.End end) throws IOException {
        try (ClosingServer origin = new ClosingServer(end, 1);
                TestGateway gateway =
                        MirrorFixture.gateway(directory, origin.url(), "sites.0.mirror.methods=[GET, POST]")) {
            assertThat(gateway.get("/first").status()).isEqualTo(200);

            assertThat(post(gateway, "/silent").status()).isEqualTo(502);

            assertThat(origin.asked("/silent")).isEqualTo(1);
        }
    }

    private static Answer post(TestGateway gateway, String path) {
        return RawHttp.send(
                gateway.port(),
                "POST " + path + " HTTP/1.1\r\nHost: " + TestGateway.HOST
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** RFC 9110, section 9.2.2: nobody repeats a repetition that failed, or asks twice of one who never answers. */
    @Test
    void newConnectionThatEnds_isAFailure() throws IOException {
        try (ClosingServer origin = new ClosingServer(ClosingServer.End.FIN, 1);
                TestGateway gateway = MirrorFixture.gateway(directory, origin.url())) {
            assertThat(gateway.get("/silent").status()).isEqualTo(502);

            assertThat(origin.asked("/silent")).isEqualTo(1);
        }
    }
}
