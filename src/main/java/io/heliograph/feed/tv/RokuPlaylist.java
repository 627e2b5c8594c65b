package io.heliograph.feed.tv;

import io.heliograph.feed.Excerpt;
import io.heliograph.feed.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the channel: the titles of one section, newest first.
 *
 * @param name unique, at most 20 characters
 * @param ids never empty: an empty list has a feed refused
 */
record RokuPlaylist(String name, List<String> ids) {

    private static final int LONGEST_NAME = 20;

    static List<RokuPlaylist> bySection(List<RokuItem> items) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (RokuItem item : items) {
            if (!item.playlist().isEmpty()) {
                rows.computeIfAbsent(nameOf(item), n -> new ArrayList<>()).add(item.id());
            }
        }
        return rows.entrySet().stream()
                .map(row -> new RokuPlaylist(row.getKey(), row.getValue()))
                .toList();
    }

    /** The name of the row that a title is in. */
    static String nameOf(RokuItem item) {
        return Excerpt.clip(item.playlist(), LONGEST_NAME);
    }

    void write(JsonWriter json) {
        json.object().text("name", name).texts("itemIds", ids).endObject();
    }

    void writeCategory(JsonWriter json) {
        json.object()
                .text("name", name)
                .text("playlistName", name)
                .text("order", "manual")
                .endObject();
    }
}
