package io.heliograph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.heliograph.ScriptedServer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sockets that are joined, seen from both ends. */
class TunnelTest {

    /** So that little lies between two who do not read. */
    private static final int SMALL = 4096;

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final List<NetSocket> joined = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private ServerSocket origin;
    private NetServer gateway;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        origin = new ServerSocket();
        origin.setReceiveBufferSize(SMALL);
        origin.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        NetClient client = vertx.createNetClient(
                new NetClientOptions().setSendBufferSize(SMALL).setReceiveBufferSize(SMALL));
        gateway = vertx.createNetServer(
                        new NetServerOptions().setSendBufferSize(SMALL).setReceiveBufferSize(SMALL))
                .connectHandler(visitor -> {
                    visitor.pause();
                    client.connect(origin.getLocalPort(), "127.0.0.1").onSuccess(there -> {
                        there.pause();
                        joined.addAll(List.of(visitor, there));
                        new Tunnel(visitor, there).open(() -> over.complete(null));
                    });
                });
        ScriptedServer.settle(gateway.listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        origin.close();
        ScriptedServer.settle(vertx.close());
    }

    /** The end of what is held back is told only once it flows again, and nobody is there to let it. */
    @Test
    void visitorWhoLeaves_whileNeitherSideReads_endsTheTunnel() throws IOException {
        Socket visitor = visitor();
        try (Socket there = origin.accept()) {
            flood(visitor);
            flood(there);
            await().until(() -> joined.size() == 2 && joined.stream().allMatch(NetSocket::writeQueueFull));

            visitor.close();

            assertThat(over).succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    private Socket visitor() throws IOException {
        Socket visitor = new Socket();
        visitor.setReceiveBufferSize(SMALL);
        visitor.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.actualPort()));
        return visitor;
    }

    /** Writes far more than lies between. */
    private static void flood(Socket socket) {
        Thread writer = new Thread(
                () -> {
                    try {
                        socket.getOutputStream().write(new byte[8 << 20]);
                    } catch (IOException e) {
                        // The test is over.
                        return;
                    }
                },
                "flood");
        writer.setDaemon(true);
        writer.start();
    }
}
