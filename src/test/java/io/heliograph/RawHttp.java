package io.heliograph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speaks HTTP/1.1 over a socket of its own, so that a test can say what no client would. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * An answer.
     *
     * @param status 0 if there was none
     * @param closed whether the server ended the connection, where it was to
     */
    public record Answer(int status, List<String> fields, byte[] body, boolean closed) {

        /** A field's value; empty if it is absent. */
        public String field(String name) {
            return fields.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** GET with these header lines beside Host. */
    public static Answer get(int port, String host, String path, String... headers) {
        return ask(port, "GET", host, path, headers);
    }

    /** A request with these header lines beside Host, on a connection of its own. */
    public static Answer ask(int port, String method, String host, String path, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(port, request.append("Connection: close\r\n\r\n").toString(), method.equals("HEAD"));
    }

    /** These very bytes, each character one. */
    public static Answer send(int port, String bytes) {
        return send(port, bytes, false);
    }

    private static Answer send(int port, String bytes, boolean head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException e) {
                // The server has heard enough; what it says of that is there to be read.
            }
            return read(socket, head, bytes.contains("Connection: close\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(Socket socket, boolean head, boolean askedToClose) throws IOException {
        InputStream in = socket.getInputStream();
        List<String> lines = new ArrayList<>();
        try {
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                lines.add(line);
            }
            if (lines.isEmpty()) {
                return new Answer(0, List.of(), new byte[0], true);
            }
            int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
            Answer answer = new Answer(status, lines.subList(1, lines.size()), new byte[0], false);
            int length = answer.field("content-length").isEmpty() || head || status == 304
                    ? 0
                    : Integer.parseInt(answer.field("content-length"));
            byte[] body = in.readNBytes(length);
            boolean mustEnd =
                    askedToClose || status == 400 || answer.field("connection").equals("close");
            return new Answer(status, answer.fields(), body, mustEnd && ends(socket));
        } catch (SocketException e) {
            return new Answer(0, List.of(), new byte[0], true);
        }
    }

    /** Whether the server ends the connection, and sends nothing more before. */
    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
