package io.heliograph.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An origin that answers with these very bytes, and closes: so that it can be wrong as no server would. */
final class RawOrigin implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    RawOrigin() {
        try {
            server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-origin");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers a path with bytes, each character one. */
    RawOrigin on(String path, String bytes) {
        return on(path, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawOrigin on(String path, byte[] bytes) {
        answers.put(path, bytes);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** The heads of the requests that came. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        try {
            server.close();
            answers.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String head = head(socket.getInputStream());
                if (head.isEmpty()) {
                    continue;
                }
                asked.add(head);
                OutputStream out = socket.getOutputStream();
                out.write(answers.getOrDefault(head.split(" ")[1], new byte[0]));
                out.flush();
            } catch (IOException e) {
                // The other side has left, or the test is over.
                continue;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.append((char) b);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }
}
