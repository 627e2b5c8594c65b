package io.heliograph.feed.tv;

import io.heliograph.article.Article;
import io.heliograph.article.Selection;
import io.heliograph.feed.Dates;
import io.heliograph.feed.Feed;
import io.heliograph.feed.Format;
import io.heliograph.feed.JsonWriter;
import io.heliograph.rewrite.Slotted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A Roku Direct Publisher feed. The service is gone, the format lives: channels pull it from the device, and their code
 * stumbles over what Roku's ingest would have forgiven. So fields follow the strictest reading of the specification,
 * genres are always there, nothing is null, and the feed stays below the size at which channels give up.
 */
public final class Roku implements Format {

    /** Channels made from Roku's template refuse 512,000 characters and more. */
    private static final int MOST_BYTES = 500_000;

    /** What a host may add to a URL beyond the bytes that are counted. */
    private static final int LONGEST_HOST = 80;

    @Override
    public String name() {
        return "roku";
    }

    @Override
    public String path(Selection selection) {
        return "/tv/roku.json";
    }

    @Override
    public String contentType() {
        return "application/json; charset=utf-8";
    }

    /** ISO 8601 with seconds and a numeric offset: the one form that every ingest took. */
    @Override
    public String stamp(Instant modified) {
        return stampOf(modified);
    }

    static String stampOf(Instant instant) {
        return Dates.rfc3339(instant).replace("Z", "+00:00");
    }

    @Override
    public Slotted write(Feed feed) {
        List<RokuItem> items = new ArrayList<>();
        int room = MOST_BYTES - 2_000;
        for (Article article : feed.articles()) {
            for (RokuItem item : RokuItem.of(article, feed.site())) {
                room -= size(item);
                if (room < 0) {
                    return write(feed, items);
                }
                items.add(item);
            }
        }
        return write(feed, items);
    }

    private static Slotted write(Feed feed, List<RokuItem> items) {
        JsonWriter json = new JsonWriter(2_048 + items.size() * 1_024);
        json.object();
        json.text("providerName", feed.site().title());
        json.modified("lastUpdated");
        json.text("language", feed.site().language());
        for (RokuItem.Kind kind : RokuItem.Kind.values()) {
            List<RokuItem> ofKind =
                    items.stream().filter(item -> item.kind() == kind).toList();
            json.list(kind.field(), ofKind, (j, item) -> item.write(j));
        }
        List<RokuPlaylist> playlists = RokuPlaylist.bySection(items);
        json.list("categories", playlists, (j, playlist) -> playlist.writeCategory(j));
        json.list("playlists", playlists, (j, playlist) -> playlist.write(j));
        json.endObject();
        return json.finish();
    }

    /** What an item takes at most, its places in a playlist included. */
    private static int size(RokuItem item) {
        JsonWriter json = new JsonWriter(1_024);
        item.write(json);
        Slotted alone = json.finish();
        return alone.openLength() + alone.openMarks() * LONGEST_HOST + item.id().length() + 3;
    }
}
