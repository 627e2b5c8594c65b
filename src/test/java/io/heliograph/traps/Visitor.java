package io.heliograph.traps;

import io.heliograph.browser.Chromium;
import io.heliograph.browser.Tab;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at a page in a tab, and writes down all that it sees. */
final class Visitor {

    private static final long LONGEST_LOAD_MILLIS = 15_000;
    private static final long LONGEST_REST_MILLIS = 2_500;
    private static final long QUIET_MILLIS = 60;

    private final Tab tab;
    private final View view;
    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, String> outcomes = new TreeMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<String> console = new ArrayList<>();
    private boolean loaded;

    Visitor(Tab tab, View view) {
        this.tab = tab;
        this.view = view;
    }

    /** A tab that visitors may use one after another. */
    static Tab tab(Chromium browser) {
        Tab tab = browser.open().sized(800, 900, false);
        for (String domain : List.of("Runtime.enable", "Log.enable")) {
            tab.call(domain, new JsonObject());
        }
        // What a page before had would not be asked for again.
        tab.call("Network.setCacheDisabled", new JsonObject().put("cacheDisabled", true));
        return tab;
    }

    /** What is at a path of the site. */
    Look look(String path, boolean pictured) {
        tab.call("Page.navigate", new JsonObject().put("url", "about:blank"));
        while (!tab.event(QUIET_MILLIS).isEmpty()) {
            // Of the page before.
        }
        tab.call("Log.clear", new JsonObject());
        tab.call("Page.navigate", new JsonObject().put("url", view.url(Server.WWW, path)));
        listen(LONGEST_LOAD_MILLIS, true);
        long end = System.nanoTime() + 5_000_000_000L;
        while (moves() && System.nanoTime() < end) {
            listen(100, false);
        }
        quietly(Snippets.SETTLE);
        listen(LONGEST_REST_MILLIS, false);
        quietly(Snippets.SETTLE);
        String result = quietly("JSON.stringify(window.result||{})");
        Map<String, String> results = new TreeMap<>();
        new JsonObject(result.isEmpty() ? "{}" : result)
                .forEach(entry -> results.put(entry.getKey(), said(entry.getKey(), entry.getValue())));
        List<List<String>> frames = new ArrayList<>();
        frames(tab.call("Page.getFrameTree", new JsonObject()).getJsonObject("frameTree"), frames);
        // Frames stand in the order in which they came, which is chance.
        frames.subList(1, frames.size()).sort(Comparator.comparing(List::toString));
        String picture = pictured ? Sri.of("SHA-256", tab.picture()) : "";
        open.forEach(id -> outcomes.putIfAbsent(urls.get(id), "open"));
        console.sort(null);
        return new Look(outcomes, results, frames, console, picture);
    }

    /** What a script says; plain texts stay as they are. */
    private String said(String name, Object value) {
        return name.startsWith("text ") ? normal(value) : view.strict(String.valueOf(value));
    }

    private String normal(Object value) {
        return view.normal(value == null ? "null" : value.toString());
    }

    private boolean moves() {
        return !quietly("document.documentElement&&'moves' in document.documentElement.dataset?'1':''")
                .isEmpty();
    }

    /** What a script says; nothing if its page went away meanwhile, as pages do that move on. */
    private String quietly(String script) {
        try {
            Object value = tab.evaluate(script);
            return value == null ? "" : value.toString();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    /** Hears what happens until the page has loaded, or until nothing is on its way any more. */
    private void listen(long millis, boolean untilLoaded) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end && !(untilLoaded && loaded)) {
            JsonObject event = tab.event(untilLoaded || !open.isEmpty() ? 100 : QUIET_MILLIS);
            if (event.isEmpty() && !untilLoaded && open.isEmpty()) {
                return;
            }
            if (!event.isEmpty()) {
                hear(event.getString("method"), event.getJsonObject("params"));
            }
        }
    }

    private void hear(String method, JsonObject event) {
        switch (method) {
            case "Page.loadEventFired" -> loaded = !urls.isEmpty();
            case "Network.requestWillBeSent" -> {
                String id = event.getString("requestId");
                if (event.getJsonObject("request").getString("method").equals("OPTIONS")) {
                    // Asked between two origins alone, which on a host may be one.
                    return;
                }
                if (event.getJsonObject("redirectResponse") != null) {
                    note(urls.get(id), event.getJsonObject("redirectResponse").getInteger("status") + " moved");
                }
                String url = event.getJsonObject("request").getString("url");
                urls.put(id, view.normal(url));
                if (url.startsWith("http")) {
                    open.add(id);
                }
            }
            case "Network.responseReceived" -> {
                JsonObject response = event.getJsonObject("response");
                note(
                        urls.get(event.getString("requestId")),
                        response.getInteger("status") + " " + response.getString("mimeType"));
                if (event.getString("type").equals("EventSource")
                        || event.getString("type").equals("Media")) {
                    open.remove(event.getString("requestId"));
                }
            }
            case "Network.loadingFinished" -> open.remove(event.getString("requestId"));
            case "Network.loadingFailed" -> {
                open.remove(event.getString("requestId"));
                String reason = event.getString("blockedReason", "");
                if (!event.getBoolean("canceled", false) || !reason.isEmpty()) {
                    note(urls.get(event.getString("requestId")), "failed " + reason + event.getString("errorText", ""));
                }
            }
            case "Runtime.exceptionThrown" ->
                console.add(complaint(event.getJsonObject("exceptionDetails")
                        .getJsonObject("exception", new JsonObject())
                        .getString("description", "an exception")
                        .replaceAll("\\n.*", "")));
            case "Log.entryAdded" -> {
                JsonObject entry = event.getJsonObject("entry");
                if (entry.getString("level").equals("error")) {
                    console.add(complaint(entry.getString("text")));
                }
            }
            default -> {}
        }
    }

    /** A message without hashes, names made by chance, and the policy that was violated. */
    private String complaint(String text) {
        return view.normal(text)
                .replaceAll("computed \\S+ integrity '[^']*'", "integrity")
                .replaceAll("(blob:\\S+/)[0-9a-f-]{36}", "$1")
                .replaceAll("(?s)( directive|-src).*", "$1");
    }

    private void note(String url, String outcome) {
        if (url != null && url.startsWith("http")) {
            outcomes.merge(
                    url, outcome, (a, b) -> a.contains(b) ? a : a.compareTo(b) < 0 ? a + ", " + b : b + ", " + a);
        }
    }

    private void frames(JsonObject tree, List<List<String>> frames) {
        JsonObject frame = tree.getJsonObject("frame");
        List<String> lines = new ArrayList<>();
        try {
            int context = tab.call(
                            "Page.createIsolatedWorld",
                            new JsonObject()
                                    .put("frameId", frame.getString("id"))
                                    .put("worldName", "look"))
                    .getInteger("executionContextId");
            Object value = tab.call(
                            "Runtime.evaluate",
                            new JsonObject()
                                    .put("expression", Snippets.DIGEST)
                                    .put("contextId", context)
                                    .put("returnByValue", true))
                    .getJsonObject("result")
                    .getValue("value");
            JsonArray all = new JsonArray(String.valueOf(value));
            for (int i = 0; i < all.size(); i++) {
                String line = String.valueOf(all.getValue(i));
                // Titles and texts are for people; a canonical link is the origin's.
                boolean strict = line.contains(" ; ") && i > 0 && i < all.size() - 1 && !line.startsWith("link ");
                lines.add(strict ? view.strict(line) : view.normal(line));
            }
        } catch (IllegalStateException e) {
            lines.add("no frame: " + e.getMessage());
        }
        frames.add(lines);
        for (Object child : tree.getJsonArray("childFrames", new JsonArray())) {
            frames((JsonObject) child, frames);
        }
    }
}
