package io.heliograph.feed.profile;

import java.util.List;
import java.util.Map;

/** Roku's Direct Publisher feed, as far as a title or the whole channel is refused for it. */
final class RokuProfile {

    private static final int LONGEST_ID = 50;
    private static final int LONGEST_SHORT_DESCRIPTION = 200;
    private static final List<String> KINDS = List.of("movies", "series", "shortFormVideos", "tvSpecials", "liveFeeds");

    private RokuProfile() {}

    static void inspect(Map<?, ?> root, Findings findings) {
        for (String name : new String[] {"providerName", "lastUpdated", "language"}) {
            findings.unless(!JsonDocument.text(root, name).isEmpty(), Rule.ROKU_CHANNEL, "no " + name);
        }
        findings.unless(
                Form.isRfc3339(JsonDocument.text(root, "lastUpdated")),
                Rule.ROKU_CHANNEL,
                "lastUpdated " + root.get("lastUpdated"));
        int number = 0;
        for (String kind : KINDS) {
            for (Map<?, ?> item : JsonDocument.objects(root, kind)) {
                findings.about(number++, JsonDocument.text(item, "id"));
                item(item, findings);
            }
        }
    }

    private static void item(Map<?, ?> item, Findings findings) {
        findings.unique(Rule.ROKU_ITEM);
        String id = JsonDocument.text(item, "id");
        findings.unless(
                id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7f), Rule.ROKU_ITEM, "id " + id);
        findings.unless(!JsonDocument.text(item, "title").isEmpty(), Rule.ROKU_ITEM, "no title");
        findings.unless(Form.isUrl(JsonDocument.text(item, "thumbnail")), Rule.ROKU_ITEM, "no thumbnail");
        String words = JsonDocument.text(item, "shortDescription");
        findings.unless(
                !words.isEmpty() && words.length() <= LONGEST_SHORT_DESCRIPTION,
                Rule.ROKU_ITEM,
                "shortDescription of " + words.length() + " characters");
        Map<?, ?> content = item.get("content") instanceof Map<?, ?> map ? map : Map.of();
        findings.unless(
                Form.isRfc3339(JsonDocument.text(content, "dateAdded")),
                Rule.ROKU_ITEM,
                "dateAdded " + content.get("dateAdded"));
        findings.unless(
                content.get("duration") instanceof Long seconds && seconds >= 0,
                Rule.ROKU_ITEM,
                "duration " + content.get("duration"));
        List<Map<?, ?>> videos = JsonDocument.objects(content, "videos");
        boolean playable = !videos.isEmpty()
                && videos.stream()
                        .allMatch(video -> Form.isUrl(JsonDocument.text(video, "url"))
                                && !JsonDocument.text(video, "quality").isEmpty()
                                && !JsonDocument.text(video, "videoType").isEmpty());
        findings.unless(playable, Rule.ROKU_VIDEO, videos.isEmpty() ? "no videos" : "a video without one of them");
    }
}
