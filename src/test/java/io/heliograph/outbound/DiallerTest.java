package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which address of a server is asked. */
class DiallerTest {

    private Vertx vertx;
    private ScriptedServer one;
    private ScriptedServer two;
    private Dialler dialler;
    private URI server;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @BeforeEach
    void start() throws UnknownHostException {
        vertx = Vertx.vertx();
        one = ScriptedServer.start(vertx);
        two = ScriptedServer.start(vertx, "127.0.0.2", one.port());
        server = URI.create("http://www.example.org:" + one.port());
        List<InetAddress> both = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2"));
        dialler = new Dialler(
                vertx, new FetchSettings(Set.of("www.example.org")), name -> Future.succeededFuture(both), () -> now);
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @Test
    void addressThatCannotBeReached_isLeftForTheNext_whichIsRemembered() {
        one.close();

        ask();
        now = now.plusSeconds(60);
        ask();

        assertThat(two.asked()).hasSize(2);
        assertThat(dialler.turn(server)).isEqualTo(2);
    }

    @Test
    void turn_leavesTheAddressForTheNext() {
        ask();

        int addresses = dialler.turn(server);

        ask();
        assertThat(addresses).isEqualTo(2);
        assertThat(one.asked()).hasSize(1);
        assertThat(two.asked()).hasSize(1);
    }

    private void ask() {
        ScriptedServer.settle(dialler.open(server, HttpMethod.GET, "/")
                .compose(request -> request.send())
                .compose(response -> response.end()));
    }
}
