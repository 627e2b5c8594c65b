package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3: an origin's name leads to addresses that were checked, or nowhere. */
class DiallerGuardTest {

    private final AtomicInteger resolved = new AtomicInteger();
    private Vertx vertx;
    private ScriptedServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        server = ScriptedServer.start(vertx);
    }

    @AfterEach
    void stop() {
        ScriptedServer.settle(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "224.0.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "1.1.1.1 127.0.0.1",
            })
    @DisplayName("R3: a name with an address that is not public leads nowhere, in whatever form it is written")
    void privateAddress_isRefused(String addresses) throws UnknownHostException {
        assertThat(failure(dialler(Set.of(), addresses), "http://www.example.org:" + server.port())
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    @DisplayName("R3: a name is resolved once, and the connection goes to the address that was checked")
    void name_isResolvedOnce() throws UnknownHostException {
        Dialler dialler = dialler(Set.of("www.example.org"), "127.0.0.1");
        URI url = URI.create("http://www.example.org:" + server.port());

        for (int i = 0; i < 3; i++) {
            ScriptedServer.settle(dialler.open(url, HttpMethod.GET, "/")
                    .compose(request -> request.send())
                    .compose(response -> response.end()));
        }

        assertThat(resolved).hasValue(1);
        assertThat(server.asked()).hasSize(3);
        assertThat(server.lastAsked().field("host")).isEqualTo("www.example.org:" + server.port());
    }

    @Test
    @DisplayName("R3: what is typed as a literal may be private, for that origin alone")
    void literal_mayBePrivate() throws UnknownHostException {
        ScriptedServer.settle(dialler(Set.of(), "127.0.0.1")
                .open(URI.create(server.url("")), HttpMethod.GET, "/")
                .compose(request -> request.send())
                .compose(response -> response.end()));

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    @DisplayName("R3: a certificate that nobody vouches for is none")
    void certificate_isChecked(@TempDir Path directory) throws Exception {
        HttpServer secure = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true))
                        .setKeyCertOptions(new JksOptions()
                                .setPath(FetcherTlsTest.selfSigned(directory).toString())
                                .setPassword("secret")))
                .requestHandler(request -> request.response().end());
        ScriptedServer.settle(secure.listen(0, "127.0.0.1"));

        assertThat(failure(dialler(Set.of(), "127.0.0.1"), "https://localhost:" + secure.actualPort())
                        .reason())
                // A machine that is busy may not come as far as the certificate; no request gets through either way.
                .isIn(Reason.TLS, Reason.TIMEOUT);
    }

    private Dialler dialler(Set<String> allow, String addresses) throws UnknownHostException {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses.split(" ", 0)) {
            all.add(InetAddress.getByName(address));
        }
        Resolver resolver = name -> {
            resolved.incrementAndGet();
            return Future.succeededFuture(all);
        };
        return new Dialler(vertx, new FetchSettings(allow), resolver, InstantSource.system());
    }

    private static FetchFailure failure(Dialler dialler, String url) {
        Throwable thrown =
                catchThrowable(() -> ScriptedServer.settle(dialler.open(URI.create(url), HttpMethod.GET, "/")));
        while (!(thrown instanceof FetchFailure) && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isInstanceOf(FetchFailure.class);
        return (FetchFailure) thrown;
    }
}
