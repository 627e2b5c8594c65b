package io.heliograph.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real Chromium without a window, driven by the DevTools protocol. Every host name leads to a port of this machine, and
 * to nowhere else.
 */
public final class Chromium implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    /** By session. */
    private final Map<String, BlockingQueue<JsonObject>> events = new ConcurrentHashMap<>();

    private Chromium(Process process, String url) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), new Listener())
                .join();
    }

    /** Starts it, with all names on one port; skips the test where it is not installed. */
    static Chromium start(Path directory, int port) throws IOException {
        return start(directory, "MAP * 127.0.0.1:" + port, List.of());
    }

    /**
     * Starts it; skips the test where it is not installed.
     *
     * @param rules where names lead: {@code MAP name 127.0.0.1:port}, divided by commas
     * @param more of its options
     */
    public static Chromium start(Path directory, String rules, List<String> more) throws IOException {
        String program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse("");
        assumeTrue(!program.isEmpty(), "Chromium is not here: apt-get install chromium");
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--user-data-dir=" + directory,
                "--host-resolver-rules=" + rules,
                "--remote-debugging-port=0"));
        command.addAll(more);
        command.add("about:blank");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Chromium(process, debuggerUrl(process));
    }

    private static String debuggerUrl(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                Thread drain = new Thread(() -> output.lines().forEach(more -> {}), "chromium-output");
                drain.setDaemon(true);
                drain.start();
                return line.substring("DevTools listening on ".length());
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    /** A new tab, empty, in a window of its own: one behind others would not load sound and films. */
    public Tab open() {
        String target = call(
                        "",
                        "Target.createTarget",
                        new JsonObject().put("url", "about:blank").put("newWindow", true))
                .getString("targetId");
        String session = call(
                        "",
                        "Target.attachToTarget",
                        new JsonObject().put("targetId", target).put("flatten", true))
                .getString("sessionId");
        return new Tab(this, target, session);
    }

    JsonObject call(String session, String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        JsonObject message =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        synchronized (socket) {
            socket.sendText(message.encode(), true).join();
        }
        JsonObject result = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (result.containsKey("error")) {
            throw new IllegalStateException(method + ": " + result.getJsonObject("error"));
        }
        return result.getJsonObject("result");
    }

    /** The next event of a session, for at most so long; one without a method if there is none. */
    JsonObject event(String session, long millis) {
        try {
            JsonObject event = queue(session).poll(millis, TimeUnit.MILLISECONDS);
            return event == null ? new JsonObject() : event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The events of a session that have come and that nobody took yet. */
    List<JsonObject> eventsUntilNow(String session) {
        List<JsonObject> taken = new ArrayList<>();
        queue(session).drainTo(taken);
        return taken;
    }

    /** The next event of a session. */
    JsonObject event(String session) {
        JsonObject event = event(session, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (event.isEmpty()) {
            throw new IllegalStateException("nothing happened in the browser for " + PATIENCE_SECONDS + " s");
        }
        return event;
    }

    void forget(String session) {
        events.remove(session);
    }

    private BlockingQueue<JsonObject> queue(String session) {
        return events.computeIfAbsent(session, any -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                JsonObject json = new JsonObject(message.toString());
                message.setLength(0);
                CompletableFuture<JsonObject> answer =
                        json.containsKey("id") ? asked.remove(json.getInteger("id")) : null;
                if (answer != null) {
                    answer.complete(json);
                } else {
                    queue(json.getString("sessionId", "")).add(json);
                }
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
