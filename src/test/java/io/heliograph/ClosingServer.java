package io.heliograph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A web server of which each connection is good for one answer, given when so many have asked; the request after it is met
 * with an end. To {@code /silent} there is none but the end.
 */
public final class ClosingServer implements AutoCloseable {

    /** How an origin ends a connection. */
    public enum End {
        /** In order (RFC 9293, section 3.6). */
        FIN,
        /** With a reset (section 3.5.2). */
        RST
    }

    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nbody"
            .getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket server;
    private final End end;
    private final CountDownLatch first;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /**
     * A server on a free port of 127.0.0.1.
     *
     * @param together how many must have asked before any is answered
     */
    public ClosingServer(End end, int together) throws IOException {
        this.end = end;
        this.first = new CountDownLatch(together);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How often it was asked for a path. */
    public long asked(String path) {
        return asked.stream().filter(line -> line.split(" ")[1].equals(path)).count();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = readHead(in);
            if (!line.isEmpty() && !line.contains("/silent")) {
                first.countDown();
                first.await();
                socket.getOutputStream().write(ANSWER);
                readHead(in);
            }
            if (end == End.RST) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException | InterruptedException e) {
            // The other side has left, or the test is over.
            return;
        }
    }

    private String readHead(BufferedReader in) throws IOException {
        String first = in.readLine();
        for (String line = first; line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
        if (first != null) {
            asked.add(first);
        }
        return first == null ? "" : first;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "closing-origin");
        thread.setDaemon(true);
        thread.start();
    }
}
