package io.heliograph.feed.profile;

import java.util.List;
import java.util.Map;

/** JSON Feed 1.1, as far as it makes a feed valid or not. */
final class JsonFeedProfile {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeedProfile() {}

    static void inspect(Map<?, ?> root, Findings findings) {
        findings.unless(JsonDocument.text(root, "version").equals(VERSION), Rule.JSON_FEED, "another version");
        findings.unless(!JsonDocument.text(root, "title").isEmpty(), Rule.JSON_FEED, "no title");
        findings.unless(root.get("items") instanceof List, Rule.JSON_FEED, "no items");
        for (String name : new String[] {"home_page_url", "feed_url", "next_url", "icon", "favicon"}) {
            url(root, name, findings);
        }
        boolean next = root.containsKey("next_url") && root.get("next_url").equals(root.get("feed_url"));
        findings.unless(!next, Rule.JSON_FEED, "a next_url that is the feed's own");
        int number = 0;
        for (Map<?, ?> item : JsonDocument.objects(root, "items")) {
            findings.about(number++, JsonDocument.text(item, "id"));
            item(item, findings);
        }
    }

    private static void item(Map<?, ?> item, Findings findings) {
        findings.unique(Rule.JSON_ID);
        boolean content = item.get("content_html") instanceof String || item.get("content_text") instanceof String;
        findings.unless(content, Rule.JSON_CONTENT, "neither");
        for (String name : new String[] {"url", "external_url", "image", "banner_image"}) {
            url(item, name, findings);
        }
        for (String name : new String[] {"date_published", "date_modified"}) {
            boolean date = !item.containsKey(name) || Form.isRfc3339(JsonDocument.text(item, name));
            findings.unless(date, Rule.JSON_DATE, name + " " + item.get(name));
        }
        for (Map<?, ?> attachment : JsonDocument.objects(item, "attachments")) {
            boolean whole = Form.isUrl(JsonDocument.text(attachment, "url"))
                    && JsonDocument.text(attachment, "mime_type").indexOf('/') > 0;
            findings.unless(whole, Rule.JSON_ATTACHMENT, String.valueOf(attachment));
        }
    }

    private static void url(Map<?, ?> object, String name, Findings findings) {
        boolean url = !object.containsKey(name) || Form.isUrl(JsonDocument.text(object, name));
        findings.unless(url, Rule.JSON_URL, name + " " + object.get(name));
    }
}
