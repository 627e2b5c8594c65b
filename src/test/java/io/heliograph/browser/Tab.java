package io.heliograph.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tab of a browser: what it shows, and what it asked the network for to show it. */
public final class Tab implements AutoCloseable {

    /**
     * A request that the tab made.
     *
     * @param type as DevTools calls it: {@code Document}, {@code Stylesheet}, {@code Image}, {@code Media}, …
     * @param bytes over the wire, header fields included
     */
    public record Request(String url, String type, long bytes) {}

    /** Comes when fonts are there, animations have ended, and two frames were drawn after that. */
    private static final String AT_REST = """
            document.fonts.ready
              .then(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
              .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
            """;

    private final Chromium browser;
    private final String target;
    private final String session;
    private final Map<String, JsonObject> sent = new HashMap<>();
    private final Map<String, Long> bytes = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Tab(Chromium browser, String target, String session) {
        this.browser = browser;
        this.target = target;
        this.session = session;
        call("Page.enable", new JsonObject());
        call("Network.enable", new JsonObject());
    }

    /** A window of this size, light or dark. */
    public Tab sized(int width, int height, boolean dark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                new JsonObject()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                new JsonObject()
                        .put(
                                "features",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("name", "prefers-color-scheme")
                                                .put("value", dark ? "dark" : "light"))));
        return this;
    }

    /**
     * Goes to a page and waits until it is loaded and the browser calls the network idle, which takes it a second: for
     * pages with scripts. Says what was asked for.
     */
    List<Request> go(String url) {
        await(navigate(url), "networkIdle");
        return requests();
    }

    /** Goes to a page without scripts and waits until it {@linkplain #still stays still}. Says what was asked for. */
    List<Request> show(String url) {
        await(navigate(url), "load");
        still();
        return requests();
    }

    /**
     * Waits until all that was asked for is here, and what moves by itself has come to its end. Nothing comes after that
     * on a page without scripts.
     */
    void still() {
        do {
            while (!open.isEmpty()) {
                heard(browser.event(session));
            }
            evaluate(AT_REST);
            browser.eventsUntilNow(session).forEach(this::heard);
        } while (!open.isEmpty());
    }

    private String navigate(String url) {
        sent.clear();
        bytes.clear();
        call("Page.setLifecycleEventsEnabled", new JsonObject().put("enabled", true));
        return call("Page.navigate", new JsonObject().put("url", url)).getString("loaderId", "");
    }

    private void await(String loader, String moment) {
        JsonObject event;
        do {
            event = browser.event(session);
            heard(event);
        } while (!event.getString("method").equals("Page.lifecycleEvent")
                || !event.getJsonObject("params").getString("loaderId").equals(loader)
                || !event.getJsonObject("params").getString("name").equals(moment));
    }

    private void heard(JsonObject event) {
        JsonObject parameters = event.getJsonObject("params");
        String request = parameters.getString("requestId", "");
        switch (event.getString("method")) {
            case "Network.requestWillBeSent" -> {
                sent.put(request, parameters);
                open.add(request);
            }
            case "Network.loadingFinished" -> {
                bytes.put(request, parameters.getNumber("encodedDataLength").longValue());
                open.remove(request);
            }
            case "Network.loadingFailed" -> open.remove(request);
            default -> {}
        }
    }

    private List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        sent.forEach((id, request) -> requests.add(new Request(
                request.getJsonObject("request").getString("url"),
                request.getString("type", "Other"),
                bytes.getOrDefault(id, 0L))));
        return requests;
    }

    /** The next event of the tab, for at most so long; an empty one if there is none. */
    public JsonObject event(long millis) {
        return browser.event(session, millis);
    }

    /** What a script comes to; a promise is waited for. */
    public Object evaluate(String script) {
        JsonObject result = call(
                "Runtime.evaluate",
                new JsonObject()
                        .put("expression", script)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (result.containsKey("exceptionDetails")) {
            throw new IllegalStateException(
                    result.getJsonObject("exceptionDetails").encode());
        }
        return result.getJsonObject("result").getValue("value");
    }

    /** A picture of the window, JPEG. */
    public byte[] picture() {
        return Base64.getDecoder()
                .decode(call(
                                "Page.captureScreenshot",
                                new JsonObject().put("format", "jpeg").put("quality", 82))
                        .getString("data"));
    }

    public JsonObject call(String method, JsonObject parameters) {
        return browser.call(session, method, parameters);
    }

    @Override
    public void close() {
        browser.call("", "Target.closeTarget", new JsonObject().put("targetId", target));
        browser.forget(session);
    }
}
