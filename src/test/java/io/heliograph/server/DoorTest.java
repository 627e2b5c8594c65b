package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.RawHttp;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener that is bound before there is anybody behind it. */
class DoorTest {

    private final Vertx vertx = Vertx.vertx();
    private final Heard heard = new Heard();
    private final Visits visits = new Visits();
    private final Door door = new Door(new Refuser(heard, visits), visits);
    private int port;

    @BeforeEach
    void listen() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .connectionHandler(connection -> visits.opened(connection, System.nanoTime()))
                .requestHandler(door);
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void request_beforeAnybodyIsThere_is503ForAMomentAndCounted() {
        RawHttp.Answer answer = RawHttp.send(port, "GET / HTTP/1.1\r\nHost: news.example\r\n\r\n");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("retry-after")).as("RFC 9110, section 10.2.3").isEqualTo("1");
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        assertThat(answer.field("connection")).isEqualTo("close");
        assertThat(answer.closed()).isTrue();
        assertThat(heard.lines()).containsExactly("rejected starting", "other rejected none 503 identity");
    }

    @Test
    void browser_beforeAnybodyIsThere_isToldByAPage() {
        RawHttp.Answer answer = RawHttp.send(port, "GET / HTTP/1.1\r\nHost: news.example\r\nAccept: text/html\r\n\r\n");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.text()).contains("<h1>Out of order</h1>");
    }

    @Test
    void request_whenSomebodyIsThere_isTheirs() {
        door.open(request -> request.response().setStatusCode(204).end());

        RawHttp.Answer answer = RawHttp.get(port, "news.example", "/");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(heard.lines()).isEmpty();
    }
}
