package io.heliograph.ops;

import io.heliograph.mirror.MirrorControl;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** Where mirrored pages lead to their origin still: a list for the operator. */
final class LeakReport {

    private LeakReport() {}

    /** The leaks of all sites, by site; the latest first. */
    static String json(Map<String, ? extends MirrorControl> mirrors) {
        JsonArray list = new JsonArray();
        new TreeMap<>(mirrors).forEach((site, mirror) -> {
            var leaks = mirror.leaks();
            for (int i = leaks.size() - 1; i >= 0; i--) {
                var leak = leaks.get(i);
                JsonObject entry = new JsonObject()
                        .put("site", site)
                        .put("page", leak.page())
                        .put("context", leak.context())
                        .put("host", leak.host())
                        .put("from", leak.isReported() ? "browser" : "rewriting")
                        .put("count", leak.count())
                        .put("seen", leak.seen().toString());
                list.add(leak.sample().isEmpty() ? entry : entry.put("sample", leak.sample()));
            }
        });
        return new JsonObject().put("leaks", list).encodePrettily() + "\n";
    }
}
