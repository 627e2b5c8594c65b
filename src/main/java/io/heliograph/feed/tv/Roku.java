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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Roku Direct Publisher feed. The service is gone, the format lives: channels pull it from the device, and their code
 * stumbles over what Roku's ingest would have forgiven. So fields follow the strictest reading of the specification,
 * genres are always there, nothing is null, and the feed stays below the size at which channels give up.
 */
public final class Roku implements Format {

    /** Channels made from Roku's template refuse 512,000 characters and more. */
    private static final int MOST_BYTES = 500_000;

    /** What the time of change and the names of the arrays take at most. */
    private static final int FRAME = 200;

    @Override
    public String name() {
        return "roku";
    }

    @Override
    public String path(Selection selection) {
        return "/tv/roku.json";
    }

    @Override
    public boolean isArchived() {
        return false;
    }

    @Override
    public int limit() {
        return Feed.MOST;
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

    /**
     * The language as an ISO 639 code, with the country where one is named: scripts and variants of BCP 47 are not in the
     * specification.
     */
    static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getCountry().matches("[A-Z]{2}")
                ? locale.getLanguage() + "-" + locale.getCountry()
                : locale.getLanguage();
    }

    @Override
    public Slotted write(Feed feed) {
        int longestHost = feed.site().hosts().stream()
                .mapToInt(host -> host.base().length())
                .max()
                .orElseThrow();
        List<RokuItem> items = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        int room = MOST_BYTES - FRAME - write(feed, items).openLength();
        for (Article article : feed.articles()) {
            for (RokuItem item : RokuItem.of(article, feed.site())) {
                room -= size(item::write, longestHost) + item.id().length() + 3;
                if (!item.playlist().isEmpty() && rows.add(RokuPlaylist.nameOf(item))) {
                    RokuPlaylist row = new RokuPlaylist(RokuPlaylist.nameOf(item), List.of(""));
                    room -= size(row::write, longestHost) + size(row::writeCategory, longestHost);
                }
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
        json.text("language", language(feed.language()));
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

    /** What a part of the feed takes at most, its comma counted in. */
    private static int size(Consumer<JsonWriter> part, int longestHost) {
        JsonWriter json = new JsonWriter(1_024);
        part.accept(json);
        Slotted alone = json.finish();
        return alone.openLength() + alone.openMarks() * longestHost;
    }
}
