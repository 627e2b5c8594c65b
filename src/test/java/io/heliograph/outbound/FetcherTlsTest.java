package io.heliograph.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.ScriptedServer;
import io.heliograph.outbound.FetchFailure.Reason;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.JksOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are only safe if the certificate holds. */
class FetcherTlsTest extends FetcherFixture {

    @Test
    void certificateThatNobodyVouchesFor_isRefused(@TempDir Path directory) throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true))
                        .setKeyCertOptions(new JksOptions()
                                .setPath(selfSigned(directory).toString())
                                .setPassword("secret")))
                .requestHandler(request -> request.response().end("here"));
        ScriptedServer.settle(server.listen(0, "127.0.0.1"));
        names.says("localhost", "127.0.0.1");

        FetchFailure failure = failure(fetcher().fetch(request("https://localhost:" + server.actualPort() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.TLS);
        assertThat(failure).hasMessageContaining("localhost:" + server.actualPort());
        assertThat(failure.reason().retryHelps()).isFalse();
    }

    @Test
    void serverWithoutTls_isRefused() {
        ScriptedServer plain = ScriptedServer.start(vertx).serve("/feed", "here");

        FetchFailure failure = failure(fetcher().fetch(request("https://127.0.0.1:" + plain.port() + "/feed")));

        assertThat(failure.reason()).isEqualTo(Reason.TLS);
        assertThat(plain.asked()).isEmpty();
    }

    /** A key store with a certificate for localhost that is signed by itself, made by the JDK's own tool. */
    static Path selfSigned(Path directory) throws Exception {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }
}
