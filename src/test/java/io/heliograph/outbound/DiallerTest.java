package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which address of a server is asked. */
class DiallerTest {

    private Vertx vertx;
    private ScriptedServer one;
    private ScriptedServer two;
    private Dialler dialler;
    private final List<String> states = new CopyOnWriteArrayList<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final Map<String, Future<List<InetAddress>>> names = new ConcurrentHashMap<>();
    private URI server;
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        one = ScriptedServer.start(vertx);
        two = ScriptedServer.start(vertx, "127.0.0.2", one.port());
        server = URI.create("http://www.example.org:" + one.port());
        List<InetAddress> both = List.of(address("127.0.0.1"), address("127.0.0.2"));
        dialler = new Dialler(
                vertx,
                new FetchSettings(Set.of("www.example.org", "backup.example.net")),
                name -> found(name, both),
                () -> now);
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
        assertThat(dialler.turn(server, "errors")).isEqualTo(2);
    }

    @Test
    void turn_leavesTheAddressForTheNext() {
        ask();

        int addresses = dialler.turn(server, "errors");

        ask();
        assertThat(addresses).isEqualTo(2);
        assertThat(one.asked()).hasSize(1);
        assertThat(two.asked()).hasSize(1);
    }

    /** Product rule 9: an address typed in the configuration may be private, a name only where it is allowed. */
    @Test
    void configuredAddress_isAskedInPlaceOfThoseOfTheName_whateverItsPort() {
        ScriptedServer other = ScriptedServer.start(vertx);
        Dialler own = at("127.0.0.1:" + other.port());

        ask(own);

        assertThat(one.asked()).isEmpty();
        assertThat(other.lastAsked().field("host")).isEqualTo("www.example.org:" + one.port());
        assertThat(states).containsExactly("127.0.0.1:" + other.port() + "  up");
    }

    @Test
    void firstAddress_isLeftWhileItIsGone_andTakenAgain() {
        ScriptedServer other = ScriptedServer.start(vertx);
        int port = one.port();
        Dialler own = at("127.0.0.1:" + port, "127.0.0.1:" + other.port());
        // No connection stands that could be used once more.
        one.close();

        ask(own);
        ask(own);
        ScriptedServer back = ScriptedServer.start(vertx, "127.0.0.1", port);
        own.mend(server, ServerAddress.parse("127.0.0.1:" + port));
        ask(own);

        assertThat(other.asked()).hasSize(2);
        assertThat(back.asked()).hasSize(1);
        assertThat(one.asked()).isEmpty();
        assertThat(states.subList(2, states.size()))
                .containsExactly("127.0.0.1:" + port + " up unreachable", "127.0.0.1:" + port + " unreachable up");
    }

    /** RFC 9110, section 4.3.2: https of a name is another server than its http. */
    @Test
    void addressesOfAServer_areNoneOfTheSameNameWithAnotherScheme() {
        URI other = URI.create("https://" + server.getRawAuthority());
        Dialler own = dialler.at(
                Map.of(other, List.of(ServerAddress.parse("127.0.0.2:1"))), (about, address, before, state) -> {});

        ask(own);

        assertThat(one.asked()).hasSize(1);
    }

    @Test
    void addressThatMustNotBeAsked_isPassedOver() {
        Dialler own = at("elsewhere.example.org", "127.0.0.1:" + one.port());

        ask(own);

        assertThat(one.asked()).hasSize(1);
        assertThat(states).contains("elsewhere.example.org up forbidden");
    }

    @Test
    void turn_leavesTheFirstThatIsWell_andAllLeftAreAskedInTheirOrder() {
        ScriptedServer other = ScriptedServer.start(vertx);
        Dialler own = at("127.0.0.1:" + one.port(), "127.0.0.1:" + other.port());

        int addresses = own.turn(server, "errors");

        ask(own);
        own.turn(server, "errors");
        ask(own);
        assertThat(addresses).isEqualTo(2);
        assertThat(other.asked()).hasSize(1);
        assertThat(one.asked()).hasSize(1);
    }

    /** Names are looked up by asking other machines, and one that is dead may keep silent for long. */
    @Test
    void addressThatIsHere_isAsked_whileTheNameOfAnotherIsLookedUp() {
        Promise<List<InetAddress>> silent = Promise.promise();
        names.put("backup.example.net", silent.future());
        Dialler own = at("backup.example.net", "127.0.0.1:" + one.port());

        ask(own);

        assertThat(one.asked()).hasSize(1);
        assertThat(silent.future().isComplete()).isFalse();
    }

    @Test
    void addressesThatWereFound_areUsed_whileTheyAreLookedUpAgain() {
        names.put("backup.example.net", Future.succeededFuture(List.of(address("127.0.0.2"))));
        Dialler own = at("backup.example.net");
        ask(own);
        names.put("backup.example.net", Promise.<List<InetAddress>>promise().future());
        now = now.plusSeconds(60);

        ask(own);
        ask(own);

        assertThat(two.asked()).hasSize(3);
        assertThat(lookups).containsExactly("backup.example.net", "backup.example.net");
    }

    @Test
    void addressThatIsFoundLater_isAsked_whereTheFirstIsGone() {
        ScriptedServer gone = ScriptedServer.start(vertx);
        gone.close();
        Promise<List<InetAddress>> later = Promise.promise();
        names.put("backup.example.net", later.future());
        Dialler own = at("127.0.0.1:" + gone.port(), "backup.example.net");

        Future<HttpClientRequest> asked = own.open(server, HttpMethod.GET, "/");
        await().until(() -> states.contains("127.0.0.1:" + gone.port() + " up unreachable"));
        later.complete(List.of(address("127.0.0.2")));
        ScriptedServer.settle(asked.compose(request -> request.send()).compose(response -> response.end()));

        assertThat(two.asked()).hasSize(1);
    }

    /** Who waits because of others learns nothing about the server, and no address of it is left for that. */
    @Test
    void exchangeThatOthersKeepFromBeginning_isBusy_andItsAddressIsAskedAsBefore() {
        Dialler narrow = new Dialler(
                        vertx,
                        new FetchSettings(Set.of("www.example.org")),
                        name -> found(name, List.of()),
                        () -> now,
                        new Queue(1, 1, Duration.ofMillis(50)))
                .at(
                        Map.of(
                                server,
                                List.of(
                                        ServerAddress.parse("127.0.0.1:" + one.port()),
                                        ServerAddress.parse("127.0.0.2:1"))),
                        (of, address, before, state) -> states.add(address + " " + before + " " + state));
        HttpClientRequest held = ScriptedServer.settle(narrow.open(server, HttpMethod.GET, "/"));

        Future<HttpClientRequest> waits = narrow.open(server, HttpMethod.GET, "/");
        Future<HttpClientRequest> mayNotWait = narrow.open(server, HttpMethod.GET, "/");

        assertThat(reason(mayNotWait)).isEqualTo(FetchFailure.Reason.BUSY);
        assertThat(reason(waits)).isEqualTo(FetchFailure.Reason.BUSY);
        ScriptedServer.settle(held.send().compose(response -> response.end()));
        ask(narrow);
        assertThat(one.asked()).hasSize(2);
        assertThat(states.subList(2, states.size())).isEmpty();
    }

    private static FetchFailure.Reason reason(Future<?> failed) {
        return ScriptedServer.settle(
                failed.map(open -> FetchFailure.Reason.FORBIDDEN).otherwise(e -> ((FetchFailure) e).reason()));
    }

    /** Numbers are addresses, every name that a test says nothing of has the same ones. */
    private Future<List<InetAddress>> found(String name, List<InetAddress> all) {
        if (name.matches("[0-9.]+")) {
            return Future.succeededFuture(List.of(address(name)));
        }
        lookups.add(name);
        return names.getOrDefault(name, Future.succeededFuture(all));
    }

    private static InetAddress address(String numbers) {
        try {
            return InetAddress.getByName(numbers);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Dialler at(String... addresses) {
        return dialler.at(
                Map.of(server, Stream.of(addresses).map(ServerAddress::parse).toList()),
                (of, address, before, state) -> states.add(address + " " + before + " " + state));
    }

    private void ask(Dialler own) {
        ScriptedServer.settle(own.open(server, HttpMethod.GET, "/")
                .compose(request -> request.send())
                .compose(response -> response.end()));
    }

    private void ask() {
        ScriptedServer.settle(dialler.open(server, HttpMethod.GET, "/")
                .compose(request -> request.send())
                .compose(response -> response.end()));
    }
}
